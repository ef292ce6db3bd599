import { engines } from "../support/a-store.ts";
import { playScenarios } from "./play.ts";
import { slackRoom } from "./seats/slack.ts";

playScenarios("Slack over sockets", (shelf, dutyOf) => slackRoom("socket", shelf, dutyOf));
// What differs over HTTP is on the way to the store, so one store is enough.
playScenarios("Slack over HTTP", (shelf, dutyOf) => slackRoom("http", shelf, dutyOf), { on: engines.slice(0, 1) });
