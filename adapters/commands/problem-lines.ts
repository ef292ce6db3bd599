import type { Problem } from "../../src/core/kb/problem.ts";

/** So many are read from top to bottom; of more, those that are alike stand together. */
const FEW = 40;

/** Of what is alike, so many are shown. */
const MOST_OF_A_KIND = 10;

/** Every problem as `file:line: severity: message`; many of them by kind, errors first, and the first ones of each. */
export function problemLines(problems: readonly Problem[], all: boolean): readonly string[] {
  if (problems.length <= FEW) return problems.map(lineFor);
  const kinds = Map.groupBy(problems, ({ severity, topic }) => topic ?? OTHERS[severity]);
  const sections = [...kinds].toSorted(([, a], [, b]) => rankOf(a) - rankOf(b));
  const lines = sections.flatMap(([kind, those]) => section(kind, those, all ? those.length : MOST_OF_A_KIND));
  const isCut = !all && sections.some(([, those]) => those.length > MOST_OF_A_KIND);
  return isCut ? [...lines, "kms check --all tells them all, and tries every article.", ""] : lines;
}

const OTHERS = { error: "mistakes that keep articles from being used", warning: "other things to look at" } as const;

function rankOf([first]: readonly Problem[]): number {
  return first?.severity === "error" ? 0 : 1;
}

function section(kind: string, problems: readonly Problem[], most: number): readonly string[] {
  const left = problems.length - most;
  const rest = left > 0 ? [`… and ${grouped(left)} more.`] : [];
  return [`${grouped(problems.length)} ${kind}:`, ...problems.slice(0, most).map(lineFor), ...rest, ""];
}

function lineFor({ file, line, severity, message }: Problem): string {
  return `${file}:${line}: ${severity}: ${message}`;
}

export function counted(count: number, noun: string, several = `${noun}s`): string {
  return `${grouped(count)} ${count === 1 ? noun : several}`;
}

export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
