import type { Articles, Decide, Read } from "../../src/app/ports.ts";
import type { Reading } from "../../src/core/signals/signal.ts";
import {
  anAnswer,
  anAsk,
  anErrorReading,
  aReading,
  articles,
  look,
  silence,
  wipe,
} from "../core/resolution/builders.ts";

/** Error 1 is the wiped store, error 2 the wrong disk, so are the two halves together; error 3 could be both, and nobody knows error 9. */
export const threeErrors: { readonly articles: Articles; readonly read: Read; readonly decide: Decide } = {
  articles,
  read: (text, via) => ({ ...readingOf(text), text, via }),
  decide: ({ readings }) => {
    const text = readings.map((reading) => reading.text).join("\n");
    if (text.includes("error 1")) return anAnswer(wipe, look);
    if (text.includes("error 2") || /first half[^]*second half/.test(text)) return anAnswer(look);
    if (text.includes("error 3")) return anAsk();
    return text.includes("error 9") ? { ...silence(), why: { kind: "unknown-error" } } : silence();
  },
};

/** Each error has an event of its own. */
function readingOf(text: string): Reading {
  const [, number] = /(\d+)/.exec(text) ?? [];
  return number === undefined ? aReading() : anErrorReading(7008 + Number(number));
}
