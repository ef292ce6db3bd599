/** What somebody may do; each may do what those before it may. */
export type Role = (typeof ROLES)[number];

export const ROLES = ["viewer", "responder", "lead", "admin"] as const;

/** Who somebody is, as their platform tells it: data from an envelope or the platform's API, and never from text. */
export type Standing = {
  /** Slack user groups or Discord roles they are in; unknown where the platform does not tell now. */
  readonly groups: readonly string[] | "unknown";
  readonly membership: Membership;
};

/** `guest`: limited rights in this workspace. `stranger`: from another one. `unknown`: the platform does not tell now. */
export type Membership = "member" | "guest" | "stranger" | "unknown";

/** Somebody of the workspace of whom nothing else is known. */
export const MEMBER: Standing = { groups: [], membership: "member" };

/** Somebody of whom the platform does not tell anything just now. */
export const UNTOLD: Standing = { groups: "unknown", membership: "unknown" };

/** Somebody who acts. */
export type Actor = Standing & {
  readonly platform: "slack" | "discord" | "terminal";
  readonly id: string;
};

/**
 * Who has which role. `to` is `slack U1` (or a user group, `slack S1`), `discord 1`, `discord role 1`, `person ana`, or
 * `members`: everybody who is neither a guest nor a stranger.
 */
export type Grant = { readonly role: Role; readonly to: string };

/** Everything that authorization knows. No grants: everybody only looks, unless it is open. */
export type AccessPolicy = {
  /** Nobody said who may do what: every member is a responder, and may change how the bot listens. */
  readonly isOpen: boolean;
  /** What was said about it cannot be understood, so everybody only looks. */
  readonly isUnusable: boolean;
  readonly grants: readonly Grant[];
  /** How a platform names the people of `oncall.yaml`. */
  readonly people: readonly {
    readonly id: string;
    readonly slack: string | undefined;
    readonly discord: string | undefined;
  }[];
};

/** Whether a role includes another. */
export function includes(role: Role, least: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(least);
}
