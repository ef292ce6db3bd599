import type { Clock } from "../../src/app/clock.ts";

/** Waits so many milliseconds, or until there is no point in waiting; leaves no timer behind that keeps the process. */
export async function pause(clock: Clock, milliseconds: number, over: Promise<unknown>): Promise<"waited" | "over"> {
  const waiting = Promise.withResolvers<"waited">();
  const callOff = clock.after(milliseconds, () => waiting.resolve("waited"));
  return await Promise.race([waiting.promise, over.then(() => "over" as const)]).finally(callOff);
}
