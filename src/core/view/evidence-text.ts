import { assertNever } from "../brand.ts";
import type { Evidence, Mark } from "../matching/verdict.ts";
import { code, cutAt, plain, rich, shortened, strong, type Word } from "./rich.ts";
import type { RichText } from "./view.ts";

/** A text longer than this is shown in part: beside others, or where it is all that is looked at. */
const LONGEST = { brief: 110, whole: 240 } as const;

export type Length = keyof typeof LONGEST;

/** A reason for a match in words that a responder can check against the paste. */
export function evidenceText(evidence: Evidence): RichText {
  switch (evidence.kind) {
    case "named":
      return rich("the article itself was named");
    case "event":
      return eventText(evidence);
    case "code":
      return codeText(evidence);
    case "name":
      return rich("the name ", code(evidence.name));
    case "position":
      return rich("it gave up at ", code(evidence.position));
    case "message":
    case "title":
      return wordingText(evidence, "", "whole");
    case "words":
      return rich("the words ", ...evidence.words.flatMap((word, index) => [index > 0 ? ", " : "", strong(word)]));
    case "pattern":
      return rich("it looks like ", code(shortened(evidence.text, LONGEST.whole)));
    case "answered":
      return rich(`“${evidence.question}”: `, strong(evidence.holds ? "yes" : "no"));
  }
  return assertNever(evidence);
}

type EventEvidence = Extract<Evidence, { kind: "event" }>;

function eventText(event: EventEvidence): RichText {
  return eventsText([event]);
}

/** Events of one source. */
export function eventsText(events: readonly EventEvidence[]): RichText {
  const [source, isCompanion] = [events[0]?.source, events[0]?.companion ?? false];
  const ids = events.flatMap(({ id }, at) => [joiner(at, events.length), strong(String(id))]);
  const from = source === undefined ? [] : [" from ", strong(source)];
  const others = events.length > 1 ? ", which come with other errors too" : ", which comes with other errors too";
  return rich(events.length > 1 ? "events " : "event ", ...ids, ...from, isCompanion ? others : "");
}

function joiner(at: number, of: number): string {
  if (at === 0) return "";
  return at === of - 1 ? " and " : ", ";
}

type Wording = Extract<Evidence, { kind: "message" | "title" }>;

/** How alike a message or title is; of the title that stands above it, only the words that were said too. */
export function wordingText(evidence: Wording, heading: string, length: Length): RichText {
  const { kind, likeness, text, marks } = evidence;
  if (kind === "title" && marks.length > 0 && heading.includes(text))
    return rich("the title: ", ...markedAlone(evidence));
  const before = kind === "message" ? `message ${percent(likeness)} alike: “` : "title alike: “";
  return [plain(before), ...marked(evidence, LONGEST[length]), plain("”")];
}

/** The words that were said too, without what stands between them. */
function markedAlone({ text, marks }: Wording): readonly Word[] {
  return marks.flatMap(({ start, end }, at) => [plain(at > 0 ? " … " : ""), strong(text.slice(start, end))]);
}

function codeText(evidence: Extract<Evidence, { kind: "code" }>): RichText {
  const isSame = evidence.written.toUpperCase().includes(evidence.code.toUpperCase());
  return isSame
    ? rich("code ", strong(evidence.written))
    : rich("code ", strong(evidence.code), ", written ", code(evidence.written));
}

function percent(likeness: number): string {
  return `${Math.round(likeness * 100)} %`;
}

type Marked = { readonly text: string; readonly marks: readonly Mark[] };

/** The text with the words that the paste has too set off; of a long one the part that has the most of them. */
function marked({ text, marks }: Marked, longest: number): readonly Word[] {
  const begin = beginOf({ text, marks }, longest);
  const end = begin + cutAt(text.slice(begin), longest);
  const words: Word[] = [plain(begin > 0 ? "…" : "")];
  let from = begin;
  for (const mark of marks.filter(({ start, end: stop }) => start < end && stop > start)) {
    const start = Math.max(mark.start, from);
    const stop = Math.min(mark.end, end);
    words.push(plain(text.slice(from, start)), strong(text.slice(start, stop)));
    from = Math.max(from, stop);
  }
  words.push(plain(text.slice(from, end)), plain(end < text.length ? "…" : ""));
  return words.filter((word) => word.text !== "");
}

/** The mark from which a stretch of this length has the most of what is marked; the beginning where all of it fits. */
function beginOf({ text, marks }: Marked, longest: number): number {
  if (text.length <= longest) return 0;
  const starts = [0, ...marks.map(({ start }) => start)];
  const had = starts.map((from) =>
    marks.reduce(
      (sum, { start, end }) => sum + (start >= from ? Math.max(0, Math.min(end, from + longest) - start) : 0),
      0,
    ),
  );
  return starts[had.indexOf(Math.max(...had))] ?? 0;
}
