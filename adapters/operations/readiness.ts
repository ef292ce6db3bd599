import { type Clock, withinTime } from "../../src/app/clock.ts";
import type { Line } from "../../src/app/line.ts";
import type { Store } from "../../src/app/store.ts";
import { redact } from "../../src/core/redaction/redact.ts";
import { lately } from "./lately.ts";

/** Whether the bot can do its work now, and one sentence on each thing it needs. */
export type Readiness = { readonly isReady: boolean; readonly facts: Readonly<Record<string, string>> };

export type ReadinessParts = {
  readonly clock: Clock;
  readonly store: Pick<Store, "check">;
  /** By the platform's name. */
  readonly lines: Readonly<Record<string, () => Line>>;
  /** Whether it was told to stop. */
  readonly isStopping: () => boolean;
};

/** How long the store may take to keep something, and how long its answer holds (milliseconds). */
const [PATIENCE, HOLDS] = [3_000, 1_000];

/** Ready means: not stopping, every platform was heard from lately, and something can be kept. */
export function readiness(parts: ReadinessParts): () => Promise<Readiness> {
  const check = lately(parts.clock, HOLDS, () => storeFact(parts));
  return async () => {
    const stopping: Fact = parts.isStopping() ? no("It was told to stop.") : yes("Running.");
    const lines = Object.entries(parts.lines).map(([name, line]) => [name, lineFact(line(), parts.clock)] as const);
    const facts = [["bot", stopping] as const, ["store", await check()] as const, ...lines];
    return {
      isReady: facts.every(([, { isGood }]) => isGood),
      facts: Object.fromEntries(facts.map(([name, { text }]) => [name, text])),
    };
  };
}

type Fact = { readonly isGood: boolean; readonly text: string };

async function storeFact({ clock, store }: ReadinessParts): Promise<Fact> {
  try {
    const checked = await withinTime(clock, PATIENCE, store.check());
    return checked === "too late" ? no(`It did not answer within ${PATIENCE / 1_000} s.`) : yes("It can be written.");
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return no(`It cannot be written: ${redact(why).text}.`);
  }
}

function lineFact({ isConnected, heardAt }: Line, clock: Pick<Clock, "now">): Fact {
  const heard =
    heardAt === undefined
      ? "Nothing was heard yet."
      : `Last told us something ${Math.round((clock.now() - heardAt) / 1_000)} s ago.`;
  return isConnected ? yes(`Connected. ${heard}`) : no(`Not connected. ${heard}`);
}

function yes(text: string): Fact {
  return { isGood: true, text };
}

function no(text: string): Fact {
  return { isGood: false, text };
}
