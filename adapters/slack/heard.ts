import type { AnswerHandle, Delivery, MessageRef, Place, Tenant } from "../../src/app/platform.ts";
import type { Instant, Responder } from "../../src/core/resolution/responder.ts";
import type { Input } from "../../src/core/view/view.ts";

/** What a payload of Slack means to us. */
export type Heard =
  /** Stored as it is, after what is still missing was fetched. */
  | { readonly kind: "delivery"; readonly delivery: Delivery; readonly missing: Missing }
  /** A button that needs words first: a form is opened, and what is sent with it is the delivery. */
  | {
      readonly kind: "form";
      readonly form: Form;
      readonly trigger: string;
      readonly by: Responder;
      /** The press itself, for when no form may be opened for them. */
      readonly press: HeardDelivery;
    }
  /** The global shortcut: an empty box for a paste. */
  | { readonly kind: "paste-box"; readonly tenant: Tenant; readonly trigger: string; readonly by: Responder }
  | { readonly kind: "home"; readonly tenant: Tenant; readonly by: Responder }
  /** The app was removed, or its token taken back, at that time. */
  | { readonly kind: "removed"; readonly tenant: Tenant; readonly at: Instant }
  /** Slack held events back, because there were too many in this minute. */
  | { readonly kind: "held-back"; readonly tenant: Tenant }
  /** Nothing for us: a bot, an unfurled link, an event that we did not ask for. */
  | { readonly kind: "nothing" };

export type HeardDelivery = Extract<Heard, { kind: "delivery" }>;

/** What a payload only points to. */
export type Missing = {
  readonly files: readonly FileRef[];
  /** The thread that was said before, for a mention in it. `without`: the bot, whose own words are left out. */
  readonly thread: { readonly ts: string; readonly until: string; readonly without: string | undefined } | undefined;
  /** The place has no channel yet: the one where the bot talks with this person alone. */
  readonly direct: boolean;
  /** The message itself: only its name was told. */
  readonly message?: string;
};

export const NOTHING_MISSING: Missing = { files: [], thread: undefined, direct: false };

export type FileRef =
  | { readonly kind: "addressed"; readonly name: string; readonly url: string; readonly bytes: number | undefined }
  /** Slack has to be asked where it is. */
  | { readonly kind: "named"; readonly id: string };

/** A click that waits for words. It goes through the form and comes back with them. */
export type Form = {
  readonly place: Place;
  readonly message: MessageRef;
  readonly token: string;
  readonly answer: AnswerHandle | undefined;
  readonly input: Input;
  /** The words on the button. */
  readonly title: string;
};

/** One thing that Slack tells us, as it comes over a socket or by HTTP. */
export type Envelope = {
  readonly kind: "events_api" | "slash_commands" | "interactive";
  readonly payload: Readonly<Record<string, unknown>>;
};
