import { engines } from "../support/a-store.ts";
import { playScenarios } from "./play.ts";
import { discordRoom } from "./seats/discord.ts";

playScenarios("Discord", discordRoom);
playScenarios("A server like Discord", (shelf) => discordRoom(shelf, { lean: true }), { on: engines.slice(0, 1) });
