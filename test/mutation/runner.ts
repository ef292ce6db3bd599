import * as fc from "fast-check";
import { type RunnerTask, type RunnerTestCase, type RunnerTestSuite, TestRunner, vi } from "vitest";
import { collectTests } from "vitest/internal/browser";
import { type Board, boardAt } from "./board.ts";

/** What the instrumented files look at. Its names are the instrumenter's. */
type Switches = {
  activeMutant: string | undefined;
  hitCount: number;
  hitLimit: number;
  /** How often each mutant's place was reached since this was emptied. */
  mutantCoverage: { static: Record<string, number>; perTest: Readonly<Record<string, never>> };
};

const switches: Switches = {
  activeMutant: undefined,
  hitCount: 0,
  hitLimit: Number.MAX_SAFE_INTEGER,
  mutantCoverage: { static: {}, perTest: {} },
};
Object.assign(globalThis, { __stryker__: switches });

/** A mistake that makes a loop endless reaches its place this many times more often than the sound code. */
const PATIENCE = 50;

/** Milliseconds: a test that takes longer by itself is not asked, or a run would take a day. */
const QUICK = 1_500;

/** Milliseconds after which a property has seen enough examples. */
const LONGEST_PROPERTY = 300;

/** A test as it ran without any mistake: what it reached, and how many milliseconds it took. */
type Asked = { readonly test: RunnerTestCase; readonly hits: Readonly<Record<string, number>>; readonly took: number };

/** Runs each test as it is; then, in the same process, again with one mistake at a time in what it reached, until a test notices. */
export default class MutationRunner extends TestRunner {
  readonly #board: Board = boardAt(process.env["MUTANTS_BOARD"] ?? "");
  readonly #asked: Asked[] = [];
  /** When a test noticed something last. */
  readonly #alert = new Map<string, number>();
  #atImport: Readonly<Record<string, number>> = {};

  onBeforeRunFiles(): void {
    fc.configureGlobal({ endOnFailure: true, interruptAfterTimeLimit: LONGEST_PROPERTY });
    this.#atImport = takeHits();
  }

  async runTask(test: RunnerTestCase): Promise<void> {
    takeHits();
    const start = performance.now();
    await TestRunner.getTestFn(test)?.();
    this.#asked.push({ test, hits: takeHits(), took: performance.now() - start });
  }

  override async onAfterRunSuite(suite: RunnerTestSuite): Promise<void> {
    await super.onAfterRunSuite(suite);
    if ("filepath" in suite) await this.#tryAllOut(suite.file.filepath);
  }

  async #tryAllOut(path: string): Promise<void> {
    const quick = this.#asked.filter(({ took }) => took < QUICK);
    for (const id of this.#board.mutants()) {
      const reaching = quick.filter(({ hits }) => hits[id] !== undefined);
      if (reaching.length > 0) await this.#tryOut(id, () => this.#isNoticed(id, reaching));
    }
    for (const id of this.#board.mutants())
      if (this.#atImport[id] !== undefined) await this.#tryOut(id, () => this.#isNoticedAtImport(id, path, quick));
  }

  async #tryOut(id: string, isNoticed: () => Promise<boolean>): Promise<void> {
    this.#board.mark("reached", id);
    if (this.#board.has("noticed", id)) return;
    switches.activeMutant = id;
    if (await isNoticed()) this.#board.mark("noticed", id);
    switches.activeMutant = undefined;
  }

  /** What runs when a file is imported is imported again with the mistake in it. */
  async #isNoticedAtImport(id: string, path: string, quick: readonly Asked[]): Promise<boolean> {
    vi.resetModules();
    const quiet: this = Object.create(this, {
      onCollected: { value: undefined },
      onBeforeCollect: { value: undefined },
    });
    const [file] = await collectTests([path], quiet);
    if (file === undefined || file.result?.state === "fail") return true;
    const fresh = new Map(testsIn(file).map((test) => [test.fullName, test]));
    return this.#isNoticed(
      id,
      quick.flatMap((asked) => {
        const test = fresh.get(asked.test.fullName);
        return test === undefined ? [] : [{ ...asked, test }];
      }),
    );
  }

  /** Whether one of the tests fails; the one that noticed last is asked first, then the quicker ones. */
  async #isNoticed(id: string, asked: readonly Asked[]): Promise<boolean> {
    const rank = ({ test: { fullName }, took }: Asked): number => took - (this.#alert.get(fullName) ?? 0) * QUICK;
    for (const { test, hits } of asked.toSorted((one, other) => rank(one) - rank(other))) {
      switches.hitCount = 0;
      switches.hitLimit = PATIENCE * (hits[id] ?? 20_000) + 1_000;
      try {
        await TestRunner.getTestFn(test)?.();
      } catch {
        this.#alert.set(test.fullName, performance.now());
        return true;
      }
    }
    return false;
  }
}

function takeHits(): Readonly<Record<string, number>> {
  const hits = switches.mutantCoverage.static;
  switches.mutantCoverage.static = {};
  return hits;
}

function testsIn(task: RunnerTask): readonly RunnerTestCase[] {
  return task.type === "test" ? [task] : task.tasks.flatMap(testsIn);
}
