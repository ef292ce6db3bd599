import type { Named } from "../../src/app/directory/directory.ts";
import type { Desk } from "./desk.ts";

/** What a channel is called. What people are called Discord tells with everything they do. */
export async function nameOf({ places }: Desk, { kind, id }: Named): Promise<string | undefined> {
  if (kind === "person") return undefined;
  const facts = await places.find(id).catch(() => undefined);
  return facts?.name;
}
