import { type AccessPolicy, type Actor, includes, type Role } from "./role.ts";

/**
 * The highest role that was granted. Whoever can be called is a responder, or nobody could acknowledge, and so is whoever
 * sits at the machine; guests and strangers are viewers, whatever was granted. Where a platform does not tell whether
 * somebody is a guest, only what names themselves counts, and no group.
 */
export function roleOf(who: Actor, policy: AccessPolicy): Role {
  if (isOutsider(who)) return "viewer";
  const persons = personsOf(who, policy.people);
  const names = namesOf(who, persons);
  const least = policy.isOpen || who.platform === "terminal" || persons.length > 0 ? "responder" : "viewer";
  return policy.grants
    .filter(({ to }) => names.has(to))
    .reduce<Role>((best, { role }) => (includes(role, best) ? role : best), least);
}

/** Somebody who only looks, whatever was granted to them. */
export function isOutsider({ id, membership }: Pick<Actor, "id" | "membership">): boolean {
  return id === "" || membership === "guest" || membership === "stranger";
}

function personsOf({ platform, id }: Actor, people: AccessPolicy["people"]): AccessPolicy["people"] {
  return people.filter((person) => (platform === "terminal" ? person.id : person[platform]) === id);
}

/** Every way in which a grant can mean them. */
function namesOf(who: Actor, persons: AccessPolicy["people"]): ReadonlySet<string> {
  const { platform, id } = who;
  const group = platform === "discord" ? "discord role" : platform;
  return new Set([
    ...[id].filter(isId).map((one) => `${platform} ${one}`),
    ...groupsOf(who)
      .filter(isId)
      .map((one) => `${group} ${one}`),
    ...persons.map((person) => `person ${person.id}`),
    ...(who.membership === "member" ? ["members"] : []),
  ]);
}

/** What holds a blank could pose as something else: a person called `role 1` is no role. */
function isId(text: string): boolean {
  return /^[\w-]+$/.test(text);
}

/** Groups count for members alone. */
function groupsOf({ groups, membership }: Actor): readonly string[] {
  return groups === "unknown" || membership !== "member" ? [] : groups;
}
