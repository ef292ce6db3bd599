import type { Clock } from "../../src/app/clock.ts";
import type { PostgresServer } from "../support/postgres-server.ts";
import type { Store } from "../../src/app/store.ts";

/** What a chaos scenario is run with. */
export type Options = {
  readonly seed: number;
  readonly isFull: boolean;
  /** How often, instead of the scenario's own number. */
  readonly count: number | undefined;
  readonly engines: readonly Engine[];
  /** A checkout of an earlier release, for what two versions do at once. */
  readonly earlier: string | undefined;
};

/** Somewhere to keep things that several processes can open. */
export type Engine = {
  readonly name: "SQLite" | "PostgreSQL";
  /** An empty store: what a process needs to open it. */
  readonly fresh: () => Promise<StoreAddress>;
  readonly open: (address: StoreAddress, clock: Pick<Clock, "now">) => Promise<Store>;
  /** Undefined where there is no server. */
  readonly server: PostgresServer | undefined;
};

export type StoreAddress =
  | { readonly kind: "file"; readonly file: string }
  | { readonly kind: "url"; readonly url: string };

/** What a scenario found out. */
export type Finding = {
  readonly engine: string;
  /** In the order in which they are printed. */
  readonly counts: Readonly<Record<string, number | string>>;
  /** Promises that were broken, in words; none is the goal. */
  readonly broken: readonly string[];
};

export type Scenario = {
  readonly name: string;
  /** What is promised. */
  readonly promise: string;
  readonly run: (options: Options) => Promise<readonly Finding[]>;
};

/** Says what is broken when a count is not as promised. */
export function expectCount(what: string, actual: number, promised: number): readonly string[] {
  return actual === promised ? [] : [`${what}: ${actual} instead of ${promised}`];
}

export function expectAtMost(what: string, actual: number, promised: number): readonly string[] {
  return actual <= promised ? [] : [`${what}: ${round(actual)} instead of at most ${promised}`];
}

/** The value below which so many of a hundred lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * share) / 100))] ?? 0;
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
