import { assertNever } from "../../src/core/brand.ts";
import type { Inline, RichText } from "../../src/core/view/view.ts";
import { clean, cleanLine } from "./clean.ts";
import type { Style } from "./style.ts";
import type { Piece } from "./wrap.ts";

/** Rich text as pieces; what is plain takes the style of its surroundings. */
export function pieces(text: RichText, around: Style = "plain"): readonly Piece[] {
  return text.map((inline) => pieceOf(inline, around));
}

function pieceOf(inline: Inline, around: Style): Piece {
  switch (inline.kind) {
    case "plain":
    case "time":
      return { text: clean(inline.text), style: around };
    case "strong":
      return { text: clean(inline.text), style: "strong" };
    case "code":
      return { text: clean(inline.text), style: "code" };
    case "link":
      return { text: linkText(inline), style: around };
    case "channel":
      return { text: cleanLine(inline.name), style: around };
    case "mention":
      return { text: `@${cleanLine(inline.name)}`, style: "strong" };
  }
  return assertNever(inline);
}

/** The address is shown, so that nobody follows a text that says something else. */
function linkText({ text, url }: Extract<Inline, { kind: "link" }>): string {
  const [shown, address] = [clean(text), cleanLine(url)];
  return shown === address || shown === "" ? address : `${shown} <${address}>`;
}
