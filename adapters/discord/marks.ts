import type { Desk, Memory } from "./desk.ts";
import { isLater } from "./ref.ts";
import { reasonOf } from "./report.ts";

/** How far each channel has been read, so that what was said while we were away is found. */
export type Marks = {
  /** The last message of the channel that was dealt with; undefined where we never were. */
  readonly of: (channel: string) => Promise<string | undefined>;
  /** Everything in the channel up to this message is dealt with. */
  readonly reached: (channel: string, message: string) => void;
  /** About the last message of all, anywhere. */
  readonly latest: () => Promise<string | undefined>;
  /** Something was not dealt with: the mark stays where it is until the process starts anew. */
  readonly freeze: (channel: string) => void;
  /** The direct messages we have had; Discord does not list them. */
  readonly directs: () => Promise<readonly string[]>;
  readonly addDirect: (channel: string) => Promise<void>;
  /** Writes down what is new. */
  readonly flush: () => Promise<void>;
};

/** Milliseconds between two writings: a busy channel shall not write with every message. Reading twice does no harm. */
const PACE = 1_000;

const MOST_DIRECTS = 500;
const DIRECTS = "discord:directs";
const LATEST = "discord:latest";

export function marks({ memory, clock, report }: Pick<Desk, "memory" | "clock" | "report">): Marks {
  const unwritten = new Map<string, string>();
  const frozen = new Set<string>();
  let isDue = false;
  const failed = (error: unknown) => report({ level: "warn", text: `Cannot note what was read: ${reasonOf(error)}.` });
  const flush = async (): Promise<void> => {
    isDue = false;
    const latest = [...unwritten.values()].toSorted((one, other) => (isLater(one, other) ? -1 : 1))[0];
    if (latest !== undefined) await memory.set(LATEST, latest);
    for (const [channel, message] of unwritten) {
      await memory.set(keyOf(channel), message);
      if (unwritten.get(channel) === message) unwritten.delete(channel);
    }
  };
  const soon = (): void => {
    if (isDue) return;
    isDue = true;
    clock.after(PACE, () => void flush().catch(failed));
  };
  return {
    of: async (channel) => unwritten.get(channel) ?? (await memory.get(keyOf(channel))),
    reached: (channel, message) => {
      const before = unwritten.get(channel);
      if (frozen.has(channel) || (before !== undefined && !isLater(message, before))) return;
      unwritten.set(channel, message);
      soon();
    },
    latest: () => memory.get(LATEST),
    freeze: (channel) => void frozen.add(channel),
    directs: () => readDirects(memory),
    addDirect: (channel) => addDirect(memory, channel),
    flush,
  };
}

function keyOf(channel: string): string {
  return `discord:read:${channel}`;
}

async function readDirects(memory: Memory): Promise<readonly string[]> {
  const ids = (await memory.get(DIRECTS)) ?? "";
  return ids.split(" ").filter((id) => id !== "");
}

async function addDirect(memory: Memory, channel: string): Promise<void> {
  const known = await readDirects(memory);
  if (known.includes(channel)) return;
  await memory.set(DIRECTS, [...known, channel].slice(-MOST_DIRECTS).join(" "));
}
