import type { Standing } from "../core/authorization/role.ts";
import type { Action } from "../core/resolution/action.ts";
import type { Instant, Responder } from "../core/resolution/responder.ts";
import type { View } from "../core/view/view.ts";
import type { Named } from "./directory/directory.ts";

/** The chat systems the bot lives on; each is a folder under `adapters/`. */
export type PlatformName = "slack" | "discord" | "terminal";

/** A workspace, guild or machine: what was said in one is never shown in another. */
export type Tenant = string;

/** Where people talk. */
export type Place = {
  readonly platform: PlatformName;
  readonly tenant: Tenant;
  readonly channel: string;
  /** The thread within the channel; undefined at its top level. */
  readonly thread: string | undefined;
  /** `person`: a direct message that has no channel yet; `channel` is the person's id, and the platform opens it. */
  readonly kind: "channel" | "direct" | "forum" | "person";
};

/** One message as the platform names it; `channel` is where it has to be addressed (on Discord a thread is a channel). */
export type MessageRef = { readonly channel: string; readonly message: string };

/**
 * What a platform told us, before anything was made of it. It is stored under (`platform`, `tenant`, `id`) before it is
 * acknowledged; the same id again is the same event, however late.
 */
export type Delivery = {
  readonly id: string;
  readonly at: Instant;
  readonly place: Place;
  readonly by: Responder;
  /** What decides about what they may do. It is as it was when they did it: nobody's case waits for a look-up. */
  readonly standing: Standing;
  readonly event: PlatformEvent;
  /** What people call the channel, such as `#ops`, where the platform said so. */
  readonly channelName?: string | undefined;
};

export type PlatformEvent =
  /** A message of a person. `addressed`: the bot was mentioned, or it is a direct message. */
  | { readonly kind: "said"; readonly message: string; readonly text: string; readonly addressed: boolean }
  /**
   * What a monitor or another bot posted at the top of a channel, or made of it since. Never what we said, and nothing that
   * orders us about.
   */
  | { readonly kind: "alerted"; readonly message: string; readonly text: string; readonly isEdit?: true }
  | { readonly kind: "edited"; readonly message: string; readonly text: string }
  | { readonly kind: "deleted"; readonly message: string }
  /**
   * A button or an entry of a menu; `typed` is what its input asked for. `token` is what `TokenOf` gave for it, `message`
   * the message that it stands in (of an aside, whatever the platform calls it), and the delivery's place the same
   * `channel` and `thread` that a text said there would have.
   */
  | {
      readonly kind: "clicked";
      readonly message: MessageRef;
      readonly token: string;
      readonly typed: string | undefined;
      readonly answer: AnswerHandle | undefined;
    }
  /** A command, a shortcut or a menu entry: somebody asks us outright and is answered privately. */
  | {
      readonly kind: "asked";
      readonly text: string;
      readonly about: MessageRef | undefined;
      readonly answer: AnswerHandle | undefined;
    }
  /**
   * Somebody wants a message in the history of the incident: by a shortcut or a menu, or by the sign 📌 on it. The
   * delivery's place is that of the message.
   */
  | {
      readonly kind: "remembered";
      readonly message: MessageRef;
      readonly text: string;
      readonly author: Responder;
      readonly by: "menu" | "sign";
      readonly answer: AnswerHandle | undefined;
    }
  /** A pager tells what somebody did there about a page of ours; `key` is the page's. */
  | { readonly kind: "page-answered"; readonly key: string; readonly did: "acknowledge" | "resolve" };

/** How the asker alone is answered: a response_url or an interaction's token, as the adapter writes it. Short-lived. */
export type AnswerHandle = { readonly handle: string; readonly until: Instant };

/**
 * What a button carries to the platform and back: an opaque name, at most 40 characters, letters, digits and one dot.
 * Renderers call it with `button.action`, wherever they would write the action itself. It stands for a row in the store
 * that knows tenant, channel, message and action; a click from elsewhere is refused. Equal actions of a view have equal
 * tokens, so an id that must be unique within a message is made of the token and the button's position.
 */
export type TokenOf = (action: Action) => string;

/** Something to be done on a platform. Kept in the outbox until it is done, or cannot be. */
export type Post =
  /**
   * A new message. `key` makes it findable again when the outcome of sending it was lost; at most 20 letters and digits.
   * `replyTo` is the message under which it goes: into its thread where threads hang on messages, as a reply elsewhere.
   */
  | {
      readonly kind: "post";
      readonly key: string;
      readonly place: Place;
      readonly view: View;
      readonly tokenOf: TokenOf;
      readonly replyTo: string | undefined;
    }
  | {
      readonly kind: "edit";
      readonly place: Place;
      readonly ref: MessageRef;
      readonly view: View;
      readonly tokenOf: TokenOf;
    }
  | { readonly kind: "remove"; readonly place: Place; readonly ref: MessageRef }
  /** To one person: by the handle while it lives, else as the platform can (ephemeral or direct message). */
  | {
      readonly kind: "aside";
      readonly key: string;
      readonly place: Place;
      readonly to: Responder;
      readonly answer: AnswerHandle | undefined;
      readonly view: View;
      readonly tokenOf: TokenOf;
    }
  /** A sign on somebody's message: 👀 while working. */
  | { readonly kind: "react" | "unreact"; readonly place: Place; readonly ref: MessageRef; readonly sign: string };

/** What became of a `Post`. */
export type Sent =
  | { readonly kind: "sent"; readonly ref: MessageRef | undefined }
  /** Not sent, certainly; `after` milliseconds it may be tried again, undefined where nobody said. */
  | { readonly kind: "later"; readonly after: number | undefined; readonly why: string }
  /** Perhaps sent: look it up by its key before it is repeated. */
  | { readonly kind: "doubtful"; readonly why: string }
  /** Never: `why` names the fact, `advice` what a person can do about it. */
  | { readonly kind: "impossible"; readonly why: string; readonly advice: string };

/** What the conversation needs of a chat system. */
export type Platform = {
  readonly name: PlatformName;
  readonly send: (post: Post) => Promise<Sent>;
  /** Finds a message by the key it was posted under; `unknown` where the platform refuses to tell. */
  readonly find: (post: Extract<Post, { kind: "post" }>) => Promise<MessageRef | "absent" | "unknown">;
  /** How the bot is called in a command, such as `/kms `. */
  readonly prefix: string;
  /** What stands between that and a text to look up, where a command takes no text of its own. */
  readonly lookUp?: string;
  /**
   * What people call somebody, or a channel with its sign: `Ana López`, `#ops`. Undefined where the platform does not tell.
   * Never rejects; what was told is remembered, so that asking often costs little.
   */
  readonly nameOf?: (tenant: Tenant, named: Named) => Promise<string | undefined>;
  /** The address of a message, where the platform has one: pure, from the ids alone. */
  readonly linkTo?: (tenant: Tenant, ref: MessageRef) => string | undefined;
  /** The thread that goes on under a message of ours: `place` and `replyTo` are those of its post. */
  readonly threadUnder: (posted: PostedAt) => string;
};

/** A message that was posted, and where it was posted to. */
export type PostedAt = { readonly place: Place; readonly replyTo: string | undefined; readonly ref: MessageRef };

/** What a platform's adapter calls. */
export type Intake = {
  /** Resolves once the delivery is stored: only then may it be acknowledged. `known` where it was delivered before. */
  readonly accept: (delivery: Delivery) => Promise<"stored" | "known">;
  /**
   * Whether a form may be opened for whoever pressed its button: the delivery is the press. Nothing is kept of it. Where it
   * may not, the press itself is accepted, and answered with the reason.
   */
  readonly mayFillIn?: (press: Delivery) => Promise<boolean>;
};
