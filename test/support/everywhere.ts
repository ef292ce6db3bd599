import type { Button, Inline, View } from "../../src/core/view/view.ts";

/** Each of eight texts in another place: heading, paragraph, list, code, quote, small print, button and fallback. */
export function everywhere(texts: readonly string[]): View {
  const [a = "", b = "", c = "", d = "", e = "", f = "", g = "", h = ""] = texts;
  const strong = { kind: "strong", text: b } as const;
  const link = { kind: "link", text: d, url: "https://a.example" } as const;
  return {
    blocks: [
      { kind: "heading", text: a },
      { kind: "paragraph", text: [plain(b), plain(a), { kind: "strong", text: c }] },
      { kind: "list", ordered: true, items: [[plain(d), { kind: "code", text: a }]] },
      { kind: "code", text: e, language: "" },
      { kind: "quote", text: [{ ...link, text: f }, plain(g)] },
      { kind: "note", text: [plain(g), strong, { kind: "code", text: c }, link] },
      { kind: "buttons", buttons: [aButton(h)], more: [aButton(a), aButton(b)] },
    ],
    fallback: h,
  };
}

function plain(text: string): Inline {
  return { kind: "plain", text };
}

function aButton(label: string): Button {
  const action = { kind: "none", revision: 1 } as const;
  return { label, action, style: "plain", confirm: undefined, input: undefined };
}
