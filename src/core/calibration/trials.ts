import type { Article } from "../kb/article.ts";
import { AT } from "../matching/features.ts";
import { type Index, indexArticles } from "../matching/index.ts";
import { type Ranked, rankUnit } from "../matching/rank.ts";
import type { Chance } from "./chance.ts";
import { type Labelled, type Read, type Trial, trialOf } from "./examples.ts";
import { saysThat } from "./says-that.ts";
import { chatterQueries, type MadeQuery, queriesFor } from "./queries.ts";

/** A knowledge base whose own texts are made into queries. */
export type Ground = {
  readonly articles: readonly Article[];
  readonly articleOf: (id: string) => Article | undefined;
  readonly index: Index;
  readonly read: Read;
  readonly chance: Chance;
};

/** Queries of one class that a knowledge base is asked at most; more would only repeat the lesson. */
const MOST_OF_CLASS = 800;

/** Descriptions differ more from each other than anything else. */
const MOST_DESCRIPTIONS = 1_600;

/** Share of the queries that are asked once more, as if their article had never been written. */
const LEFT_OUT = 0.7;

const CHATTER = 300;

/** Asks a knowledge base about itself; see `questionsOn`. */
export function trialsOn(ground: Ground): readonly Trial[] {
  return questionsOn(ground).flatMap((question) => tried(ground, question));
}

/** A question made from an article; `about` is undefined for chatter. */
export type Question = Labelled & { readonly about: string | undefined };

/** Questions about articles that a knowledge base has, about some that are to be left out, and mere chatter. */
export function questionsOn(ground: Ground): readonly Question[] {
  const { articles, chance } = ground;
  const made = capped(shuffled(articles, chance).flatMap((article) => queriesFor(article, chance)));
  const asked = made.flatMap((query) => [
    questionOf(ground, query, true),
    ...(chance.happens(LEFT_OUT) ? [questionOf(ground, query, false)] : []),
  ]);
  return [...asked, ...chatterQueries(CHATTER, chance).map((query) => questionOf(ground, query, false))];
}

/** Knowledge bases of other sizes, cut out of this one: how many articles, and how many such bases. */
const SMALL_BASES: readonly (readonly [size: number, count: number])[] = [
  [4, 70],
  [40, 14],
  [400, 4],
];

/** Asks small knowledge bases cut out of this one, so that confidence means the same for four articles as for all. */
export function trialsOnSmallBases(ground: Ground): readonly Trial[] {
  const { articles, chance } = ground;
  const fitting = SMALL_BASES.filter(([size]) => size * 2 <= articles.length);
  return fitting.flatMap(([size, count]) =>
    Array.from({ length: count }, () => smallBase(ground, size)).flatMap((small) =>
      trialsOnSmallBase(small, ground, chance),
    ),
  );
}

/** Members that a small base is asked about; as many outsiders are asked about too. */
const MOST_MEMBERS = 60;
const OUTSIDER_QUERIES = 6;
const SMALL_CHATTER = 25;

function trialsOnSmallBase(small: Ground, whole: Ground, chance: Chance): Trial[] {
  const ids = new Set<string>(small.articles.map((article) => article.id));
  const members = small.articles.slice(0, MOST_MEMBERS);
  const outsiders = members.map(() => chance.pick(whole.articles)).filter((article) => !ids.has(article.id));
  return [
    ...members.flatMap((article) => queriesFor(article, chance)).flatMap((query) => ask(small, query, true)),
    ...outsiders
      .flatMap((article) => queriesFor(article, chance).slice(0, OUTSIDER_QUERIES))
      .flatMap((query) => ask(small, query, false)),
    ...chatterQueries(SMALL_CHATTER, chance).flatMap((query) => ask(small, query, false)),
  ];
}

/** An article and those like it: the hard case, because their words are the same. */
function smallBase({ articles, articleOf, index, read, chance }: Ground, size: number): Ground {
  const seed = chance.pick(articles);
  const unit = {
    kind: "talk",
    text: `${seed.title} ${seed.symptoms.slice(0, 300)}`,
    signals: [],
    via: "command",
  } as const;
  const alike = new Set<string>(rankUnit(index.searchers, index.model, unit).map(({ card }) => card.id));
  const others = Array.from({ length: size }, () => chance.pick(articles));
  const members = [...new Set([seed, ...articles.filter((article) => alike.has(article.id)), ...others])].slice(
    0,
    size,
  );
  return { articles: members, articleOf, index: indexArticles(members, index.model), read, chance };
}

function ask(ground: Ground, query: MadeQuery, answerable: boolean): Trial[] {
  return tried(ground, questionOf(ground, query, answerable));
}

function tried({ index, read }: Ground, question: Question): Trial[] {
  const trial = trialOf(index, read, question);
  return trial === undefined ? [] : [trial];
}

function questionOf({ articleOf }: Ground, query: MadeQuery, answerable: boolean): Question {
  return {
    text: query.text,
    via: query.via,
    about: query.article,
    answerable,
    isRight: (ranked) =>
      isRight(query, ranked, (id) => saysThat(articleOf(id), query.quotes ?? "", query.class.startsWith("record"))),
  };
}

/** The article itself, and any other that the same identifiers or the very same message lead to. */
function isRight(query: MadeQuery, { card, vector }: Ranked, saysSame: (id: string) => boolean): boolean {
  if (card.id === query.article) return true;
  if (query.class.startsWith("code")) return vector[AT.code]! > 0 || vector[AT.mention]! > 0;
  const isFromSource = vector[AT.eventFrom] === 1;
  if (NAMES_AN_EVENT.has(query.class)) return isFromSource || vector[AT.event] === 1;
  const isRecord = query.class.startsWith("record");
  if (isRecord && (!isFromSource || query.quotes === "")) return isFromSource;
  return query.quotes !== undefined && saysSame(card.id);
}

const NAMES_AN_EVENT: ReadonlySet<string> = new Set(["event id", "source and id", "event told"]);

function capped(queries: readonly MadeQuery[]): readonly MadeQuery[] {
  const counts = new Map<string, number>();
  return queries.filter(({ class: name }) => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count <= (name === "description" ? MOST_DESCRIPTIONS : MOST_OF_CLASS);
  });
}

/** In an order of chance, so that the first of each class are as good as any. */
function shuffled(articles: readonly Article[], chance: Chance): readonly Article[] {
  const order = articles.map((article) => ({ article, place: chance.share() }));
  return order.toSorted((a, b) => a.place - b.place).map(({ article }) => article);
}
