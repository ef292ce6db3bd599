import { engines } from "../support/a-store.ts";
import { playScenarios } from "./play.ts";
import { discordRoom } from "./seats/discord.ts";

playScenarios("Discord", (shelf, dutyOf) => discordRoom(shelf, {}, dutyOf));
playScenarios("A server like Discord", (shelf, dutyOf) => discordRoom(shelf, { lean: true }, dutyOf), {
  on: engines.slice(0, 1),
});
