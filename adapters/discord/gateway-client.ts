import { Client, GatewayDispatchEvents, GatewayIntentBits } from "discord.js";
import { addressOf } from "./clients.ts";
import type { DiscordConfig } from "./config.ts";

/**
 * A client for the gateway alone: what it hears is read from the packets, so nothing is kept in its caches. One process
 * serves all shards that Discord asks for; a shard takes 2,500 guilds, and one process many shards.
 */
export function gatewayClient({ apiUrl }: Pick<DiscordConfig, "apiUrl">, watch: boolean): Client {
  const client = new Client({
    intents: intentsOf(watch),
    shards: "auto",
    allowedMentions: { parse: [], repliedUser: false },
    rest: addressOf(apiUrl),
  });
  confine(client);
  return client;
}

/** The least that does the work. What is written is told only to those who watch. */
function intentsOf(watch: boolean): readonly GatewayIntentBits[] {
  const { Guilds, GuildMessages, GuildMessageReactions, DirectMessages, MessageContent } = GatewayIntentBits;
  return [Guilds, GuildMessages, GuildMessageReactions, DirectMessages, ...(watch ? [MessageContent] : [])];
}

/**
 * discord.js builds objects of every packet and trusts it to be whole: one that is not would end the process, and the
 * others would fill its caches. It gets what a connection needs, and nothing else. There is no option for that.
 */
function confine({ ws }: Client): void {
  const handle: unknown = Reflect.get(ws, "handlePacket");
  if (typeof handle !== "function")
    throw new Error("Cannot confine discord.js: it has no handlePacket any more. Look at its release notes.");
  Reflect.set(ws, "handlePacket", (packet: Packet | undefined, shard: unknown): unknown =>
    packet === undefined || NEEDED.has(packet.t) ? Reflect.apply(handle, ws, [whole(packet), shard]) : false,
  );
}

const NEEDED = new Set<string>([GatewayDispatchEvents.Ready, GatewayDispatchEvents.Resumed]);

type Packet = {
  readonly t: string;
  readonly d?: { readonly user?: { readonly id: string }; readonly guilds?: unknown; readonly application?: unknown };
};

/** An old bot's application has the bot's own id. */
function whole(packet: Packet | undefined): Packet | undefined {
  const user = packet?.d?.user;
  if (packet === undefined || user === undefined) return packet;
  return { ...packet, d: { guilds: [], application: { id: user.id, flags: 0 }, ...packet.d } };
}
