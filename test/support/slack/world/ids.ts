import type { World } from "./world.ts";

/** The next id of a kind: `Ev1`, `Ev2`, … */
export function nextId(world: World, prefix: string): string {
  const next = (world.counters.get(prefix) ?? 0) + 1;
  world.counters.set(prefix, next);
  return `${prefix}${next}`;
}

/** Seconds and microseconds since 1970; never given twice, always later than the one before. */
export function nextTs(world: World, now: number): string {
  const micros = Math.max(Math.floor(now) * 1000, (world.counters.get("ts") ?? 0) + 1);
  world.counters.set("ts", micros);
  return `${Math.floor(micros / 1_000_000)}.${String(micros % 1_000_000).padStart(6, "0")}`;
}
