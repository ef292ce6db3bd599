/** What comes from a keyboard: keys, or a paste between its marks. */
export type Typed = { readonly kind: "keys" | "paste"; readonly text: string };

/** Asks the terminal to mark pastes: {@link https://invisible-island.net/xterm/ctlseqs/ctlseqs.html#h2-Bracketed-Paste-Mode} */
export const MARK_PASTES = { on: "\u001B[?2004h", off: "\u001B[?2004l" } as const;

const [BEGIN, END] = ["\u001B[200~", "\u001B[201~"];

/** Tells keys from pastes, however the input is cut into chunks. Marks within a paste cannot be trusted, so the first end counts. */
export function pasteSplitter(): (chunk: string) => readonly Typed[] {
  let held = "";
  let isPasting = false;
  return (chunk) => {
    const typed: Typed[] = [];
    held += chunk;
    for (let at = held.indexOf(isPasting ? END : BEGIN); at >= 0; at = held.indexOf(isPasting ? END : BEGIN)) {
      typed.push({ kind: isPasting ? "paste" : "keys", text: held.slice(0, at) });
      held = held.slice(at + BEGIN.length);
      isPasting = !isPasting;
    }
    if (isPasting) return typed;
    const keep = beginsMark(held);
    typed.push({ kind: "keys", text: held.slice(0, held.length - keep) });
    held = held.slice(held.length - keep);
    return typed.filter((one) => one.kind === "paste" || one.text !== "");
  };
}

/** How many characters at the end may be the beginning of a mark. An Escape waits for what follows it: alone it means nothing here. */
function beginsMark(text: string): number {
  for (let length = BEGIN.length - 1; length > 0; length--) if (text.endsWith(BEGIN.slice(0, length))) return length;
  return 0;
}
