import { describe } from "vitest";
import type { Delivery, MessageRef, Place, Platform } from "../../src/app/platform.ts";
import { hearingContract } from "./platform-hearing.ts";
import { speakingContract } from "./platform-speaking.ts";

/**
 * A platform with people on it, driven by its fake. `who` is 1, 2 or 3: three members of one channel where the bot is too.
 * What people do resolves when the platform has taken it; what follows from it is waited for with `until`.
 */
export type PlatformDriver = {
  /** The adapter under test, connected to an intake that keeps what it gets. */
  readonly platform: Platform;
  /** What the intake got, oldest first; the same id is kept once. */
  readonly deliveries: () => readonly Delivery[];
  /** While it is broken the intake rejects everything. */
  readonly breakIntake: (isBroken: boolean) => void;
  /** The channel's top level. */
  readonly place: Place;
  readonly says: (who: Who, text: string, how?: How) => Promise<MessageRef>;
  readonly edits: (who: Who, message: MessageRef, text: string) => Promise<void>;
  readonly deletes: (who: Who, message: MessageRef) => Promise<void>;
  /** By the words on it, through menus; `confirm` answers a "sure?". Rejects where nothing of that name can be clicked. */
  readonly clicks: (who: Who, message: MessageRef, label: string, confirm?: boolean) => Promise<void>;
  /** The same on the last message that only this person sees. */
  readonly clicksAside: (who: Who, label: string) => Promise<void>;
  /** Fills in the one field of the form that is open for this person, once it is open, and sends it. */
  readonly submits: (who: Who, text: string) => Promise<void>;
  /** The bot's command, with these words behind it. */
  readonly asks: (who: Who, text: string) => Promise<void>;
  /** "Match this error" on a message. */
  readonly points: (who: Who, message: MessageRef) => Promise<void>;
  /** "Add to timeline" on a message, or 📌 put on it. */
  readonly pins: (who: Who, message: MessageRef, by: "menu" | "sign") => Promise<void>;
  /** A message as people read it, its buttons as `[words]`; undefined where it is gone. */
  readonly visible: (message: MessageRef) => string | undefined;
  /** All messages of the bot in the channel and its threads, oldest first. */
  readonly posted: () => readonly MessageRef[];
  /** What only this person sees, oldest first; in direct messages too. */
  readonly asidesOf: (who: Who) => readonly string[];
  /** Which signs stand on a message, as `Post.sign` says them. */
  readonly signsOn: (message: MessageRef) => readonly string[];
  /** The platform's ids of those whom the bot notified. */
  readonly pings: () => readonly string[];
  readonly idOf: (who: Who) => string;
  /** The calls that the platform turned down, faults that were asked for left out. */
  readonly rejections: () => readonly string[];
  readonly advance: (milliseconds: number) => Promise<void>;
  /** The next posting of a message goes wrong. */
  readonly fail: (fault: DriverFault) => void;
  readonly until: <Seen>(look: () => Seen | undefined | false, what?: string) => Promise<Seen>;
  /** Resolves when nothing is under way any more. */
  readonly quiet: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export type Who = 1 | 2 | 3;

export type How = {
  /** In the thread under this message. */
  readonly under?: MessageRef;
  /** With the bot's name in front. */
  readonly addressed?: boolean;
  /** To the bot alone. */
  readonly directly?: boolean;
  readonly file?: { readonly name: string; readonly content: string | Uint8Array };
  /** The platform delivers it so many times. */
  readonly times?: number;
};

export type DriverFault =
  /** Turned down for now; it may be tried again after so many milliseconds. */
  | { readonly kind: "rate-limited"; readonly after: number }
  /** The connection breaks before, or after, the message was posted. */
  | { readonly kind: "lost"; readonly isPosted: boolean }
  /** The bot may not post there. */
  | { readonly kind: "forbidden" };

/** What every platform owes. `start` gives a new world each time. */
export function platformContract(name: string, start: () => Promise<PlatformDriver>): void {
  describe(`the contract of a platform: ${name}`, () => {
    describe("hearing", () => {
      hearingContract(start);
    });
    describe("speaking", () => {
      speakingContract(start);
    });
  });
}
