import type { FakeDiscord } from "../../support/discord/index.ts";

/** What the bot said for everybody in the channel and its threads. */
export function botMessages(discord: FakeDiscord) {
  const channel = discord.channel("errors");
  const threads = channel.threads().flatMap(({ id }) => discord.thread(id).messages());
  return [...channel.messages(), ...threads].filter(({ author }) => author === discord.botId);
}
