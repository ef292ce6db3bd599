import type { Tenant } from "../../src/app/platform.ts";
import { type Membership, type Standing, UNTOLD } from "../../src/core/authorization/role.ts";
import { isOrganisation } from "./ref.ts";
import { type Json, objectAt, objectsAt, textAt } from "./json.ts";

/**
 * What an envelope tells about somebody: at most that they come from another workspace. Within an organisation people
 * come from many, and there only Slack itself knows.
 */
export function standingInEnvelope(tenant: Tenant, home: string | undefined, isOfOrganisation: boolean): Standing {
  if (home === undefined || isOfOrganisation || isOrganisation(tenant) || home === tenant) return UNTOLD;
  return { groups: [], membership: "stranger" };
}

/** What `users.info` tells. {@link https://docs.slack.dev/reference/objects/user-object} */
export function membershipIn(user: Json, tenant: Tenant): Membership {
  const is = (key: string): boolean => user[key] === true;
  if (is("deleted") || is("is_bot") || is("is_workflow_bot") || is("is_stranger")) return "stranger";
  if (!isAtHome(user, tenant)) return "stranger";
  return is("is_restricted") || is("is_ultra_restricted") ? "guest" : "member";
}

/** A workspace of an organisation knows the people of the whole organisation. */
function isAtHome(user: Json, tenant: Tenant): boolean {
  const enterprise = objectAt(user, "enterprise_user");
  if (isOrganisation(tenant)) return textAt(enterprise, "enterprise_id") === tenant;
  const teams = enterprise["teams"];
  return textAt(user, "team_id") === tenant || (Array.isArray(teams) && teams.includes(tenant));
}

/** The user groups of each person, as `usergroups.list` tells them. */
export function groupsByUser(answer: Json): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, readonly string[]>();
  for (const group of objectsAt(answer, "usergroups")) {
    const [id, users] = [textAt(group, "id"), group["users"]];
    if (id === undefined || !Array.isArray(users)) continue;
    for (const user of users) if (typeof user === "string") groups.set(user, [...(groups.get(user) ?? []), id]);
  }
  return groups;
}
