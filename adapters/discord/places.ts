import { Routes } from "discord.js";
import type { REST } from "discord.js";
import { CODE, isRefusal } from "./sent.ts";
import { type ChannelPayload, factsOf } from "./read-message.ts";
import type { ChannelFacts } from "./ref.ts";
import { withoutNulls } from "./without-nulls.ts";

/** What is known about channels. */
export type Places = {
  /** Undefined where there is no such channel, or none that we may see. Rejects where Discord does not tell. */
  readonly find: (id: string) => Promise<ChannelFacts | undefined>;
  /** What is known without asking. */
  readonly peek: (id: string) => ChannelFacts | undefined;
  readonly learn: (channel: ChannelPayload) => ChannelFacts;
  readonly forget: (id: string) => void;
};

/** So many channels are remembered; the others are asked for again. */
const MOST = 5_000;

/** Remembers what the gateway told, and asks for the rest. */
export function places(rest: Pick<REST, "get">): Places {
  const known = new Map<string, ChannelFacts>();
  const peek = (id: string) => known.get(id);
  const learn = (channel: ChannelPayload): ChannelFacts => {
    const facts = factsOf(channel, peek);
    known.delete(facts.id);
    known.set(facts.id, facts);
    for (const id of known.keys()) if (known.size > MOST) known.delete(id);
    return facts;
  };
  const find = async (id: string): Promise<ChannelFacts | undefined> => {
    const facts = known.get(id);
    if (facts !== undefined) return facts;
    const channel = await ask(rest, id);
    if (channel === undefined) return undefined;
    if (typeof channel.parent_id === "string" && peek(channel.parent_id) === undefined) await find(channel.parent_id);
    return learn(channel);
  };
  return { find, peek, learn, forget: (id) => void known.delete(id) };
}

async function ask(rest: Pick<REST, "get">, id: string): Promise<ChannelPayload | undefined> {
  try {
    const channel: unknown = withoutNulls(await rest.get(Routes.channel(id)));
    return isChannel(channel) ? channel : undefined;
  } catch (error) {
    if (isRefusal(error, CODE.unknownChannel, CODE.missingAccess)) return undefined;
    throw error;
  }
}

export function isChannel(value: unknown): value is ChannelPayload {
  return (
    typeof value === "object" &&
    value !== null &&
    "id" in value &&
    typeof value.id === "string" &&
    "type" in value &&
    typeof value.type === "number"
  );
}
