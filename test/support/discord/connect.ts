import { Client, Events, GatewayIntentBits, Partials } from "discord.js";
import type { ClientOptions } from "discord.js";
import type { FakeDiscord } from "./index.ts";

const WATCHING = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.GuildMessageReactions,
  GatewayIntentBits.DirectMessages,
  GatewayIntentBits.MessageContent,
];

/** Logs the real discord.js in and waits until it is ready. Destroy the client when the test is over. */
export async function connect(discord: FakeDiscord, options: Partial<ClientOptions> = {}): Promise<Client<true>> {
  const client = clientOf(discord, options);
  const ready = new Promise<Client<true>>((resolve) => void client.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  return await ready;
}

/** A client that is not logged in yet. */
export function clientOf(discord: FakeDiscord, options: Partial<ClientOptions> = {}): Client {
  const partials = [Partials.Channel, Partials.Message, Partials.Reaction];
  return new Client({ intents: WATCHING, partials, ...options, rest: { ...options.rest, api: discord.api } });
}
