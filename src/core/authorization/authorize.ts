import { type AccessPolicy, type Actor, includes, type Role } from "./role.ts";
import { roleOf } from "./role-of.ts";

/** Everything that somebody can ask for, whether by button, command or form. */
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
  const least = isDeed(deed) ? LEAST[deed] : undefined;
  if (least !== undefined && includes(role, least)) return { kind: "allowed", role };
  return { kind: "denied", why: denial(deed, least, who) };
}

function denial(deed: string, least: Role | undefined, { isGuest }: Actor): string {
  if (least === undefined) return `Cannot ${deed}: there is no such thing to allow.`;
  const doing = deed.replaceAll("-", " ");
  if (isGuest)
    return `Cannot ${doing}: guests and people from other workspaces only look. Ask a member of this workspace.`;
  return `Cannot ${doing}: it takes the role ${least}. Ask an admin to add you under roles in oncall.yaml.`;
}
