import type { Json } from "../json.ts";
import type { Token, World } from "../world/world.ts";
import type { ArgumentTable } from "./arguments.ts";

/** One method of the Web API: who may call it, with what, how often, and what it does. */
export type Method = {
  /** Calls a minute; `posts` is one a second a channel, `free` has no limit worth counting. */
  readonly tier: 1 | 2 | 3 | 4 | "posts" | "free";
  readonly tokens: readonly (Token["kind"] | "none")[];
  readonly scopes: readonly string[];
  readonly args: ArgumentTable;
  /** Throws a Refusal where Slack answers `ok: false`. What it returns is sent with `ok: true`. */
  readonly run: (call: Call) => Json;
};

export type Call = {
  readonly world: World;
  /** Milliseconds. */
  readonly now: number;
  readonly token: Token;
  readonly args: Json;
  readonly publish: Publish;
  readonly warn: (warning: string) => void;
  /** Where the fake is reached, without a slash at the end. */
  readonly origin: string;
};

/** Tells the app about something that happened in a workspace. */
export type Publish = (team: string, event: Json) => void;
