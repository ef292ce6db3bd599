import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { onTestFinished } from "vitest";
import { type ImportIo, importCommand } from "../../../adapters/import/import-command.ts";

/** A folder for one test, gone afterwards. */
export function sandbox(): string {
  const folder = mkdtempSync(join(tmpdir(), "kms-import-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** What a command said, and how it ended. */
export type Run = { readonly code: number; readonly out: string; readonly err: string };

/** Runs `kms import`; with `interrupt`, somebody presses Ctrl-C as soon as the progress bar shows. */
export async function run(args: readonly string[], { interrupt = false } = {}): Promise<Run> {
  const said = { out: "", err: "" };
  let pressCtrlC: (() => void) | undefined;
  const write = (text: string) => {
    said.err += text;
    pressCtrlC?.();
  };
  const io: ImportIo = {
    stdout: { write: (text) => (said.out += text) },
    stderr: { write, isTTY: interrupt },
    once: (_, listener) => {
      if (interrupt) pressCtrlC = listener;
    },
    off: () => undefined,
  };
  const code = await importCommand(args, io);
  return { code, ...said };
}

/** All files below a folder, with what they say. */
export function files(folder: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) found[relative(folder, path).replaceAll("\\", "/")] = readFileSync(path, "utf8");
  }
  return found;
}

/** When each file was written last: tells whether it was touched. */
export function stamps(folder: string): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.keys(files(folder)).map((name) => [name, statSync(join(folder, name)).ino]));
}
