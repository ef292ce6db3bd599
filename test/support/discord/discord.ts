import type { VirtualClock } from "./clock.ts";
import type { Gateway, GatewayFaults } from "./gateway/gateway.ts";
import type { Posting } from "./people/monitor.ts";
import type { Person } from "./people/person.ts";
import type { ChannelReader, ThreadReader } from "./people/readers.ts";
import type { MessageRef, Place } from "./people/scene.ts";
import type { Fault } from "./rest/faults.ts";
import type { CallRecord, Rejection } from "./rest/log.ts";
import type { ChannelPlan } from "./world/build.ts";
import type { Message } from "./world/message.ts";
import type { Permission } from "./world/permissions.ts";
import type { Guild, GuildChannel, Thread } from "./world/places.ts";
import type { Ping } from "./world/pings.ts";
import type { World } from "./world/world.ts";

/** A Discord of one's own: what a bot connects to, who is there, and what can go wrong. */
export type FakeDiscord = Connection & Setup & Readers & Mishaps & { readonly stop: () => Promise<void> };

/** What a bot needs: `new Client({ intents, rest: { api: discord.api } }).login(discord.token)`. */
type Connection = {
  readonly api: string;
  readonly token: string;
  readonly botId: string;
  /** `<@id>` of the bot, to be said by people. */
  readonly mention: string;
};

/** Names may be used wherever a place is asked for; the latest of a name wins. */
export type Setup = {
  readonly guild: () => Guild;
  readonly addGuild: (name: string, channels?: readonly (string | ChannelPlan)[]) => Guild;
  readonly addChannel: (plan: string | ChannelPlan, guild?: Guild) => GuildChannel;
  /** Makes a role and gives it to people. */
  readonly addRole: (name: string, ...people: readonly string[]) => string;
  /** Somebody by name; on first meeting they join the guild, the first one unless told otherwise. */
  readonly user: (name: string, guild?: Guild) => Person;
  /** Another program, such as a monitor, says something: by a webhook unless it is a bot. */
  readonly appPosts: (name: string, place: Place, posting: Posting, by?: "webhook" | "bot") => Message;
  /** It writes anew what it had said. */
  readonly appEdits: (message: Pick<Message, "channel" | "id">, posting: Posting) => Message;
  readonly allow: (channel: Place, ...permissions: readonly Permission[]) => void;
  readonly deny: (channel: Place, ...permissions: readonly Permission[]) => void;
  /** What moderators do to threads. */
  readonly setThread: (thread: Place, change: Partial<Pick<Thread, "archived" | "locked" | "name">>) => void;
  /** What moderators do to messages and channels. */
  readonly removeMessage: (message: MessageRef) => void;
  readonly removeChannel: (channel: Place) => void;
};

export type Readers = {
  readonly world: World;
  readonly channel: (place: Place) => ChannelReader;
  readonly thread: (place: Place) => ThreadReader;
  readonly ephemeralFor: (user: string) => readonly Message[];
  /** A message as it is now; undefined once it is deleted. */
  readonly current: (message: MessageRef) => Message | undefined;
  readonly visibleText: (message: Message) => string;
  /** Whom the bot really notified. */
  readonly pings: () => readonly Ping[];
  /** Every REST call, oldest first. */
  readonly calls: readonly CallRecord[];
  /** Every call that Discord refused. A test of a healthy bot ends with this being empty. */
  readonly rejections: readonly Rejection[];
  /** How many 401, 403 and 429 in the last 10 minutes. */
  readonly invalidRequests: () => number;
  readonly until: <T>(probe: () => T | undefined | false, what?: string) => Promise<T>;
  /** For "nothing happens": resolves when Discord has been quiet for so many real milliseconds. */
  readonly settled: (quietMs?: number) => Promise<void>;
  /** Resolves when no call is under way any more, however long one takes. */
  readonly quiet: () => Promise<void>;
};

type Mishaps = {
  readonly clock: VirtualClock;
  readonly advance: (ms: number) => void;
  /** `discord.fails("POST /channels/:channel/messages", { kind: "resetAfter" })` */
  readonly fails: (route: string, fault: Fault, times?: number) => void;
  /** Undoes what is left of `fails`. */
  readonly heals: () => void;
  readonly gateway: GatewayFaults & Pick<Gateway, "sessions" | "counts">;
};
