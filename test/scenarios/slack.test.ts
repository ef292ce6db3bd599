import { engines } from "../support/a-store.ts";
import { playScenarios } from "./play.ts";
import { slackRoom } from "./seats/slack.ts";

playScenarios("Slack over sockets", (shelf) => slackRoom("socket", shelf));
// What differs over HTTP is on the way to the store, so one store is enough.
playScenarios("Slack over HTTP", (shelf) => slackRoom("http", shelf), { on: engines.slice(0, 1) });
