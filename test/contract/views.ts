import type { Button, View } from "../../src/core/view/view.ts";

/** A view of one paragraph. */
export function aView(text: string): View {
  return { blocks: [{ kind: "paragraph", text: [{ kind: "plain", text }] }], fallback: text };
}

function aButton(label: string, revision: number, facts: Partial<Button> = {}): Button {
  return { label, action: { kind: "none", revision }, style: "plain", confirm: undefined, input: undefined, ...facts };
}

/** Buttons 1 to 5: one that acts, one that asks first, one that needs words, and two behind the others. */
export function aClickableView(): View {
  const confirm = { title: "Sure?", text: "It cannot be undone.", yes: "Wipe", no: "Keep" };
  const input = { label: "Why is it skipped?", required: true, initial: "" };
  return {
    blocks: [
      { kind: "heading", text: "Restart the service" },
      {
        kind: "buttons",
        buttons: [aButton("Done", 1, { style: "primary" }), aButton("Wipe it", 2, { style: "danger", confirm })],
        more: [aButton("Skip…", 3, { input }), aButton("Not this one", 4), aButton("Stop here", 5)],
      },
    ],
    fallback: "Restart the service",
  };
}

/** So many characters of words and line breaks. */
export function manyWords(length: number): string {
  return "The service <does> not start & *nobody* knows why.\n".repeat(Math.ceil(length / 51)).slice(0, length);
}
