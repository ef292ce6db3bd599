import { renameSync, rmSync, writeFileSync } from "node:fs";

/** Puts a text in the place of a file, so that nobody ever reads half of it; a fact on why it cannot be. */
export function writeWhole(file: string, text: string): string | undefined {
  return tried(file, (beside) => {
    writeFileSync(beside, text);
    renameSync(beside, file);
  });
}

/** Whether a file could be written there, found out without touching it: a fact on why not. */
export function whyNotWritable(file: string): string | undefined {
  return tried(file, (beside) => {
    writeFileSync(beside, "");
    rmSync(beside);
  });
}

function tried(file: string, work: (beside: string) => void): string | undefined {
  const beside = `${file}.${process.pid}.tmp`;
  try {
    work(beside);
    return undefined;
  } catch (error) {
    rmSync(beside, { force: true });
    return reasonOf(error);
  }
}

/** Without the name of the file beside it, which nobody asked for: `ENOENT: no such file or directory`. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split(", ", 1)[0] ?? message;
}
