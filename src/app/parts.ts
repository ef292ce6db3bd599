import type { Pager } from "../core/escalation/paging.ts";
import type { OnCallPlan } from "../core/escalation/policy.ts";
import type { Clock } from "./clock.ts";
import type { Unnamed } from "./directory/naming.ts";
import type { Meter } from "./meter.ts";
import type { Platform } from "./platform.ts";
import type { Articles, Decide, Read } from "./ports.ts";
import type { Store } from "./store.ts";

/** What a bot is put together from. */
export type BotParts = {
  readonly store: Store;
  readonly platforms: readonly Platform[];
  readonly clock: Clock;
  readonly read: Read;
  readonly decide: Decide;
  readonly articles: Articles;
  /** Who is on call and whom a policy calls, read anew each time; without it nobody is ever called. */
  readonly oncall?: () => OnCallPlan | undefined;
  /** What is wrong with the plan, or with its calendars, at the moment. */
  readonly oncallRemarks?: () => readonly string[];
  /** A pager by its name in the plan. */
  readonly pagerNamed?: (name: string) => Pager | undefined;
  /** Between 0 and 1: for jitter and for names nobody can guess. */
  readonly random: () => number;
  /** Hears what went wrong and was survived; never with the text of a message. */
  readonly warn?: (problem: string) => void;
  /** Hears whose name is not known, and asks for it. The bot brings its own. */
  readonly wantName?: Unnamed;
  /** Hears what is done, for figures. */
  readonly meter?: Meter;
  /** Milliseconds; the defaults are `TIMES`. */
  readonly times?: Partial<Times>;
};

export type Times = {
  /** How long a platform may take to send something before it counts as doubtful. */
  readonly send: number;
  /** How long a look-up may take before it counts as refused. */
  readonly find: number;
  /** How long a job belongs to whoever took it; longer than a look-up and a send together. */
  readonly lease: number;
  /** How often the store is looked at when nobody calls. */
  readonly poll: number;
  /** How long work under way may take when the bot is stopped. */
  readonly drain: number;
  readonly keepDeliveries: number;
  readonly keepCases: number;
};

const [SECOND, HOUR] = [1000, 3_600_000];

export const TIMES: Times = {
  send: 11 * SECOND,
  find: 3 * SECOND,
  lease: 15 * SECOND,
  poll: SECOND,
  drain: 20 * SECOND,
  keepDeliveries: 48 * HOUR,
  keepCases: 90 * 24 * HOUR,
};

export function timesOf(parts: BotParts): Times {
  return { ...TIMES, ...parts.times };
}

/** The platform of that name, if the bot lives there. */
export function platformNamed(parts: BotParts, name: string): Platform | undefined {
  return parts.platforms.find((platform) => platform.name === name);
}
