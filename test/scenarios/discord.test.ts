import { playScenarios } from "./play.ts";
import { discordRoom } from "./seats/discord.ts";

playScenarios("Discord", discordRoom);
