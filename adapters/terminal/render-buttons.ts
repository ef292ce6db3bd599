import type { ArticleId } from "../../src/core/kb/article.ts";
import type { Block, Button } from "../../src/core/view/view.ts";
import { cleanLine } from "./clean.ts";
import { type Key, MORE } from "./keys.ts";
import { flow, MARGIN, painted, type Screen } from "./screen.ts";
import { lineWidth, type Piece } from "./wrap.ts";

type Row = Extract<Block, { kind: "buttons" }>;

/** `[d] Done   [n] Didn't work   [m] more…` in one line where there is room, else a line each. */
export function buttonRow(row: Row, keys: readonly Key[], screen: Screen): readonly string[] {
  const shown = keys.filter(({ button }) => row.buttons.includes(button)).map(buttonPieces);
  const more = row.more.some((button) => keys.some((key) => key.button === button));
  const all = more ? [...shown, keyPieces(MORE, "more…", "plain")] : shown;
  const line = all.flatMap((button, index) => (index === 0 ? button : [BETWEEN, ...button]));
  return lineWidth(line) <= screen.columns - MARGIN
    ? [painted(line, screen)]
    : all.flatMap((button) => flow(button, screen));
}

const BETWEEN: Piece = { text: "   ", style: "plain" };

/** The buttons behind "more", a line each. */
export function moreLines(keys: readonly Key[], screen: Screen): readonly string[] {
  return keys.filter(({ isBehind }) => isBehind).flatMap((key) => flow(buttonPieces(key), screen));
}

/** Where nobody can press anything: the commands that lead on. */
export function commandLines(row: Row, screen: Screen): readonly string[] {
  const ways = new Map<ArticleId, Button>();
  for (const button of [...row.buttons, ...row.more]) {
    const article = articleOf(button);
    if (article !== undefined && !ways.has(article)) ways.set(article, button);
  }
  return [...ways].flatMap(([article, { label }]) => {
    return flow(
      [
        { text: `kms show ${article}`, style: "code" },
        { text: ` ${cleanLine(label)}`, style: "dim" },
      ],
      screen,
      "→ ",
    );
  });
}

/** A primary "start" starts what is being shown, so it leads nowhere from here. */
function articleOf({ action, style }: Button): ArticleId | undefined {
  if (action.kind === "open") return style === "primary" ? undefined : action.article;
  return action.kind === "show" || action.kind === "answer" ? action.article : undefined;
}

function buttonPieces({ key, button }: Key): readonly Piece[] {
  return keyPieces(key, cleanLine(button.label), button.style);
}

function keyPieces(key: string, label: string, style: Button["style"]): readonly Piece[] {
  const look = style === "plain" ? "strong" : style;
  return [
    { text: `[${key}]`, style: look },
    { text: ` ${label}`, style: style === "plain" ? "plain" : look },
  ];
}
