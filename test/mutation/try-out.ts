import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startVitest } from "vitest/node";
import { hangUp } from "./board.ts";
import type { Mutant } from "./instrument.ts";

export type Tried = { readonly reached: ReadonlySet<string>; readonly noticed: ReadonlySet<string> };

/** Which mutants the tests reach, and which they notice. Throws where the tests fail without any. */
export async function tryOut(
  root: string,
  tests: readonly string[],
  code: ReadonlyMap<string, string>,
  mutants: readonly Mutant[],
): Promise<Tried> {
  const folder = mkdtempSync(join(tmpdir(), "kms-mutants-"));
  try {
    const board = hangUp(
      folder,
      mutants.map(({ id }) => id),
    );
    await run(root, tests, folder, code);
    return { reached: board.all("reached"), noticed: board.all("noticed") };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function run(
  root: string,
  tests: readonly string[],
  folder: string,
  code: ReadonlyMap<string, string>,
): Promise<void> {
  const vitest = await startVitest(
    "test",
    [],
    {
      root,
      config: false,
      include: [...tests],
      watch: false,
      // It is kept by the file as it is on disk, and would bring back the mutants of an earlier run.
      fsModuleCache: false,
      pool: "forks",
      runner: join(import.meta.dirname, "runner.ts"),
      reporters: [{}],
      testTimeout: 20_000,
      env: { MUTANTS_BOARD: folder },
      dangerouslyIgnoreUnhandledErrors: true,
    },
    { plugins: [{ name: "mutants", enforce: "pre", load: (id) => code.get(id) }] },
  );
  const failed = vitest.state.getFiles().filter(({ result }) => result?.state === "fail");
  await vitest.close();
  if (failed.length > 0) {
    const names = failed.map(({ name }) => name).join(", ");
    throw new Error(`Cannot try mutants: ${names} fails without any. Mend that first: npx vitest run ${names}`);
  }
}
