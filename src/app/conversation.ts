import { type Acted, act } from "./act.ts";
import { type Heard, hear } from "./hear.ts";
import type { Ports } from "./ports.ts";
import type { Reply } from "./reply.ts";

/** What a platform talks to: it says what was said or clicked, and gets what to show. */
export type Conversation = {
  readonly hear: (heard: Heard) => Promise<Reply>;
  readonly act: (acted: Acted) => Promise<Reply>;
};

export function conversation(ports: Ports): Conversation {
  return { hear: (heard) => hear(ports, heard), act: (acted) => act(ports, acted) };
}
