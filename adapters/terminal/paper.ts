import type { View } from "../../src/core/view/view.ts";
import { clean } from "./clean.ts";
import type { Key } from "./keys.ts";
import { TERMINAL_LIMITS } from "./limits.ts";
import { render } from "./render.ts";
import { moreLines } from "./render-buttons.ts";
import { flow, type Screen } from "./screen.ts";

/** What a conversation is written on. */
export type Paper = {
  readonly show: (view: View, keys: readonly Key[]) => void;
  readonly more: (keys: readonly Key[]) => void;
  readonly gap: () => void;
  readonly say: (text: string) => void;
  readonly echo: (paste: string) => void;
};

/** Writes to the terminal at the width it has at that moment. */
export function paper(write: (text: string) => void, screen: () => Omit<Screen, "buttons">): Paper {
  const keyed = (keys: readonly Key[]): Screen => ({ ...screen(), buttons: { kind: "keys", keys } });
  const put = (lines: readonly string[]) => write(`${lines.join("\n")}\n`);
  const dim = (text: string) => put(flow([{ text: clean(text), style: "dim" }], keyed([])));
  return {
    show: (view, keys) => write(`\n${render(view, keyed(keys))}`),
    more: (keys) => put(["", ...moreLines(keys, keyed(keys))]),
    gap: () => write("\n"),
    say: dim,
    echo: (paste) => echoed(paste).forEach(dim),
  };
}

/** The first lines of a paste, so that the person sees what was taken. */
function echoed(paste: string): readonly string[] {
  const lines = paste.split(/\r\n?|\n/).filter((line) => line.trim() !== "");
  const left = lines.length - TERMINAL_LIMITS.echoed;
  const shown = lines.slice(0, TERMINAL_LIMITS.echoed).map((line) => `│ ${line.slice(0, TERMINAL_LIMITS.usual)}`);
  return left > 0 ? [...shown, `│ and ${left} more ${left === 1 ? "line" : "lines"}`] : shown;
}
