import { platformContract } from "../../contract/platform.contract.ts";
import { discordDriver } from "./driver.ts";

platformContract("Discord", discordDriver);
