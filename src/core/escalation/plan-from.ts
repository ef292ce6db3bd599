import { personId, policyId, scheduleId } from "./ids.ts";
import { instantOf, parseLocalTime } from "./local-time.ts";
import type { OnCallFile } from "./oncall-schema.ts";
import type { CalendarLookup } from "./parse-oncall.ts";
import type { Level, Means, OnCallPlan, Policy, Target } from "./policy.ts";
import type { Layer, LocalTime, Restriction, Schedule } from "./schedule.ts";

/** The plan that a checked file describes. */
export function planFrom(file: OnCallFile, calendars: CalendarLookup): OnCallPlan {
  return {
    people: file.people.map(({ id, name, slack, discord, email }) => ({
      id: personId(id),
      name,
      slack,
      discord,
      email,
    })),
    schedules: file.schedules.map((schedule) => scheduleFrom(schedule, calendars)),
    policies: file.policies.map(policyFrom),
    routes: file.routes.map(({ product, article, channel, policy, incidents }) => ({
      product,
      article,
      channel,
      policy: policyId(policy),
      incidents: { slack: incidents.slack, discord: incidents.discord },
    })),
    pagers: file.pagers.map((pager) =>
      "server" in pager ? pager : "key" in pager ? { ...pager, url: pager.url } : { ...pager, secret: pager.secret },
    ),
    roles: file.roles.flatMap(({ role, to }) => to.map((one) => ({ role, to: one }))),
  };
}

function scheduleFrom(
  { id, name, zone, layers, overrides, calendar }: OnCallFile["schedules"][number],
  calendars: CalendarLookup,
): Schedule {
  return {
    id: scheduleId(id),
    name: name ?? id,
    zone,
    layers: layers.map(layerFrom),
    calendar: calendar === undefined ? [] : (calendars(calendar) ?? []),
    overrides: overrides.map(({ person, start, end }) => ({
      person: personId(person),
      start: instantOf(localTime(start), zone),
      end: instantOf(localTime(end), zone),
    })),
  };
}

function layerFrom({
  name,
  people,
  start,
  end,
  turn,
  restrictions,
}: OnCallFile["schedules"][number]["layers"][number]): Layer {
  const [first = "", ...rest] = people;
  return {
    name,
    people: [personId(first), ...rest.map(personId)],
    start: localTime(start),
    end: end === undefined ? undefined : localTime(end),
    turn: minutesOf(turn),
    restrictions: restrictions.map(restrictionFrom),
  };
}

function restrictionFrom({
  days,
  from,
  to,
}: {
  readonly days: readonly string[];
  readonly from: string;
  readonly to: string;
}): Restriction {
  return { days: days.map((day) => WEEK.indexOf(day) + 1), from: minuteOf(from), to: minuteOf(to) };
}

const WEEK: readonly string[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

function policyFrom({ id, levels, rounds, quiet, automatic, severity }: OnCallFile["policies"][number]): Policy {
  const [first, ...rest] = levels.map(levelFrom);
  if (first === undefined)
    throw new Error(`Cannot use the policy ${id}: it has no levels. Check it with the schema first.`);
  return {
    id: policyId(id),
    levels: [first, ...rest],
    rounds,
    quiet: quiet.map(({ severities: [one = "low", ...others], zone, ...hours }) => ({
      severities: [one, ...others],
      zone,
      ...restrictionFrom(hours),
    })),
    automatic,
    severity,
  };
}

function levelFrom({ call, by, wait }: OnCallFile["policies"][number]["levels"][number]): Level {
  const [target = "", ...targets] = call;
  const [means = "", ...otherMeans] = by;
  return {
    targets: [targetFrom(target), ...targets.map(targetFrom)],
    means: [meansFrom(means), ...otherMeans.map(meansFrom)],
    wait: minutesOf(wait),
  };
}

function targetFrom(written: string): Target {
  const [kind, id = ""] = written.split(" ");
  return kind === "person" ? { kind, person: personId(id) } : { kind: "schedule", schedule: scheduleId(id) };
}

function meansFrom(written: string): Means {
  const [kind, pager = ""] = written.split(" ");
  if (kind === "pager") return { kind, pager };
  return { kind: kind === "direct" ? "direct" : "mention" };
}

/** `10m`, `2h`, `7d` in minutes. */
function minutesOf(written: string): number {
  const unit = written.replace(/[\d ]/g, "")[0];
  return Number.parseInt(written, 10) * (unit === "d" ? 1_440 : unit === "h" ? 60 : 1);
}

function minuteOf(written: string): number {
  const [hours = 0, minutes = 0] = written.split(":").map(Number);
  return hours * 60 + minutes;
}

function localTime(written: string): LocalTime {
  const time = parseLocalTime(written);
  if (time === undefined)
    throw new Error(`Cannot read the local time ${written}: there is none such. Check it with the schema first.`);
  return time;
}
