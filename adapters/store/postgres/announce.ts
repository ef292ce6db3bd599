import type { Pool } from "pg";
import { ignore } from "./pool.ts";

/** What replicas call each other by. */
export const CHANNEL = "kms_work";

/** Tells the other replicas that there is work; one call at a time stands for all that were made meanwhile. Should it fail, they look by themselves. */
export function announcer(pool: Pick<Pool, "query">): () => void {
  let state: "quiet" | "calling" | "again" = "quiet";
  const call = async () => {
    while (state !== "quiet") {
      state = "calling";
      await pool.query(`notify ${CHANNEL}`).catch(ignore);
      if (state === "calling") state = "quiet";
    }
  };
  return () => {
    const isQuiet = state === "quiet";
    state = isQuiet ? "calling" : "again";
    if (isQuiet) void call();
  };
}
