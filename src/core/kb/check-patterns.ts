import { RE2JS } from "re2js";
import { PATTERN_LIMITS, patternSet } from "../patterns/pattern-set.ts";
import { requiredLiteral, SHORTEST } from "../patterns/required-literal.ts";
import { isTooBroad } from "../patterns/too-broad.ts";
import { UNRELATED_TEXTS } from "../patterns/unrelated-texts.ts";
import { CLIP } from "../signals/clip.ts";
import type { Article } from "./article.ts";
import type { Finding } from "./check-knowledge-base.ts";
import { shorten } from "./shorten.ts";

/** Patterns that fit what has nothing to do with their article, and those that cost too much. */
export function patternFindings(articles: readonly Article[]): readonly Finding[] {
  const having = articles.filter(({ signals }) => signals.patterns.length > 0);
  return having.length === 0 ? [] : [...having.flatMap(faults), ...disturbances(having, articles)];
}

const TOPIC = "patterns that are too broad or too slow";

function faults({ id, signals, samples }: Article): readonly Finding[] {
  return signals.patterns.flatMap((pattern, index): readonly Finding[] => {
    const fault = faultOf(pattern, samples.ignores);
    if (fault === undefined) return [];
    const message = `Cannot rely on the pattern "${shorten(pattern)}": ${fault}`;
    return [{ id, path: ["signals", "patterns", index], severity: "warning", message, topic: TOPIC }];
  });
}

function faultOf(pattern: string, ignores: readonly string[]): string | undefined {
  const compiled = RE2JS.compile(pattern);
  const fits = (text: string): boolean => compiled.matcher(text).find();
  if (isTooBroad(compiled)) return "it fits every text. Add words that only this error has.";
  const ignored = ignores.find(fits);
  if (ignored !== undefined) return "it fits a sample that must be ignored. Make it narrower.";
  const [first, second] = UNRELATED_TEXTS.filter(fits);
  if (first !== undefined && second !== undefined)
    return `it also fits "${shorten(first)}" and "${shorten(second)}". Add words that only this error has.`;
  return slownessOf(pattern, compiled.programSize());
}

function slownessOf(pattern: string, size: number): string | undefined {
  if (repeatsRepetition(pattern)) return "it repeats what repeats already, which is slow. Write one repetition.";
  const letters = Math.floor(PATTERN_LIMITS.steps / size);
  if (letters < CLIP.whole)
    return `it is too large to be tried on a text of more than ${letters} letters. Repeat less, or split it.`;
  if (requiredLiteral(pattern) === undefined)
    return `nothing of ${SHORTEST} letters or more must stand in what it fits, so it is run on every text. Begin or end it with a word that is always there.`;
  return undefined;
}

/** A group that ends in a repetition without end and is repeated without end itself, such as `(a+)+`. */
function repeatsRepetition(pattern: string): boolean {
  const plain = pattern.replaceAll(/\\.|\[(?:\\.|[^\]\\])*\]/gs, "x");
  return /(?:[*+]|\{\d+,\})\??\)(?:[*+]|\{\d+,\})/.test(plain);
}

/** Patterns that fit what another article calls talk. */
function disturbances(having: readonly Article[], articles: readonly Article[]): readonly Finding[] {
  const hitsIn = patternSet(
    having.flatMap(({ id, signals }) => signals.patterns.map((pattern) => ({ article: id, pattern }))),
  );
  const known = new Map<string, Article["id"]>(having.map(({ id }) => [id, id]));
  return articles.flatMap(({ id: owner, samples }) =>
    samples.ignores.flatMap((text) =>
      (hitsIn([text])[0] ?? []).flatMap(({ article, text: matched }) => {
        const id = known.get(article);
        return id === undefined || id === owner
          ? []
          : [disturbance(id, matched, `${owner} says that "${shorten(text)}" is talk`)];
      }),
    ),
  );
}

function disturbance(id: Article["id"], matched: string, why: string): Finding {
  const message = `Cannot rely on the patterns of ${id}: ${why}, and one fits its "${shorten(matched)}". Make it narrower.`;
  return { id, path: ["signals", "patterns"], severity: "warning", message, topic: TOPIC };
}
