import { type AccessPolicy, type Actor, includes, type Role } from "./role.ts";
import { isOutsider, roleOf } from "./role-of.ts";

/** Everything that somebody can ask for, whether by button, command, form or mention. */
export type Deed = keyof typeof LEAST;

/** The least role for each deed. What is not listed cannot be asked for. */
const LEAST = {
  look: "viewer",
  ask: "viewer",
  status: "viewer",
  oncall: "viewer",
  share: "viewer",
  work: "responder",
  note: "responder",
  escalate: "responder",
  acknowledge: "responder",
  resolve: "responder",
  "hand-over": "responder",
  export: "responder",
  mute: "responder",
  "next-level": "lead",
  "escalate-to-level": "lead",
  severity: "lead",
  close: "lead",
  merge: "lead",
  split: "lead",
  override: "lead",
  edit: "admin",
  configure: "admin",
} as const satisfies Readonly<Record<string, Role>>;

/** What nobody's role decides about while nobody has a role: how the bot listens in a channel. */
const LEAST_WHEN_OPEN: Readonly<Partial<Record<Deed, Role>>> = { configure: "responder" };

/** Everything that can be asked for. */
export const DEEDS: readonly Deed[] = Object.keys(LEAST).filter(isDeed);

function isDeed(word: string): word is Deed {
  return Object.hasOwn(LEAST, word);
}

export type Authorization =
  | { readonly kind: "allowed"; readonly role: Role }
  | { readonly kind: "denied"; readonly why: string };

/** Whether somebody may do something: decided by ids alone, and denied unless it was granted. */
export function authorize(deed: Deed, who: Actor, policy: AccessPolicy): Authorization {
  const role = roleOf(who, policy);
  const least = leastFor(deed, policy);
  if (least !== undefined && includes(role, least)) return { kind: "allowed", role };
  return { kind: "denied", why: denial(deed, least, who, policy) };
}

/** Undefined for what nobody thought of: a deed may come from a store that a newer release wrote. */
function leastFor(deed: Deed, { isOpen }: AccessPolicy): Role | undefined {
  if (!isDeed(deed)) return undefined;
  return isOpen ? (LEAST_WHEN_OPEN[deed] ?? LEAST[deed]) : LEAST[deed];
}

function denial(deed: string, least: Role | undefined, who: Actor, { isOpen, isUnusable }: AccessPolicy): string {
  if (least === undefined) return `Cannot ${deed}: there is no such thing to allow.`;
  const doing = DOING[deed] ?? deed.replaceAll("-", " ");
  if (isOutsider(who))
    return `Cannot ${doing}: guests and people from other workspaces only look. Ask a member of this workspace.`;
  if (isUnusable)
    return `Cannot ${doing}: oncall.yaml is broken, so nobody is paged and everybody only looks. Call somebody yourself, and ask whoever runs me to say kms check.`;
  if (isOpen) return `Cannot ${doing}: it takes the role ${least}, and nobody has one. Say who has it in oncall.yaml.`;
  if (who.groups === "unknown" || who.membership === "unknown")
    return `Cannot ${doing}: it takes the role ${least}, and ${UNTOLD[who.platform]}`;
  return `Cannot ${doing}: it takes the role ${least}. Ask an admin to add you under roles in oncall.yaml.`;
}

/** Where a deed's own name is no sentence. */
const DOING: Readonly<Record<string, string>> = {
  work: "work through steps",
  note: "add a note",
  export: "export the timeline",
  mute: "mute or unmute me",
  "next-level": "call the next level",
  "escalate-to-level": "call a level",
  severity: "change the severity",
  merge: "merge incidents",
  split: "split an incident",
  override: "override a schedule",
  edit: "edit articles",
  configure: "change how I listen here",
};

/** Why it may be that somebody has the role all the same. */
const UNTOLD: Readonly<Record<Actor["platform"], string>> = {
  slack: "Slack does not tell just now which groups you are in. Try again in a minute, or ask a colleague.",
  discord: "Discord does not tell here which roles you have. Say it in a channel of your server.",
  terminal: "nobody told which groups you are in. Ask an admin to add you under roles in oncall.yaml.",
};
