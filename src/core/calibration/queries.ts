import type { Article, EventSignature } from "../kb/article.ts";
import type { Via } from "../signals/signal.ts";
import { CHATTER } from "./chatter.ts";
import type { Chance } from "./chance.ts";
import { codeQueries } from "./code-queries.ts";
import { filledIn } from "./fill-in.ts";
import { messageQueries } from "./message-queries.ts";
import { RECORD_FORMS } from "./records.ts";
import { talkQueries } from "./talk-queries.ts";
import { toldQueries } from "./told-queries.ts";

/** A query made from an article, as somebody might ask it; `article` is undefined where nothing should be found. */
export type MadeQuery = {
  readonly text: string;
  readonly via: Via;
  readonly article: string | undefined;
  readonly class: string;
  /** The message it was made of: an article that quotes it word by word is as right. */
  readonly quotes?: string;
};

/** Queries for one article: one of each kind that the article has material for. */
export function queriesFor(article: Article, chance: Chance): readonly MadeQuery[] {
  const made = [
    ...eventQueries(article, chance),
    ...messageQueries(article, chance),
    ...codeQueries(article, chance),
    ...talkQueries(article, chance),
    ...toldQueries(article, chance),
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

/** A query before it is known what it is made from. */
export type Made = Omit<MadeQuery, "article">;

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
      : [
          {
            text: render(filled(event, chance), chance),
            via: "channel",
            class: `record, ${name}`,
            quotes: event.text ?? "",
          } as const,
        ]),
  ];
}

function filled(event: EventSignature, chance: Chance): EventSignature {
  return event.text === undefined ? event : { ...event, text: filledIn(event.text, chance) };
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
