import { marksIn, markFor } from "./mark.ts";
import type { Finding, Shape } from "./shape.ts";
import { SHAPES } from "./shapes.ts";
import { unwrapped } from "./unwrap.ts";

/** A text without its secrets, and what was taken out, in order; never the secrets themselves. */
export type Redaction = { readonly text: string; readonly found: readonly Removal[] };

/** One secret that was taken out: what it was, the shape that knew it, and where it began in the original text. */
export type Removal = { readonly says: string; readonly shape: string; readonly at: number };

/**
 * The text with every recognised secret replaced by what it was, such as `[password removed]`. Everything else stays as it
 * is, so that the error around it can still be matched. Doing it twice changes nothing more.
 */
export function redact(text: string): Redaction {
  const marks = marksIn(text);
  const spans = merged(secretsIn(text).filter((span) => !marks.some((mark) => overlaps(mark, span))));
  const found = spans.map(({ shape, start }) => ({ says: shape.says, shape: shape.name, at: start }));
  return { text: replaced(text, spans), found };
}

type Secret = Finding & { readonly shape: Shape };

function secretsIn(text: string): readonly Secret[] {
  const whole = SHAPES.flatMap((shape) => Array.from(shape.find(text), (span) => ({ ...span, shape })));
  return [...whole, ...tornSecrets(text, whole)];
}

/** Secrets that a line break tore apart; those that were found whole are not made longer. */
function tornSecrets(text: string, whole: readonly Secret[]): readonly Secret[] {
  const { text: joined, original, breaksIn } = unwrapped(text);
  if (joined.length === text.length) return [];
  const known = new Set(whole.map(({ start, shape }) => `${shape.name} ${start}`));
  return SHAPES.filter(({ wraps }) => wraps)
    .flatMap((shape) => Array.from(shape.find(joined), (span) => ({ ...span, shape })))
    .filter(({ start, end }) => breaksIn(start, end))
    .map(({ start, end, shape }) => ({ start: original(start), end: original(end - 1) + 1, shape }))
    .filter(({ start, shape }) => !known.has(`${shape.name} ${start}`));
}

function overlaps(one: Finding, other: Finding): boolean {
  return one.start < other.end && other.start < one.end;
}

/** What overlaps is one secret, named by the shape that comes first in the table. */
function merged(secrets: readonly Secret[]): readonly Secret[] {
  const spans: Secret[] = [];
  for (const secret of secrets.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = spans.at(-1);
    if (last === undefined || secret.start >= last.end) spans.push(secret);
    else spans[spans.length - 1] = { ...last, end: Math.max(last.end, secret.end), shape: better(last, secret) };
  }
  return spans;
}

function better(one: Secret, other: Secret): Shape {
  return SHAPES.indexOf(other.shape) < SHAPES.indexOf(one.shape) ? other.shape : one.shape;
}

function replaced(text: string, spans: readonly Secret[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end, shape } of spans) {
    pieces.push(text.slice(from, start), markFor(shape.says));
    from = end;
  }
  return pieces.join("") + text.slice(from);
}
