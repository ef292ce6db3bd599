/** Discord's epoch. {@link https://discord.com/developers/docs/reference#snowflakes} */
const DISCORD_EPOCH = 1_420_070_400_000;

export type Snowflakes = (at: number) => string;

/** Ids that grow with time, and never repeat or fall back even if the clock does. */
export function snowflakes(): Snowflakes {
  let last = 0n;
  return (at) => {
    const earliest = BigInt(Math.max(0, Math.floor(at) - DISCORD_EPOCH)) << 22n;
    last = earliest > last ? earliest : last + 1n;
    return last.toString();
  };
}

/** Older ids are smaller. */
export function compareIds(a: string, b: string): number {
  const difference = BigInt(a) - BigInt(b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
