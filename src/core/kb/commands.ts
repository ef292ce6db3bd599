import type { Command } from "./article.ts";
import { type Fence, fenceAfter } from "./fence.ts";
import { ARTICLE_LIMITS } from "./limits.ts";
import { placeholderFault } from "./placeholders.ts";
import type { ProblemLog } from "./problem.ts";
import { type Lines, textOf } from "./section.ts";

/** A code block in one of these languages is a command to run; any other block is text, such as a program's output. */
export const COMMAND_LANGUAGES: readonly string[] = ["sh", "bash", "cmd", "bat", "powershell", "sql"];

/** Tells the commands of a step from its text. */
export function separateCommands(
  { lines, first }: Lines,
  log: ProblemLog,
): { readonly text: string; readonly commands: readonly Command[] } {
  const kept: string[] = [];
  const commands: Command[] = [];
  let fence: Fence | undefined;
  let block: string[] = [];
  let removed = 0;
  for (const [index, line] of lines.entries()) {
    const before = fence;
    fence = fenceAfter(fence, line);
    const command = (before ?? fence)?.language ?? "";
    if (!COMMAND_LANGUAGES.includes(command)) keep(line, kept, removed);
    else if (before === undefined) block = [];
    else if (fence !== undefined) block.push(dedent(line, before.indent));
    else {
      commands.push(readCommand({ block, language: command, line: first + index - block.length - 1 }, log));
      removed = kept.length;
    }
  }
  if (commands.length > ARTICLE_LIMITS.commandsOfAStep) log.error(first, TOO_MANY);
  return { text: textOf(kept), commands };
}

const TOO_MANY = `Cannot read this step: it has too many commands. Split it; a step has ${ARTICLE_LIMITS.commandsOfAStep} at most.`;

function dedent(line: string, indent: number): string {
  const lead = line.length - line.trimStart().length;
  return line.slice(Math.min(indent, lead));
}

/** Where a command was taken out, one empty line is enough. */
function keep(line: string, kept: string[], removedAt: number): void {
  const doubled = removedAt > 0 && removedAt === kept.length && line.trim() === "" && kept.at(-1)?.trim() === "";
  if (!doubled) kept.push(line);
}

/** Characters that make a command look different from what it does: {@link https://trojansource.codes} */
const UNSEEN = /(?![\t\n])[\p{Cc}\p{Cf}\u2028\u2029]/u;

function readCommand(
  { block, language, line }: { readonly block: readonly string[]; readonly language: string; readonly line: number },
  log: ProblemLog,
): Command {
  const text = textOf(block);
  if (text === "")
    log.error(line, "Cannot read this command: the code block is empty. Write the command, or remove the block.");
  if (text.length > ARTICLE_LIMITS.command)
    log.error(line, `Cannot read this command: it is too long. The most is ${ARTICLE_LIMITS.command} characters.`);
  if (UNSEEN.test(text))
    log.error(line, "Cannot offer this command: it has invisible characters. Type it again by hand.");
  const fault = placeholderFault(text);
  if (fault !== undefined) log.warning(line, `Cannot read a placeholder of this command: ${fault}.`);
  return { text, language };
}
