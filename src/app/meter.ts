import type { PlatformEvent, PlatformName, Sent } from "./platform.ts";

/** Hears what the bot does, for whoever watches over it. Only counts: never a text, and never who said it. */
export type Meter = {
  /** A platform delivered something; `refused`: it could not be kept, and was not acknowledged. */
  readonly came: (platform: PlatformName, outcome: "stored" | "known" | "refused") => void;
  /** An event was worked off, and something was said to it or not. */
  readonly worked: (platform: PlatformName, event: PlatformEvent["kind"], outcome: "answered" | "silent") => void;
  /** Something was sent once; `later` and `doubtful` are tried again, `moot`: nothing was left to do. */
  readonly sent: (platform: PlatformName, outcome: Sent["kind"] | "moot") => void;
};
