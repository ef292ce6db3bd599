import type { Article, ArticleSignals, EventSignature } from "../../../src/core/kb/article.ts";
import { articleId } from "../../../src/core/kb/ids.ts";
import { DIGITS, HEX, type Random, random } from "../../core/redaction/random.ts";

/**
 * Makes articles by recombining real ones: each takes the size of a real article, its words in short runs out of all
 * texts of that kind (so that words and pairs of words are as frequent as they really are), and its messages, events
 * and codes from all articles, with other numbers in them. What real growth has and this lacks is new words.
 */
export function synthesizer(real: readonly Article[], seed: number): (place: number) => Article {
  const r = random(seed);
  const pools = poolsOf(real);
  return (place) => recombine(real, pools, r, place);
}

type Pools = {
  readonly titles: string;
  readonly symptoms: string;
  readonly bodies: string;
  readonly messages: readonly string[];
  readonly events: readonly EventSignature[];
  readonly codes: readonly string[];
};

/** The texts of so many articles have every word that matters. */
const POOLED = 20_000;

function poolsOf(real: readonly Article[]): Pools {
  const step = Math.max(1, Math.floor(real.length / POOLED));
  const some = real.filter((_, place) => place % step === 0);
  return {
    titles: some.map(({ title }) => title).join(" "),
    symptoms: some.map(symptomsOf).join(" "),
    bodies: some.map(bodyOf).join(" "),
    messages: real.flatMap(({ signals }) => signals.messages),
    events: real.flatMap(({ signals }) => signals.events),
    codes: real.flatMap(({ signals }) => signals.codes),
  };
}

function symptomsOf({ summary, symptoms }: Article): string {
  return `${summary}\n${symptoms}`;
}

function bodyOf({ cause, notes, steps }: Article): string {
  return [cause, notes, ...steps.map(({ title, text }) => `${title}\n${text}`)].join("\n");
}

function recombine(real: readonly Article[], pools: Pools, r: Random, place: number): Article {
  const template = r.pick(real);
  return {
    ...template,
    id: articleId(`S${place}`),
    title: runs(pools.titles, template.title.length, r),
    aliases: [],
    summary: "",
    symptoms: runs(pools.symptoms, symptomsOf(template).length, r),
    cause: "",
    notes: runs(pools.bodies, bodyOf(template).length, r),
    steps: [],
    signals: signalsOf(template.signals, pools, r),
  };
}

const HEX_DIGITS = HEX.toUpperCase();

/** Letters taken in one piece: about nine words. */
const RUN = 60;

function runs(pool: string, length: number, r: Random): string {
  let text = "";
  while (text.length < length) {
    const from = pool.indexOf(" ", r.int(Math.max(1, pool.length - 2 * RUN))) + 1;
    text += pool.slice(from, pool.indexOf(" ", from + Math.min(RUN, length - text.length)) + 1);
  }
  return text;
}

function signalsOf({ events, codes, messages }: ArticleSignals, pools: Pools, r: Random): ArticleSignals {
  return {
    events: events.map(() => ({ ...r.pick(pools.events), source: r.pick(pools.events).source })),
    codes: codes.map(() => r.pick(pools.codes).slice(0, 5) + r.text(HEX_DIGITS, 3)),
    messages: messages.map(() => r.pick(pools.messages).replace(/\d+/g, (digits) => r.text(DIGITS, digits.length))),
    names: [],
    patterns: [],
    positions: [],
  };
}
