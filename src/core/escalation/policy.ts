import type { Brand, NonEmpty } from "../brand.ts";
import type { PersonId, Schedule, ScheduleId } from "./schedule.ts";

/** Names a policy of `oncall.yaml`. */
export type PolicyId = Brand<string, "PolicyId">;

/** How bad it is; decides about quiet hours and what a pager is told. */
export type Severity = (typeof SEVERITIES)[number];

export const SEVERITIES = ["critical", "high", "low"] as const;

/** Somebody who can be called, and how each platform names them. */
export type Person = {
  readonly id: PersonId;
  readonly name: string;
  readonly slack: string | undefined;
  readonly discord: string | undefined;
  readonly email: string | undefined;
};

/** How people are called: a mention in the incident's thread, a direct message, or a pager of that name. */
export type Means =
  | { readonly kind: "mention" }
  | { readonly kind: "direct" }
  | { readonly kind: "pager"; readonly pager: string };

/** Who: whoever a schedule names at the time, or always the same person. */
export type Target =
  | { readonly kind: "schedule"; readonly schedule: ScheduleId }
  | { readonly kind: "person"; readonly person: PersonId };

/** People who are called together. */
export type Level = {
  readonly targets: NonEmpty<Target>;
  readonly means: NonEmpty<Means>;
  /** Minutes until the next level is called when nobody acknowledged. */
  readonly wait: number;
};

/** Times in which some severities wait until morning. */
export type QuietHours = {
  readonly severities: NonEmpty<Severity>;
  readonly zone: string;
  /** 1 is Monday, 7 is Sunday: the day on which they begin. */
  readonly days: readonly number[];
  /** Minutes after midnight. At or after `to`, they end the next day. */
  readonly from: number;
  readonly to: number;
};

/** Who is called, in which order, and how often all over again. */
export type Policy = {
  readonly id: PolicyId;
  readonly levels: NonEmpty<Level>;
  /** How often all levels are called; 1 is once. */
  readonly rounds: number;
  readonly quiet: readonly QuietHours[];
  /** Whether a run that is exhausted escalates by itself. */
  readonly automatic: boolean;
  readonly severity: Severity;
};

/** What goes to which policy. The first that fits decides; `undefined` fits everything. */
export type Route = {
  readonly product: string | undefined;
  readonly article: string | undefined;
  readonly channel: string | undefined;
  readonly policy: PolicyId;
  /** Where the incident's message goes, by platform; undefined means in place. */
  readonly incidents: { readonly slack: string | undefined; readonly discord: string | undefined };
};

/** A way to page, as `oncall.yaml` sets it up. Secrets are named by the environment variable that holds them. */
export type PagerSetup =
  | {
      readonly name: string;
      readonly kind: "pagerduty" | "opsgenie";
      readonly key: string;
      readonly url: string | undefined;
    }
  | {
      readonly name: string;
      readonly kind: "grafana" | "webhook";
      readonly url: string;
      readonly secret: string | undefined;
      readonly allow: readonly string[];
    }
  | {
      readonly name: string;
      readonly kind: "email";
      readonly server: string;
      readonly from: string;
      readonly to: readonly string[];
    };

/** All of `oncall.yaml`. */
export type OnCallPlan = {
  readonly people: readonly Person[];
  readonly schedules: readonly Schedule[];
  readonly policies: readonly Policy[];
  readonly routes: readonly Route[];
  readonly pagers: readonly PagerSetup[];
  readonly roles: readonly RoleGrant[];
  /** The file cannot be understood, and this stands in for it. */
  readonly isUnusable?: true;
};

/** What a file says that says nothing which can be understood: nobody is called, and nobody was given a role. */
export const NOBODY: OnCallPlan = {
  people: [],
  schedules: [],
  policies: [],
  routes: [],
  pagers: [],
  roles: [],
  isUnusable: true,
};

/** Who has a role: an id of a person on a platform, a Slack user group, a Discord role, or all members. */
export type RoleGrant = { readonly role: "viewer" | "responder" | "lead" | "admin"; readonly to: string };
