import { Routes } from "discord.js";
import { areRegistered, commandsNamed } from "./commands.ts";
import type { Desk } from "./desk.ts";
import { reasonOf } from "./report.ts";

/** Registers the commands where Discord does not have them as they are. Never rejects: without it the old ones stay. */
export async function register({ clients, config, identity, report }: Desk): Promise<"kept" | "changed" | "failed"> {
  const { application } = identity;
  const { guild, command } = config;
  const route =
    guild === undefined ? Routes.applicationCommands(application) : Routes.applicationGuildCommands(application, guild);
  const commands = commandsNamed(command, guild === undefined ? "everywhere" : "guild");
  try {
    // Where Discord does not tell what is there, they are registered anew.
    const registered: unknown = await clients.posts.get(route).catch(() => undefined);
    if (areRegistered(commands, registered)) return "kept";
    await clients.posts.put(route, { body: commands });
    return "changed";
  } catch (error) {
    const advice = "Invite the bot with the scope applications.commands, and start it again.";
    report({ level: "error", text: `Cannot register /${command}: ${reasonOf(error)}. ${advice}` });
    return "failed";
  }
}
