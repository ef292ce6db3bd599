import type { Deed } from "../core/authorization/authorize.ts";
import { deedOf } from "../core/authorization/deed-of.ts";
import type { Severity } from "../core/escalation/policy.ts";
import type { CaseId } from "../core/resolution/case.ts";
import type { Means } from "../core/resolution/origin.ts";
import { type Acted, act } from "./act.ts";
import { callYourself } from "./call-yourself.ts";
import { readCommand } from "./command.ts";
import { deedOfCommand } from "./command-deed.ts";
import { type Heard, hear, isHere } from "./hear.ts";
import { refusal } from "./may.ts";
import type { Ports } from "./ports.ts";
import { aside, type Reply } from "./reply.ts";

/** What a platform talks to: it says what was said or clicked, and gets what to show. */
export type Conversation = {
  readonly hear: (heard: Heard) => Promise<Reply>;
  readonly act: (acted: Acted) => Promise<Reply>;
};

export function conversation(ports: Ports): Conversation {
  return {
    hear: async (heard) =>
      denied(ports, deedOfText(ports, heard)) ??
      withHelp(ports, await hear(heardBy(ports, heard), heard), severityIn(heard)),
    act: async (acted) =>
      denied(ports, deedOf(acted.action)) ??
      withHelp(ports, await act(within(ports, acted.case, "button"), acted), undefined),
  };
}

function heardBy(ports: Ports, heard: Heard): Ports {
  return within(ports, heard.case, heard.via === "command" ? "command" : "message");
}

/** A conversation has no channel; its own name says where it is. */
function within(ports: Ports, channel: CaseId, by: Means): Ports {
  return { ...ports, from: { platform: "terminal", channel, by } };
}

/** Who talks with us directly has no pager: they get what it takes to call somebody. */
async function withHelp(ports: Ports, reply: Reply, severity: Severity | undefined): Promise<Reply> {
  if (reply.kind !== "message" || !reply.effects.some(({ kind }) => kind === "escalate")) return reply;
  return { ...reply, also: await callYourself(ports, reply.case, severity) };
}

function severityIn({ text, via }: Heard): Severity | undefined {
  const command = via === "command" ? readCommand(text) : undefined;
  return command?.kind === "escalate" ? command.severity : undefined;
}

/** What cannot be done here is asked about, and told so. */
function deedOfText(ports: Ports, { text, via }: Heard): Deed {
  const deed = via === "command" ? deedOfCommand(readCommand(text)) : "ask";
  return isHere(ports, deed) ? deed : "ask";
}

function denied({ may }: Ports, deed: Deed): Reply | undefined {
  const view = refusal(may, deed);
  return view === undefined ? undefined : aside(view, false);
}
