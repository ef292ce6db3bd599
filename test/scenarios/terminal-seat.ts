import { PassThrough } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { stripVTControlCharacters } from "node:util";
import { runTerminal } from "../../adapters/terminal/index.ts";
import type { Terminal } from "../../adapters/terminal/terminal.ts";
import type { Conversation } from "../../src/app/conversation.ts";
import { type CaseId, caseId } from "../../src/core/resolution/case.ts";

/** A terminal that is driven as a person would: by what stands on the screen. */
export type TerminalSeat = {
  readonly say: (text: string) => Promise<void>;
  /** Presses a button that is on offer now, through "more" and "are you sure?" where they are in the way. */
  readonly press: (label: string, typing: string | undefined) => Promise<void>;
  /** What came since the last thing said or pressed; runs of blanks and line breaks are one blank. */
  readonly visible: () => string;
  readonly leave: () => Promise<void>;
  /** Sends characters as they are, and waits until the terminal waits again. */
  readonly type: (characters: string) => Promise<void>;
  /** What came since the last thing typed, with everything a terminal would interpret. */
  readonly raw: () => string;
  readonly exitCode: Promise<number>;
};

type Chair = Pick<Partial<Terminal>, "nextCase" | "beginAnew"> & {
  readonly columns?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly left?: Terminal["left"];
};

/** Sits down at a terminal of so many columns. */
export async function aTerminalSeat(
  conversation: Conversation,
  { columns = 80, env = {}, left, nextCase = namesOfCases(), beginAnew }: Chair = {},
): Promise<TerminalSeat> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  let written = "";
  let from = 0;
  const session = { isOver: false };
  output.on("data", (chunk: Buffer) => (written += chunk.toString()));
  const terminal = {
    input,
    output,
    isTTY: true,
    columns: () => columns,
    env: { USER: "Ana", ...env },
    conversation,
    nextCase,
    ...(left === undefined ? {} : { left }),
    ...(beginAnew === undefined ? {} : { beginAnew }),
  };
  const exitCode = runTerminal(terminal).finally(() => (session.isOver = true));
  const raw = () => written.slice(from);
  const screen = () => stripVTControlCharacters(raw());
  const waiting = async () => {
    while (!session.isOver && !screen().endsWith("> ")) await wait(2);
  };
  const type = async (characters: string) => {
    from = written.length;
    input.write(characters);
    await waiting();
  };
  const press = async (label: string, typing: string | undefined) => {
    if (keyOf(screen(), label) === undefined && keyOf(screen(), "more…") !== undefined) await type("m\r");
    const key = keyOf(stripVTControlCharacters(written), label);
    if (key === undefined) throw new Error(`Expected a button "${label}", but the screen says:\n${screen()}`);
    await type(`${key}\r`);
    if (/\[n\] Not yet {2}> $/.test(screen())) await type("y\r");
    if (typing !== undefined) await type(`${typing}\r`);
  };
  await waiting();
  return {
    say: (text) => type(asTyped(text)),
    press,
    visible: () => screen().replaceAll(/\s+/g, " "),
    leave: async () => {
      input.end();
      await exitCode;
    },
    type,
    raw,
    exitCode,
  };
}

/** A name for each case of a window that keeps nothing. */
export function namesOfCases(): () => CaseId {
  let count = 0;
  return () => caseId(`terminal/${++count}`);
}

/** Many lines are pasted, between the marks of a terminal that marks pastes; one is typed. */
function asTyped(text: string): string {
  return text.includes("\n") ? `\u001B[200~${text}\u001B[201~` : `${text}\r`;
}

/** The key of the button as it was last shown. */
function keyOf(screen: string, label: string): string | undefined {
  const lines = screen.replaceAll("\r", "").split("\n");
  const buttons = lines.flatMap((line) => line.trim().split(/ {3}(?=\[)/)).map((text) => /^\[(\w)\] (.*)$/.exec(text));
  return buttons.findLast((button) => button?.[2] === label)?.[1];
}
