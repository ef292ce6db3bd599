import type { Deed } from "../core/authorization/authorize.ts";
import { deedOf } from "../core/authorization/deed-of.ts";
import { type Acted, act } from "./act.ts";
import { readCommand } from "./command.ts";
import { deedOfCommand } from "./command-deed.ts";
import { type Heard, hear } from "./hear.ts";
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
    hear: async (heard) => denied(ports, deedOfText(heard)) ?? (await hear(ports, heard)),
    act: async (acted) => denied(ports, deedOf(acted.action)) ?? (await act(ports, acted)),
  };
}

function deedOfText({ text, via }: Heard): Deed {
  return via === "command" ? deedOfCommand(readCommand(text)) : "ask";
}

function denied({ may }: Ports, deed: Deed): Reply | undefined {
  const view = refusal(may, deed);
  return view === undefined ? undefined : aside(view, false);
}
