import { assertNever } from "../core/brand.ts";
import type { Deed } from "../core/authorization/authorize.ts";
import { isListing } from "../core/escalation/read-override.ts";
import type { Command } from "./command.ts";

/** What a command asks for, in terms of authorization; `deedOf` says it of buttons and forms. */
export function deedOfCommand(command: Command): Deed {
  switch (command.kind) {
    case "help":
    case "show":
      return "look";
    case "status":
      return "status";
    case "explain":
    case "match":
      return "ask";
    case "channel":
      return command.setting.kind === "mode" || command.setting.kind === "alerts" ? "configure" : "look";
    case "mute":
    case "unmute":
      return "mute";
    case "escalate":
      return "escalate";
    case "oncall":
      return "oncall";
    case "override":
      return isListing(command.text) ? "oncall" : "override";
    case "export":
      return "export";
  }
  return assertNever(command);
}
