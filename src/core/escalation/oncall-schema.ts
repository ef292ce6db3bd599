import { z } from "zod";
import { PLAN_ID } from "./ids.ts";
import { isZone, parseLocalTime } from "./local-time.ts";
import { SEVERITIES } from "./policy.ts";

const MOST = 500;
const id = z.string().regex(PLAN_ID, "an id has lower-case letters, digits, dashes and underscores, such as ana-lopez");
const text = z.string().trim().min(1).max(200);
const localTime = z
  .string()
  .refine(
    (written) => parseLocalTime(written) !== undefined,
    "a local time is written 2026-01-05T09:00, in quotes, and exists",
  );
const dayTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'a time of day is written "09:00", in quotes');
const zone = z.string().refine(isZone, "a time zone is one of the IANA names, such as Europe/Lisbon or UTC");
const days = z
  .array(z.enum(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]))
  .min(1)
  .max(7);
const minutes = z
  .string()
  .regex(/^[1-9]\d{0,4} ?(?:m|min|h|d|days?|hours?|minutes?)$/, 'a length of time is written "10m", "2h" or "7d"');
const severity = z.enum(SEVERITIES);
const http = z
  .string()
  .max(2_000)
  .regex(
    /^https?:\/\/[^\s/?#@<>"\\]+(?:[/?#][^\s<>"]*)?$/i,
    "an address begins with http:// or https:// and a host, without a password",
  );
const variable = z
  .string()
  .regex(
    /^[A-Z][A-Z0-9_]{1,80}$/,
    "secrets stay out of this file: name the environment variable that holds it, such as PAGERDUTY_KEY",
  );

const person = z.strictObject({
  id: id.meta({ description: "How this file names the person." }),
  name: text,
  slack: z
    .string()
    .regex(/^[UW][A-Z0-9]{2,20}$/, "a Slack member id begins with U or W: Profile, three dots, Copy member ID")
    .optional(),
  discord: z
    .string()
    .regex(/^\d{15,21}$/, "a Discord user id has 15 to 21 digits, in quotes: Developer Mode, right-click, Copy User ID")
    .optional(),
  email: z.email("an e-mail address is needed").optional(),
});

const restriction = z.strictObject({
  days: days.default(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]),
  from: dayTime,
  to: dayTime,
});
const layer = z.strictObject({
  name: text,
  people: z.array(id).min(1).max(MOST),
  start: localTime.meta({
    description: "When the first person begins, in the schedule's zone; handovers follow at this time of day.",
  }),
  end: localTime.optional(),
  turn: minutes.default("7d").meta({ description: "How long a turn is: 12h, 1d, 7d." }),
  restrictions: z
    .array(restriction)
    .max(MOST)
    .default([])
    .meta({ description: "Only at these times is anybody on call." }),
});
const override = z.strictObject({ person: id, start: localTime, end: localTime });
const schedule = z.strictObject({
  id,
  name: text.optional(),
  zone: zone.meta({ description: "Every local time of this schedule is in it." }),
  layers: z.array(layer).max(50).default([]).meta({ description: "A later layer goes before an earlier one." }),
  overrides: z.array(override).max(MOST).default([]).meta({ description: "Somebody takes over for a while." }),
  calendar: z.string().min(1).max(2_000).optional().meta({
    description:
      "An iCalendar file beside this one, an address on a host that is listed under hosts, or env and the environment variable that holds a secret address.",
  }),
});

const means = z
  .string()
  .regex(
    /^(?:mention|direct|pager [a-z0-9][a-z0-9_-]{0,39})$/,
    "people are called by mention, direct, or a pager's name, such as pager pd",
  );
const target = z
  .string()
  .regex(
    /^(?:schedule|person) [a-z0-9][a-z0-9_-]{0,39}$/,
    "a schedule or a person is called, such as schedule primary or person ana",
  );
const level = z.strictObject({
  call: z.array(target).min(1).max(50),
  by: z.array(means).min(1).max(10).default(["mention", "direct"]),
  wait: minutes.default("10m").meta({ description: "How long until the next level." }),
});
const quiet = z.strictObject({
  severities: z.array(severity).min(1),
  zone,
  days: days.default(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]),
  from: dayTime,
  to: dayTime,
});
const policy = z.strictObject({
  id,
  levels: z.array(level).min(1).max(20),
  rounds: z.int().min(1).max(10).default(1).meta({ description: "How often all levels are called." }),
  quiet: z.array(quiet).max(20).default([]),
  automatic: z.boolean().default(false).meta({ description: "Escalate by itself when everything was tried." }),
  severity: severity.default("high"),
});
const route = z.strictObject({
  product: text.optional(),
  article: text.optional(),
  channel: text.optional().meta({ description: "A platform and its id, such as slack C0123456789." }),
  policy: id,
  incidents: z
    .strictObject({ slack: text.optional(), discord: text.optional() })
    .prefault({})
    .meta({ description: "The channel for the incident's message, by platform; without one, the thread itself." }),
});
const pager = z.discriminatedUnion("kind", [
  z.strictObject({ name: id, kind: z.enum(["pagerduty", "opsgenie"]), key: variable, url: http.optional() }),
  z.strictObject({
    name: id,
    kind: z.enum(["grafana", "webhook"]),
    url: http,
    secret: variable.optional(),
    allow: z
      .array(text)
      .max(50)
      .default([])
      .meta({ description: "Private addresses that may be called all the same." }),
  }),
  z.strictObject({
    name: id,
    kind: z.literal("email"),
    server: variable,
    from: text,
    to: z.array(z.email("an e-mail address is needed")).max(50).default([]),
  }),
]);
const grant = z.strictObject({
  role: z.enum(["viewer", "responder", "lead", "admin"]),
  to: z
    .array(
      z
        .string()
        .regex(
          /^(?:members|slack [UWS][A-Z0-9]{2,20}|discord (?:role )?\d{15,21}|person [a-z0-9][a-z0-9_-]{0,39})$/,
          "write members, a person, slack and a member's or user group's id, discord and an id, or discord role and an id",
        ),
    )
    .min(1)
    .max(MOST),
});

/** All of `oncall.yaml`. */
export const oncallSchema = z.strictObject({
  people: z.array(person).min(1).max(MOST),
  schedules: z.array(schedule).max(MOST).default([]),
  policies: z.array(policy).min(1).max(MOST),
  routes: z
    .array(route)
    .max(MOST)
    .default([])
    .meta({ description: "What goes to which policy; the first that fits decides." }),
  pagers: z.array(pager).max(50).default([]),
  hosts: z
    .array(
      z
        .string()
        .regex(
          /^(?:private )?[a-z0-9.-]{1,253}$/i,
          "a host is written without http:// and without a path; one with a private address, private and the host",
        ),
    )
    .max(50)
    .default([])
    .meta({ description: "Hosts that calendars may be fetched from." }),
  roles: z.array(grant).max(MOST).default([]).meta({ description: "Who may do what; everybody else only looks." }),
});

export type OnCallFile = z.output<typeof oncallSchema>;

/** The keys of each part, by its path without indexes. */
export const ONCALL_KEYS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    "": oncallSchema,
    people: person,
    schedules: schedule,
    "schedules.layers": layer,
    "schedules.layers.restrictions": restriction,
    "schedules.overrides": override,
    policies: policy,
    "policies.levels": level,
    "policies.quiet": quiet,
    routes: route,
    roles: grant,
  }).map(([path, schema]) => [path, Object.keys(schema.shape)]),
);

/** The same, for editors: a JSON Schema (draft 2020-12). */
export function oncallJsonSchema(): unknown {
  return { title: "Who is on call, and how they are called", ...z.toJSONSchema(oncallSchema, { io: "input" }) };
}
