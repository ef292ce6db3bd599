import { foldSource } from "../signals/source.ts";
import type { Article, EventSignature } from "./article.ts";
import type { Path } from "./read-front-matter.ts";
import { shorten } from "./shorten.ts";

/** Something that leads to an article by itself: who pastes it is sent there. */
export type Signature = {
  /** Equal where two articles would be found by the same paste. */
  readonly key: string;
  /** Keys of vaguer signatures that this one fits as well. */
  readonly countsFor: readonly string[];
  readonly says: string;
  readonly path: Path;
  readonly wayOut: string;
};

export function signaturesOf({ signals }: Article): readonly Signature[] {
  const { events, codes, messages, names, positions, patterns } = signals;
  return [
    ...firstOfEach(events.flatMap(eventSignature)),
    ...codes.map((code, at) => plain("codes", at, code, `the code ${code}`)),
    ...firstOfEach(messages.flatMap(messageSignature)),
    ...names.map((name, at) => plain("names", at, name, `the name ${name}`)),
    ...positions.map((position, at) => plain("positions", at, position, `the position ${position}`)),
    ...patterns.map((pattern, at) => plain("patterns", at, pattern, `the pattern "${shorten(pattern)}"`)),
  ];
}

const TELL_APART = "Add `distinguishing:` with a question and a statement.";

/** What other programs log under the same number is another event, except where the article does not say whose it is. */
function eventSignature({ id, source, role }: EventSignature, at: number): Signature[] {
  if (role !== "telling") return [];
  const path = ["signals", "events", at];
  const anyone = `event ${id}`;
  if (source !== undefined)
    return [
      {
        key: `event ${id} of ${foldSource(source)}`,
        countsFor: [anyone],
        says: `event ${id} of ${source}`,
        path,
        wayOut: TELL_APART,
      },
    ];
  const wayOut = "Add its `source:`, or `distinguishing:` with a question and a statement.";
  return [{ key: anyone, countsFor: [], says: anyone, path, wayOut }];
}

/** Shorter messages are everybody's: "Access denied". */
const LEAST_WORDS = 4;

/** Whatever stands in the brackets, a paste has something else there. */
function messageSignature(message: string, at: number): Signature[] {
  const plainText = message
    .replace(/<[^<>]*>/g, " <> ")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+|<>/gu);
  if (plainText === null || plainText.filter((word) => word !== "<>").length < LEAST_WORDS) return [];
  return [plain("messages", at, plainText.join(" "), `the message "${shorten(message)}"`)];
}

function plain(kind: keyof Article["signals"], at: number, value: string, says: string): Signature {
  return { key: `${kind} ${value}`, countsFor: [], says, path: ["signals", kind, at], wayOut: TELL_APART };
}

function firstOfEach(signatures: readonly Signature[]): readonly Signature[] {
  return [...new Map(signatures.toReversed().map((one) => [one.key, one])).values()].toReversed();
}
