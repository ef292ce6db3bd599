import type { Instant } from "../resolution/responder.ts";
import type { Block, Button, Inline, RichText } from "./view.ts";

/** Text from strings and inlines; empty strings are left out. */
export function rich(...parts: readonly (string | Inline)[]): RichText {
  return parts
    .map((part) => (typeof part === "string" ? plain(part) : part))
    .filter((part) => "name" in part || part.text !== "");
}

/** An inline that is never a mention: mentions are made on purpose, one by one. */
export type Word = Exclude<Inline, { kind: "mention" | "channel" }>;

export function plain(text: string): Word {
  return { kind: "plain", text };
}

export function strong(text: string): Word {
  return { kind: "strong", text };
}

export function code(text: string): Word {
  return { kind: "code", text };
}

/** When something happened. */
export function time(at: Instant): Word {
  return { kind: "time", at, text: `${new Date(at).toISOString().slice(11, 16)} UTC` };
}

export function heading(text: string): Block {
  return { kind: "heading", text };
}

export function paragraph(...parts: readonly (string | Word)[]): Block {
  return { kind: "paragraph", text: rich(...parts) };
}

export function note(...parts: readonly (string | Inline)[]): Block {
  return { kind: "note", text: rich(...parts) };
}

export function bullets(items: readonly RichText[]): readonly Block[] {
  return items.length === 0 ? [] : [{ kind: "list", ordered: false, items }];
}

/** A row of buttons; without any there is no row. */
export function buttons(visible: readonly Button[], more: readonly Button[] = []): readonly Block[] {
  const [first, ...rest] = visible.length > 0 ? visible : more;
  if (first === undefined) return [];
  return [{ kind: "buttons", buttons: [first, ...rest], more: visible.length > 0 ? more : [] }];
}

/** The text alone. */
export function textOf(text: RichText): string {
  return text.map((inline) => ("name" in inline ? inline.name : inline.text)).join("");
}

/** At most so many UTF-16 units, an ellipsis included; never half a character. */
export function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, cutAt(text, most - 1)).trimEnd()}…`;
}

/** Where to cut so that at most so many UTF-16 units are left and no surrogate pair is torn. */
export function cutAt(text: string, most: number): number {
  if (text.length <= most) return text.length;
  return /[\uD800-\uDBFF]/.test(text[most - 1] ?? "") ? most - 1 : most;
}
