import { platformContract } from "../../contract/platform.contract.ts";
import { slackDriver } from "./driver.ts";

platformContract("Slack over sockets", () => slackDriver("socket"));
platformContract("Slack over HTTP", () => slackDriver("http"));
