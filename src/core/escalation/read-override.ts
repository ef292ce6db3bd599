import { nearestWord } from "../kb/nearest-word.ts";
import { type Instant, instant } from "../resolution/responder.ts";
import { onDay, readTime, timeAfter, type WrittenTime } from "./read-time.ts";
import type { OnCallPlan, Person } from "./policy.ts";
import type { Schedule, Shift } from "./schedule.ts";

/** What somebody says about overrides. */
export type OverrideWish =
  | { readonly kind: "list" }
  | { readonly kind: "take-back"; readonly id: string }
  | { readonly kind: "set"; readonly schedule: Schedule; readonly who: Person; readonly shift: Shift }
  | { readonly kind: "refused"; readonly why: string };

/** Who says it, and when. */
export type Saying = { readonly plan: OnCallPlan; readonly me: Person | undefined; readonly now: Instant };

/** Longer ones belong into the file, where everybody sees them coming (milliseconds). */
const LONGEST = 90 * 86_400_000;

/** Nobody plans by chat for later than that (milliseconds). */
const FURTHEST = 366 * 86_400_000;

export const EXAMPLES = "“override ana until 18:00”, “override ana 2h” or “override ana from fri 18:00 to mon 09:00”";

/** Whether it only asks which there are. */
export function isListing(text: string): boolean {
  return ["", "list", "show"].includes(text.trim().toLowerCase());
}

/** `ana until 18:00`, `me 2h backup`, `<@U1> from tomorrow 09:00 to 2026-12-24T18:00 primary`, `remove k3f9`, `list`. */
export function readOverride(text: string, saying: Saying): OverrideWish {
  const words = text.trim().split(/\s+/);
  const [first = "", second] = words;
  if (isListing(text)) return { kind: "list" };
  if (second !== undefined && words.length === 2 && TAKE_BACK.has(first.toLowerCase()))
    return { kind: "take-back", id: second.toLowerCase() };
  const length = words.findIndex(
    (word, at) => CONNECTIVES.has(word.toLowerCase()) || readTime(words.slice(at)) !== undefined,
  );
  const named = personNamed(words.slice(0, length < 0 ? words.length : length).join(" "), saying);
  if (typeof named === "string") return refused(named);
  const times = readTimes(words.slice(length < 0 ? words.length : length));
  if (times === undefined) return refused(`say until when, such as ${EXAMPLES}`);
  const schedule = scheduleNamed(times.rest.join(" "), saying.plan);
  return typeof schedule === "string" ? refused(schedule) : wishFor(named, schedule, times, saying.now);
}

const TAKE_BACK: ReadonlySet<string> = new Set(["remove", "cancel", "delete", "end", "drop", "undo"]);

const CONNECTIVES: ReadonlySet<string> = new Set(["from", "until", "till", "to", "for", "starting", "-"]);

function refused(fact: string): OverrideWish {
  return { kind: "refused", why: `Cannot override: ${fact}.` };
}

/** By id, name, first name, mention or `me`; a sentence where that is nobody, or several people. */
function personNamed(written: string, { plan, me }: Saying): Person | string {
  const name = written
    .replace(/^<@!?([A-Z0-9]+)(?:\|[^>]*)?>$/i, "$1")
    .replace(/^@/, "")
    .toLowerCase();
  if (name === "") return `say who takes over and until when, such as ${EXAMPLES}`;
  if (["me", "myself", "i"].includes(name))
    return me ?? "oncall.yaml does not know you; add yourself under people, or name somebody";
  const exact = plan.people.filter((person) => namesOf(person).includes(name));
  const found = exact.length > 0 ? exact : plan.people.filter((person) => firstName(person) === name);
  const [one, other] = found;
  if (one !== undefined && other === undefined) return one;
  if (one !== undefined)
    return `several people are called “${written}”: ${found.map(({ id }) => id).join(", ")}. Use the id`;
  const near = nearestWord(
    name,
    plan.people.flatMap((person) => [person.id, firstName(person)]),
  );
  return `nobody in oncall.yaml is called “${written}”. ${near === undefined ? `There are ${listed(plan.people.map(({ id }) => id))}` : `Did you mean ${near}?`}`;
}

function namesOf({ id, name, slack, discord, email }: Person): readonly string[] {
  return [id, name, slack, discord, email].flatMap((one) => (one === undefined ? [] : [one.toLowerCase()]));
}

function firstName({ name }: Person): string {
  return name.toLowerCase().split(" ")[0] ?? "";
}

type Times = { readonly start: WrittenTime | undefined; readonly end: WrittenTime; readonly rest: readonly string[] };

/** `from … to …`, `until …`, `for 2h`, `2h`, or two times one after the other. */
function readTimes(words: readonly string[]): Times | undefined {
  const first = timeIn(words, START);
  if (first === undefined) return undefined;
  const second = timeIn(first.rest, END);
  if (second !== undefined) return { start: first.time, end: second.time, rest: second.rest };
  return first.word !== "from" && first.word !== "starting"
    ? { start: undefined, end: first.time, rest: first.rest }
    : undefined;
}

const [START, END] = [
  ["from", "starting", "until", "till", "to", "for", ""],
  ["until", "till", "to", "for", "-", ""],
] as const;

function timeIn(words: readonly string[], before: readonly string[]) {
  const word = before.find((one) => one !== "" && one === words[0]?.toLowerCase()) ?? "";
  const rest = word === "" ? words : words.slice(1);
  const read = readTime(rest);
  return read === undefined ? undefined : { word, time: read.time, rest: rest.slice(read.used) };
}

/** The only one, or the one that is named; a sentence where it is not clear which. */
function scheduleNamed(written: string, { schedules }: OnCallPlan): Schedule | string {
  const name = written.replace(/^(?:in|on|for|of)\s+/i, "").toLowerCase();
  const [only, ...others] = schedules;
  if (only === undefined) return "oncall.yaml has no schedule. Add one there";
  const known = listed(schedules.map(({ id }) => id));
  if (name === "") return others.length === 0 ? only : `say which schedule, at the end: ${known}`;
  const found = schedules.find((schedule) => schedule.id === name || schedule.name.toLowerCase() === name);
  return (
    found ??
    `“${written}” is neither a time nor a schedule. The schedules are ${known}; times are written as in ${EXAMPLES}`
  );
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}

function wishFor(who: Person, schedule: Schedule, times: Times, now: Instant): OverrideWish {
  const { start, end } = between(times, schedule.zone, now);
  if (end <= start) return refused("it would end before it begins. Put the later time last");
  if (end <= now) return refused("it would be over already. Say a later time");
  if (end - start > LONGEST) return refused("it would last longer than 90 days. Write that into oncall.yaml");
  if (start - now > FURTHEST) return refused("it would begin in more than a year. Write that into oncall.yaml");
  return { kind: "set", schedule, who, shift: { person: who.id, start, end } };
}

/** From now on, unless a beginning was said. `09:00 to 17:00` is today's as long as that is not over. */
function between(
  { start, end }: Times,
  zone: string,
  now: Instant,
): { readonly start: Instant; readonly end: Instant } {
  if (start === undefined) return { start: now, end: timeAfter(end, zone, now) };
  const [today, tomorrow] = [0, 1].map((day) => {
    const isClock = start.kind === "clock" && start.day.kind === "next";
    const from = isClock ? onDay(start, zone, now, day) : timeAfter(start, zone, now);
    return { start: from, end: timeAfter(end, zone, from) };
  });
  if (today === undefined || tomorrow === undefined) return { start: now, end: instant(now) };
  return today.end <= now ? tomorrow : today;
}
