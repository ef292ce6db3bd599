import type { Article, EventSignature } from "../kb/article.ts";
import { bareTitle, splitParagraphs } from "../matching/document.ts";
import type { Via } from "../signals/signal.ts";
import { CHATTER } from "./chatter.ts";
import type { Chance } from "./chance.ts";
import { NOISES } from "./noise.ts";
import { RECORD_FORMS } from "./records.ts";

/** A query made from an article, as somebody might ask it; `article` is undefined where nothing should be found. */
export type MadeQuery = {
  readonly text: string;
  readonly via: Via;
  readonly article: string | undefined;
  readonly class: string;
};

/** Queries for one article: one of each kind that the article has material for. */
export function queriesFor(article: Article, chance: Chance): readonly MadeQuery[] {
  const made = [
    ...eventQueries(article, chance),
    ...messageQueries(article, chance),
    ...codeQueries(article, chance),
    ...talkQueries(article, chance),
  ];
  return made.map((query) => ({ ...query, article: article.id }));
}

/** What people say in a channel that no article is about. */
export function chatterQueries(count: number, chance: Chance): readonly MadeQuery[] {
  const numbered = (line: string): string => line.replace(/#/g, () => String(chance.below(10)));
  return Array.from({ length: count }, () => ({
    text: numbered(chance.pick(CHATTER)),
    via: "channel",
    article: undefined,
    class: "chatter",
  }));
}

type Made = Omit<MadeQuery, "article">;

function eventQueries({ signals: { events } }: Article, chance: Chance): Made[] {
  const telling = events.filter((event) => event.role === "telling");
  if (telling.length === 0) return [];
  const event = chance.pick(telling);
  const [name, render] = chance.pick(Object.entries(RECORD_FORMS));
  return [
    {
      text: chance.pick([`${event.id}`, `event id ${event.id}`, `EventID: ${event.id}`]),
      via: "command",
      class: "event id",
    },
    ...(event.source === undefined
      ? []
      : [{ text: sourceAndId(event, chance), via: "command", class: "source and id" } as const]),
    ...(event.source === undefined
      ? []
      : [{ text: render(event, chance), via: "channel", class: `record, ${name}` } as const]),
  ];
}

function sourceAndId({ id, source }: EventSignature, chance: Chance): string {
  return chance.pick([
    `${source} ${id}`,
    `event ${id} from ${source}`,
    `Source: ${source}, Event ID: ${id}`,
    `${id} ${source?.toLowerCase()}`,
    `${source} event ${id}`,
  ]);
}

/** Shorter messages could be anybody's. */
const SHORTEST_MESSAGE = 18;

function messageQueries({ signals: { messages } }: Article, chance: Chance): Made[] {
  const long = messages.filter((message) => message.length >= SHORTEST_MESSAGE);
  if (long.length === 0) return [];
  return Object.entries(NOISES).map(([name, noise]) => ({
    text: noise(filledIn(chance.pick(long), chance), chance),
    via: "channel",
    class: `message, ${name}`,
  }));
}

const VALUES = [
  "EXCH02",
  "C:\\Program Files\\Vendor\\app.exe",
  "jsmith",
  "orders",
  "10.2.0.17",
  "D:\\data\\setup.log",
  "1234",
];

/** The parts of a message that vary hold something else on every machine. */
function filledIn(message: string, chance: Chance): string {
  return message.replace(/<[^<>\n]{1,60}>|%\w+%?/g, () => chance.pick(VALUES));
}

function codeQueries(article: Article, chance: Chance): Made[] {
  const codes = [...article.signals.codes, ...codesIn(article)];
  if (codes.length === 0) return [];
  const code = chance.pick(codes);
  const value = Number.parseInt(code, 16);
  const signed = value > 0x7fff_ffff ? value - 0x1_0000_0000 : value;
  const notations = [
    `0x${code}`,
    `0x${code.toLowerCase()}`,
    code,
    `(${code.toLowerCase()})`,
    `error 0x${code}`,
    `${code}h`,
    `HRESULT: 0x${code}`,
  ];
  const decimal = value > 0x7fff_ffff ? [String(value), String(signed)] : [];
  return [{ text: chance.pick([...notations, ...decimal]), via: "command", class: "code" }];
}

/** Codes that merely stand somewhere in the text: people paste those too. */
function codesIn({ symptoms, notes }: Article): string[] {
  const found = `${symptoms}\n${notes}`.match(/\b0x[0-9a-f]{3,8}\b/gi) ?? [];
  return found.slice(0, 20).map((code) => code.slice(2).toUpperCase().padStart(8, "0"));
}

function talkQueries(article: Article, chance: Chance): Made[] {
  const title = bareTitle(article.title).split(/\s+/);
  const kept = title.filter(() => chance.happens(0.75));
  const sentences = [article.summary, article.symptoms, article.cause, article.notes]
    .flatMap(splitParagraphs)
    .flatMap((text) => text.split(/(?<=[.!?])\s+/));
  const long = sentences.filter((sentence) => sentence.length > 50 && sentence.length < 400);
  const titled =
    kept.length < 2 ? [] : [{ text: shuffled(kept, chance).join(" "), via: "command", class: "title" } as const];
  if (long.length === 0) return titled;
  return [...titled, { text: described(article, long, chance), via: "command", class: "description" }];
}

/** Half of what the article says, and words of one's own. */
function described({ title }: Article, sentences: readonly string[], chance: Chance): string {
  const said = [
    chance.pick(sentences),
    ...(chance.happens(0.5) ? [bareTitle(title)] : []),
    ...(chance.happens(0.4) ? [chance.pick(sentences)] : []),
  ];
  const kept = said.flatMap((text) => text.split(/\s+/)).filter(() => chance.happens(0.6));
  const own = Array.from({ length: chance.below(10) }, () => chance.pick(OWN_WORDS));
  return shuffled([...kept, ...own], chance).join(" ");
}

/** Words people use where an article uses others. */
const OWN_WORDS =
  "crippled malicious attackers vulnerability overflow annoying apparently basically bug crash hangs broken garbage weird clients newer older earlier upgrade release edition build vanilla workaround documented insists official limit handle connections identify overwritten lost wrong missing required anyway control header function library import export replies account remote local setting default option".split(
    " ",
  );

/** Neighbours change places, as in a memory of a title. */
function shuffled(words: readonly string[], chance: Chance): string[] {
  const order = words.map((word, place) => ({ word, place: place + 4 * chance.share() }));
  return order.toSorted((a, b) => a.place - b.place).map(({ word }) => word);
}
