import { MEMBER } from "../../src/core/authorization/role.ts";
import type { Delivery, PlatformEvent, Sent } from "../../src/app/platform.ts";
import { instant } from "../../src/core/resolution/responder.ts";
import { emptyWall, type Visible, type Wall, type WirePost } from "../support/platform/visible.ts";
import type { Chat, Replica } from "./replica.ts";

/** A chat system in this process that outlives every replica. */
export type ChatRoom = Chat & {
  readonly wall: Wall;
  /** The bot's message in a channel, as soon as its text has this in it; undefined when it took too long. */
  readonly until: (channel: string, text: string, milliseconds?: number) => Promise<Visible | undefined>;
  readonly inChannel: (channel: string) => readonly Visible[];
};

/** `meanwhile` happens after a post was done and before the replica is told. */
export function aChatRoom(
  meanwhile: (post: WirePost, replica: Replica) => Promise<void> = async () => undefined,
): ChatRoom {
  const wall = emptyWall();
  const byChannel = new Map<string, Set<string>>();
  const inChannel = (channel: string) =>
    [...(byChannel.get(channel) ?? [])]
      .flatMap((id) => wall.messages.get(id) ?? [])
      .filter(({ key }) => key !== undefined);
  return {
    wall,
    inChannel,
    send: async (post, replica): Promise<Sent> => {
      const ref = wall.apply(post);
      if (ref !== undefined) byChannel.set(ref.channel, (byChannel.get(ref.channel) ?? new Set()).add(ref.message));
      await meanwhile(post, replica);
      return { kind: "sent", ref };
    },
    find: (key) => {
      const message = wall.byKey(key);
      return message === undefined ? "absent" : { channel: message.channel, message: message.id };
    },
    until: async (channel, text, milliseconds = 20_000) => {
      const end = performance.now() + milliseconds;
      while (performance.now() < end) {
        const found = inChannel(channel).find(({ sight }) => sight.text.includes(text));
        if (found !== undefined) return found;
        await pause(5);
      }
      return undefined;
    },
  };
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

let deliveries = 0;

export function aDelivery(
  channel: string,
  event: PlatformEvent,
  facts: { readonly id?: string; readonly person?: string; readonly thread?: string } = {},
): Delivery {
  const { id = `D${++deliveries}`, person = "Ana", thread } = facts;
  const place = { platform: "slack" as const, tenant: "T1", channel, thread, kind: "channel" as const };
  return { id, at: instant(Date.now()), place, by: { id: `U${person}`, name: person }, standing: MEMBER, event };
}

export function aPaste(channel: string, text: string): Delivery {
  return aDelivery(channel, { kind: "said", message: `P${channel}`, text, addressed: false });
}

export function aClick(message: Visible, label: string, facts: Parameters<typeof aDelivery>[2] = {}): Delivery {
  const { channel, id, sight, thread } = message;
  const token = sight.tokens[label] ?? "none";
  const event = {
    kind: "clicked",
    message: { channel, message: id },
    token,
    typed: undefined,
    answer: undefined,
  } as const;
  return aDelivery(channel, event, { ...facts, ...(thread === undefined ? {} : { thread }) });
}
