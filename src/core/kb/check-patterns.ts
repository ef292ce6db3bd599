import { RE2JS } from "re2js";
import { isTooBroad } from "../patterns/too-broad.ts";
import type { Article } from "./article.ts";
import type { Finding } from "./check-knowledge-base.ts";

/** Patterns that fit any text, that fit what must be ignored, or that repeat what repeats. */
export function patternFindings({ id, signals, samples }: Article): readonly Finding[] {
  return signals.patterns.flatMap((pattern, index): readonly Finding[] => {
    const fault = faultOf(pattern, samples.ignores);
    if (fault === undefined) return [];
    const message = `Cannot rely on the pattern "${pattern.slice(0, 60)}": ${fault}`;
    const path = ["signals", "patterns", index];
    return [{ id, path, severity: "warning", message, topic: "patterns that are too broad or too slow" }];
  });
}

function faultOf(pattern: string, ignores: readonly string[]): string | undefined {
  const compiled = RE2JS.compile(pattern);
  if (isTooBroad(compiled)) return "it fits every text. Add words that only this error has.";
  const ignored = ignores.find((text) => compiled.matcher(text).find());
  if (ignored !== undefined) return "it fits a sample that must be ignored. Make it narrower.";
  if (repeatsRepetition(pattern)) return "it repeats what repeats already, which is slow. Write one repetition.";
  return undefined;
}

/** A group that ends in a repetition without end and is repeated without end itself, such as `(a+)+`. */
function repeatsRepetition(pattern: string): boolean {
  const plain = pattern.replaceAll(/\\.|\[(?:\\.|[^\]\\])*\]/gs, "x");
  return /(?:[*+]|\{\d+,\})\??\)(?:[*+]|\{\d+,\})/.test(plain);
}
