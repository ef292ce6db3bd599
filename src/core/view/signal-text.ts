import { assertNever } from "../brand.ts";
import type { Reading, Signal } from "../signals/signal.ts";
import { code, rich, strong, textOf } from "./rich.ts";
import type { RichText } from "./view.ts";

/** How many signals are named: enough to see that the paste was read well. */
const MOST = 8;

/** What was understood of the texts, each signal once, in the order of appearance. */
export function understoodIn(readings: readonly Reading[]): readonly RichText[] {
  const texts = readings.flatMap((reading) => reading.signals).map(signalText);
  return [...new Map(texts.map((text) => [textOf(text), text])).values()].slice(0, MOST);
}

function signalText(signal: Signal): RichText {
  switch (signal.kind) {
    case "event":
      return rich(
        "event ",
        strong(String(signal.id)),
        ...(signal.source === undefined ? [] : [" from ", strong(signal.source)]),
      );
    case "code":
      return rich("code ", strong(signal.code));
    case "error-number":
      return rich(`${signal.family} `, strong(signal.number));
    case "name":
      return rich("the name ", code(signal.name));
    case "position":
      return rich("the source position ", code(signal.position));
    case "build":
      return rich("build ", strong(signal.build));
    case "article":
      return rich("article ", strong(signal.id));
    case "file":
      return rich("the file ", code(signal.name));
    case "bare-number":
      return rich("the number ", strong(String(signal.value)));
  }
  return assertNever(signal);
}
