/** What somebody may do; each may do what those before it may. */
export type Role = (typeof ROLES)[number];

export const ROLES = ["viewer", "responder", "lead", "admin"] as const;

/** Somebody who acts, as the platform knows them: data, taken from the envelope and never from text. */
export type Actor = {
  readonly platform: "slack" | "discord" | "terminal";
  readonly id: string;
  /** Slack user groups or Discord roles they are in. */
  readonly groups: readonly string[];
  /** From another workspace, or a guest with limited rights. */
  readonly isGuest: boolean;
};

/** Who has which role. `to` is `slack U1` (or a user group, `slack S1`), `discord 1`, `discord role 1`, or `person ana`. */
export type Grant = { readonly role: Role; readonly to: string };

/** Everything that authorization knows. No grants: everybody only looks. */
export type AccessPolicy = {
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
