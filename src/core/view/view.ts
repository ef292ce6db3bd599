import type { NonEmpty } from "../brand.ts";
import type { Action } from "../resolution/action.ts";
import type { Instant } from "../resolution/responder.ts";

/** What the bot says, in platform-neutral blocks. Each platform renders it; nothing here is markup. */
export type View = {
  readonly blocks: NonEmpty<Block>;
  /** One sentence for notifications and screen readers. */
  readonly fallback: string;
  /** Where a platform has no room for all of it, a button with this action says so and shows the rest to whoever presses it. */
  readonly all?: Action;
};

export type Block =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: RichText }
  | { readonly kind: "code"; readonly text: string; readonly language: string }
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly RichText[] }
  | { readonly kind: "quote"; readonly text: RichText }
  /** Small print: evidence, who did what, where we are. */
  | { readonly kind: "note"; readonly text: RichText }
  | { readonly kind: "divider" }
  | { readonly kind: "buttons"; readonly buttons: NonEmpty<Button>; readonly more: readonly Button[] };

export type RichText = readonly Inline[];

export type Inline =
  | { readonly kind: "plain"; readonly text: string }
  | { readonly kind: "strong"; readonly text: string }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly url: string }
  /** Somebody we know by a platform's id; the only way to ping anyone. */
  /** A channel of the platform, by its id; `name` is said where there is none of that id. */
  | { readonly kind: "channel"; readonly channel: string; readonly name: string }
  | { readonly kind: "mention"; readonly user: string; readonly name: string }
  /** A point in time, which platforms show as their readers' clocks do; `text` where they cannot. */
  | { readonly kind: "time"; readonly at: Instant; readonly text: string };

export type Button = {
  readonly label: string;
  readonly action: Action;
  readonly style: "primary" | "danger" | "plain";
  /** Asked before the action is taken. */
  readonly confirm: Confirm | undefined;
  /** What must be typed before the action is complete, such as a reason or the value of a placeholder. */
  readonly input: Input | undefined;
};

export type Confirm = { readonly title: string; readonly text: string; readonly yes: string; readonly no: string };

export type Input = {
  readonly label: string;
  readonly required: boolean;
  readonly initial: string;
  /** A person is chosen rather than words typed; what is sent is their id and, where it is known, their name on a second line. */
  readonly isPerson?: true;
};
