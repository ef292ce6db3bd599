import type { Paging } from "../../src/core/escalation/paging.ts";
import type { Alert } from "../support/alerts.ts";

/** Something a person wrote, as their platform names it. */
export type Said = { readonly channel: string; readonly message: string };

/** What stood on a person's screen at a moment. Pressing what has changed since is a late click. */
export type Glance = Pick<Seat, "presses">;

export type How = {
  /** In the thread under this message. */
  readonly under?: Said;
  /** With the bot's name in front. */
  readonly addressed?: boolean;
  /** To the bot alone. */
  readonly directly?: boolean;
  /** In another channel. What the bot says to everybody there does not count as seen. */
  readonly elsewhere?: boolean;
  readonly file?: { readonly name: string; readonly content: string | Uint8Array };
};

/** One person at a platform. What they do resolves once the bot has made of it what there is to make. */
export type Seat = {
  /** What the bot calls them. */
  readonly name: string;
  readonly says: (text: string, how?: How) => Promise<Said>;
  /** The bot's command with these words behind it, such as `5389` or `show Q274321`. */
  readonly asks: (words: string, how?: Pick<How, "elsewhere">) => Promise<void>;
  /** Turns to another error. In a chat every command does so by itself. */
  readonly startsAnew: () => Promise<void>;
  /** "Match this error" in the menu of a message. */
  readonly points: (at: Said) => Promise<void>;
  /** Opens the big box and pastes into it. */
  readonly fillsBox: (text: string) => Promise<void>;
  readonly edits: (said: Said, text: string) => Promise<void>;
  readonly deletes: (said: Said) => Promise<void>;
  /**
   * Presses what is labelled so on the latest message that offers it, through menus and "are you sure?". `typing` goes
   * into the form that opens.
   */
  readonly presses: (label: string, typing?: string) => Promise<void>;
  /** All that stands there now; runs of blanks and line breaks are one blank. */
  readonly screen: () => string;
  readonly glances: () => Glance;
  /** Waits until all these words stand on their screen: in the bot's messages as they are now, or in what it told them alone. */
  readonly sees: (...words: readonly string[]) => Promise<void>;
  /** Waits until nothing is under way, and fails if these words stand on their screen. */
  readonly misses: (...words: readonly string[]) => Promise<void>;
};

/** A platform with three people and the bot in one channel. */
export type Room = {
  /** A monitor posts an alert in the channel, as its integration with this platform does. */
  readonly alert: (alert: Alert) => Promise<Said>;
  /** The monitor writes anew what it had posted. */
  readonly alertChanges: (posted: Said, alert: Alert) => Promise<void>;
  /** Some other bot repeats what it read: in the thread of that, or below it. */
  readonly echo: (text: string, under: Said) => Promise<void>;
  readonly ana: Seat;
  readonly ben: Seat;
  readonly cem: Seat;
  /** The bot stops and starts again on the same store. */
  readonly restart: () => Promise<void>;
  /** Fails unless everybody can see so many messages of the bot. */
  readonly posts: (count: number) => void;
  /** Whom the bot notified, by the platform's ids. */
  readonly pings: () => readonly string[];
  /** What the people on call were paged; nothing where nobody is. */
  readonly pages: () => readonly Paging[];
  /** What the platform turned down. */
  readonly complaints: () => readonly string[];
  readonly leave: () => Promise<void>;
};

/** What a platform can do beyond "somebody asks and is answered". */
export type Ability =
  /** More than one person. */
  | "company"
  /** What people say to each other is heard. */
  | "overhearing"
  /** What was said can be changed and taken back. */
  | "editing"
  /** What one person is told, others do not see. */
  | "privacy"
  | "files"
  /** A form for a long paste, and a menu on messages. */
  | "menus"
  /** Buttons and cases outlive the process. */
  | "restart"
  /** Ben is on call, and Cem after him: they are mentioned, written to and paged. */
  | "duty";

/** The abilities a platform lacks, and why. */
export type Lacks = Partial<Readonly<Record<Ability, string>>>;
