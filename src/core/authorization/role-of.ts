import { type AccessPolicy, type Actor, includes, type Role } from "./role.ts";

/**
 * The highest role that was granted. Whoever can be called is a responder, or nobody could acknowledge; guests and
 * strangers are viewers, whatever was granted.
 */
export function roleOf(who: Actor, { grants, people }: AccessPolicy): Role {
  if (who.isGuest || who.id === "") return "viewer";
  const persons = personsOf(who, people);
  const names = namesOf(who, persons);
  return grants
    .filter(({ to }) => names.has(to))
    .reduce<Role>(
      (best, { role }) => (includes(role, best) ? role : best),
      persons.length > 0 ? "responder" : "viewer",
    );
}

function personsOf({ platform, id }: Actor, people: AccessPolicy["people"]): AccessPolicy["people"] {
  return people.filter((person) => (platform === "terminal" ? person.id : person[platform]) === id);
}

/** Every way in which a grant can mean them. Somebody at the terminal has the machine, and needs a grant all the same. */
function namesOf({ platform, id, groups }: Actor, persons: AccessPolicy["people"]): ReadonlySet<string> {
  const group = platform === "discord" ? "discord role" : platform;
  const own = platform === "discord" ? /^\d+$/ : /^[A-Za-z0-9_-]+$/;
  return new Set([
    ...(own.test(id) ? [`${platform} ${id}`] : []),
    ...groups.filter((one) => own.test(one)).map((one) => `${group} ${one}`),
    ...persons.map((person) => `person ${person.id}`),
  ]);
}
