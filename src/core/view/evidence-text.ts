import { assertNever } from "../brand.ts";
import type { Evidence, Mark } from "../matching/verdict.ts";
import { code, cutAt, plain, rich, shortened, strong, type Word } from "./rich.ts";
import type { RichText } from "./view.ts";

/** A message longer than this is shown in part. */
const LONGEST_MESSAGE = 240;

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
      return [plain(`message ${percent(evidence.likeness)} alike: “`), ...marked(evidence), plain("”")];
    case "title":
      return [plain("title alike: “"), ...marked(evidence), plain("”")];
    case "words":
      return rich("the words ", ...evidence.words.flatMap((word, index) => [index > 0 ? ", " : "", strong(word)]));
    case "pattern":
      return rich("it looks like ", code(shortened(evidence.text, LONGEST_MESSAGE)));
    case "answered":
      return rich(`“${evidence.question}”: `, strong(evidence.holds ? "yes" : "no"));
  }
  return assertNever(evidence);
}

function eventText({ id, source, companion }: Extract<Evidence, { kind: "event" }>): RichText {
  const from = source === undefined ? [] : [" from ", strong(source)];
  return rich("event ", strong(String(id)), ...from, companion ? ", which comes with other errors too" : "");
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

/** The text with the words that the paste has too set off. */
function marked({ text, marks }: { readonly text: string; readonly marks: readonly Mark[] }): readonly Word[] {
  const end = cutAt(text, LONGEST_MESSAGE);
  const words: Word[] = [];
  let from = 0;
  for (const mark of marks.filter(({ start, end: stop }) => start < end && stop > start)) {
    const start = Math.max(mark.start, from);
    const stop = Math.min(mark.end, end);
    words.push(plain(text.slice(from, start)), strong(text.slice(start, stop)));
    from = Math.max(from, stop);
  }
  words.push(plain(text.slice(from, end)), plain(end < text.length ? "…" : ""));
  return words.filter((word) => word.text !== "");
}
