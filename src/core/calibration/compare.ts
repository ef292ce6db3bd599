import type { Answer } from "./answer-to.ts";
import type { Chance } from "./chance.ts";
import { answeringScore, areaUnderCurve } from "./measures.ts";

/** How well a model does on questions whose answers are known. */
export type Figures = {
  /** Of the questions with an answer, the share whose right article comes first. */
  readonly first: number;
  /** How well confidence tells questions with an answer from those without; 1 is perfect, 0.5 is guessing. */
  readonly area: number;
  /** Of the questions without an answer, the share that is answered where 90 % of the others are. */
  readonly falsely: number;
};

export type Measure = keyof Figures;

export function figuresOf(answers: readonly Answer[]): Figures {
  const scored = answers.map(({ confidence, answerable }) => ({ score: confidence, answerable }));
  const from = answeringScore(scored);
  return {
    first: shareOf(
      answers.filter(({ answerable }) => answerable),
      ({ right }) => right,
    ),
    area: areaUnderCurve(scored),
    falsely: shareOf(
      answers.filter(({ answerable }) => !answerable),
      ({ confidence }) => confidence > 0 && confidence >= from,
    ),
  };
}

function shareOf(answers: readonly Answer[], counts: (answer: Answer) => boolean): number {
  return answers.filter(counts).length / Math.max(1, answers.length);
}

/** Where one of two models is better than the other, beyond chance and by enough to be noticed. */
export type Comparison = { readonly better: readonly Measure[]; readonly worse: readonly Measure[] };

/**
 * Compares the answers of a new model with those of the old to the same questions, in the same order. Whether a
 * difference is chance is tried on draws of the articles, because questions about one article succeed or fail together.
 * How honest confidence is does not count: on questions made like those it was fitted on, a new model always wins there.
 */
export function compare(fresh: readonly Answer[], old: readonly Answer[], chance: Chance): Comparison {
  const draws = Array.from({ length: DRAWS }, drawsOf(fresh, chance)).map((draw) =>
    gains(figuresOf(pick(fresh, draw)), figuresOf(pick(old, draw))),
  );
  const clear = (sign: 1 | -1): readonly Measure[] => MEASURES.filter((name) => isClear(name, sign));
  const isClear = (name: Measure, sign: 1 | -1): boolean => {
    const values = draws.map((draw) => draw[name] * sign).toSorted((a, b) => a - b);
    return values[Math.floor(DRAWS * DOUBT)]! > 0 && values[DRAWS / 2]! >= WORTH[name];
  };
  return { better: clear(1), worse: clear(-1) };
}

const DRAWS = 200;

/** One comparison in a hundred may be wrong about a measure, half of it on either side. */
const DOUBT = 0.005;

const MEASURES: readonly Measure[] = ["first", "area", "falsely"];

/** Less is not worth keeping a model of one's own, and calibrating again after each upgrade. */
const WORTH: Figures = { first: 0.005, area: 0.003, falsely: 0.01 };

/** Positive where the first is better. */
function gains(fresh: Figures, old: Figures): Figures {
  return { first: fresh.first - old.first, area: fresh.area - old.area, falsely: old.falsely - fresh.falsely };
}

/** Draws as many articles as there are, some of them twice and some not at all: the places of their questions. */
function drawsOf(answers: readonly Answer[], chance: Chance): () => readonly number[] {
  const groups = Map.groupBy(answers.keys(), (at) => answers[at]!.about ?? at);
  const places = [...groups.values()];
  return () => places.flatMap(() => chance.pick(places));
}

function pick(answers: readonly Answer[], places: readonly number[]): readonly Answer[] {
  return places.map((place) => answers[place]!);
}
