import type { Named } from "../../src/app/directory/directory.ts";
import type { Tenant } from "../../src/app/platform.ts";
import type { Desk } from "./desk.ts";

/** What somebody or a channel is called. Those who speak and click are told with a name; those who are only mentioned are not. */
export async function nameOf(
  { people, places }: Pick<Desk, "people" | "places">,
  tenant: Tenant,
  { kind, id }: Named,
): Promise<string | undefined> {
  if (kind === "person") return await people.nameOf(tenant, id);
  const facts = await places.find(id).catch(() => undefined);
  return facts?.name;
}
