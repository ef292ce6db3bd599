import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** The program itself, as somebody starts it. */
export type Program = {
  /** What it has written so far, on both streams. */
  readonly said: () => string;
  readonly says: (words: string) => Promise<string>;
  readonly type: (text: string) => void;
  /** Nothing more is typed. */
  readonly done: () => void;
  readonly kill: (signal: NodeJS.Signals) => void;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
};

const MAIN = join(import.meta.dirname, "..", "..", "src", "main.ts");

/** Starts it with nothing set but this; it is killed after the test, should it still run. */
export function aProgram(args: readonly string[], env: Readonly<Record<string, string>>): Program {
  const { PATH = "" } = process.env;
  const child = spawn(process.execPath, [MAIN, ...args], { env: { PATH, KMS_CACHE: "", ...env }, cwd: aFolder() });
  onTestFinished(() => void child.kill("SIGKILL"));
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const ended = endOf(child);
  return {
    said: () => said,
    says: (words) =>
      until(
        () => (said.includes(words) ? said : undefined),
        () => `"${words}" in:\n${said}`,
      ),
    type: (text) => void child.stdin.write(text),
    done: () => void child.stdin.end(),
    kill: (signal) => void child.kill(signal),
    ended,
  };
}

/** A folder of the test's own. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "kms-program-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Waits until there is something, for as long as a busy machine may need. */
export async function until<T>(look: () => T | undefined | Promise<T | undefined>, what: () => string): Promise<T> {
  for (let tries = 0; tries < 600; tries++) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Expected ${what()}`);
}

function endOf(child: ChildProcess): Promise<number | NodeJS.Signals | null> {
  return new Promise((resolve) => child.once("exit", (code, signal) => resolve(signal ?? code)));
}
