import { createInterface, type Interface } from "node:readline";
import { PassThrough } from "node:stream";
import { MARK_PASTES, pasteSplitter, type Typed } from "./bracketed.ts";
import { clean } from "./clean.ts";
import { TERMINAL_LIMITS } from "./limits.ts";
import { type Mailbox, mailbox } from "./mailbox.ts";

/** What came from the keyboard when something was asked. */
export type Answer =
  | {
      readonly kind: "text";
      readonly text: string;
      readonly isPasted: boolean;
      /** Whether it stands on the screen already. */
      readonly isEchoed: boolean;
    }
  /** Ctrl-C on an empty line. */
  | { readonly kind: "interrupt" }
  /** Ctrl-D, or the window was closed. */
  | { readonly kind: "end" };

export type Prompter = {
  readonly ask: (prompt: string, initial?: string) => Promise<Answer>;
  readonly close: () => void;
};

export type Keyboard = NodeJS.ReadableStream & { readonly setRawMode?: (isRaw: boolean) => unknown };

type Desk = { readonly keys: PassThrough; readonly editor: Interface; readonly answers: Mailbox<Answer> };

/** Asks at the keyboard: for a line, with editing and history, or a paste, which is data and never keys. */
export function prompter(input: Keyboard, output: NodeJS.WritableStream): Prompter {
  const keys = Object.assign(new PassThrough(), { setRawMode: (isRaw: boolean) => input.setRawMode?.(isRaw) });
  const editor = createInterface({ input: keys, output, terminal: true, historySize: 100 });
  const desk = { keys, editor, answers: mailbox<Answer>() };
  const leave = attach(input, desk);
  gatherLines(desk);
  output.write(MARK_PASTES.on);
  return {
    ask: async (prompt, initial = "") => {
      editor.setPrompt(prompt);
      editor.prompt();
      if (initial !== "") editor.write(clean(initial));
      const answer = await desk.answers.next();
      if (answer.kind !== "text" || !answer.isEchoed) output.write("\n");
      return answer;
    },
    close: () => {
      leave();
      editor.close();
      output.write(MARK_PASTES.off);
    },
  };
}

/** Keys go to the line editor; pastes go round it. */
function attach(input: Keyboard, desk: Desk): () => void {
  const split = pasteSplitter();
  const onData = (chunk: string | Buffer) => split(chunk.toString()).forEach((typed) => take(typed, desk));
  const onEnd = () => desk.keys.end();
  input.setEncoding("utf8");
  input.on("data", onData).on("end", onEnd);
  return () => {
    input.off("data", onData).off("end", onEnd);
    input.pause();
  };
}

function take({ kind, text }: Typed, { keys, editor, answers }: Desk): void {
  if (kind === "keys") keys.write(text);
  else if (isShortLine(text)) editor.write(clean(text));
  else {
    const typed = editor.line;
    if (typed !== "") clearLine(editor);
    answers.put({
      kind: "text",
      text: (typed + text).slice(0, TERMINAL_LIMITS.paste),
      isPasted: true,
      isEchoed: false,
    });
  }
}

/** One short line may be the beginning of something typed: it waits for Enter. */
function isShortLine(text: string): boolean {
  return text.length <= TERMINAL_LIMITS.shortLine && !/[\r\n]/.test(text);
}

/** Lines that come in one breath were pasted by a terminal that doesn't mark pastes. */
function gatherLines({ editor, answers }: Desk): void {
  const lines: string[] = [];
  let timer: NodeJS.Timeout | undefined;
  const flush = () => {
    const text = lines.join("\n").slice(0, TERMINAL_LIMITS.paste);
    if (lines.length > 0) answers.put({ kind: "text", text, isPasted: lines.length > 1, isEchoed: true });
    lines.length = 0;
  };
  editor.on("line", (line) => {
    clearTimeout(timer);
    lines.push(line);
    timer = setTimeout(flush, TERMINAL_LIMITS.quiet);
  });
  editor.on("SIGINT", () => (editor.line === "" ? answers.put({ kind: "interrupt" }) : clearLine(editor)));
  editor.on("close", () => {
    clearTimeout(timer);
    flush();
    answers.put({ kind: "end" });
  });
}

function clearLine(editor: Interface): void {
  editor.write(null, { ctrl: true, name: "e" });
  editor.write(null, { ctrl: true, name: "u" });
}
