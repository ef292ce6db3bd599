import { nearestWord } from "../kb/nearest-word.ts";
import type { ProblemLog } from "../kb/problem.ts";
import type { Path } from "../kb/read-front-matter.ts";
import { pathText } from "./explain-oncall.ts";
import type { OnCallFile } from "./oncall-schema.ts";
import type { CalendarLookup } from "./parse-oncall.ts";

type LineAt = (path: Path) => number;

/** What a schema cannot see: ids used twice, names that nobody has, levels that reach nobody, turns that end before they begin. */
export function checkPlan(file: OnCallFile, line: LineAt, log: ProblemLog, calendars: CalendarLookup): void {
  for (const kind of ["people", "schedules", "policies"] as const)
    checkUnique(
      kind,
      file[kind].map(({ id }) => id),
      line,
      log,
    );
  checkUnique(
    "pagers",
    file.pagers.map(({ name }) => name),
    line,
    log,
  );
  for (const reference of referencesIn(file)) checkReference(reference, file, line, log);
  checkTimes(file, line, log);
  checkReach(file, line, log);
  checkCalendars(file, line, log, calendars);
}

function checkUnique(kind: keyof OnCallFile, ids: readonly string[], line: LineAt, log: ProblemLog): void {
  for (const [index, id] of ids.entries()) {
    const first = ids.indexOf(id);
    if (first < index)
      log.error(
        line([kind, index]),
        `Cannot use "${id}" twice under ${kind}: line ${line([kind, first])} has it already. Give one of the two another id.`,
      );
  }
}

type Kind = "people" | "schedules" | "policies" | "pagers";
type Reference = { readonly kind: Kind; readonly id: string; readonly path: Path };

const KINDS: Readonly<Record<string, Kind>> = { person: "people", schedule: "schedules", pager: "pagers" };

function referencesIn({ schedules, policies, routes, roles }: OnCallFile): readonly Reference[] {
  const inSchedules = schedules.flatMap(({ layers, overrides }, at) => [
    ...layers.flatMap(({ people }, layer) =>
      people.map((id, index) => ({
        kind: "people" as const,
        id,
        path: ["schedules", at, "layers", layer, "people", index],
      })),
    ),
    ...overrides.map(({ person }, index) => ({
      kind: "people" as const,
      id: person,
      path: ["schedules", at, "overrides", index, "person"],
    })),
  ]);
  const inPolicies = policies.flatMap(({ levels }, at) =>
    levels.flatMap(({ call, by }, level) => [
      ...call.flatMap((written, index) => spoken(written, ["policies", at, "levels", level, "call", index])),
      ...by.flatMap((written, index) => spoken(written, ["policies", at, "levels", level, "by", index])),
    ]),
  );
  const inRoutes = routes.map(({ policy }, at) => ({
    kind: "policies" as const,
    id: policy,
    path: ["routes", at, "policy"],
  }));
  const inRoles = roles.flatMap(({ to }, at) =>
    to.flatMap((written, index) => spoken(written, ["roles", at, "to", index])),
  );
  return [...inSchedules, ...inPolicies, ...inRoutes, ...inRoles];
}

/** `schedule primary` and the like. */
function spoken(written: string, path: Path): readonly Reference[] {
  const [word = "", id = ""] = written.split(" ");
  const kind = KINDS[word];
  return kind === undefined ? [] : [{ kind, id, path }];
}

function checkReference({ kind, id, path }: Reference, file: OnCallFile, line: LineAt, log: ProblemLog): void {
  const known: readonly string[] =
    kind === "pagers" ? file.pagers.map(({ name }) => name) : file[kind].map((one) => one.id);
  if (known.includes(id)) return;
  const near = nearestWord(id, known);
  const advice = near === undefined ? `Add it under ${kind}, or correct the name.` : `Did you mean "${near}"?`;
  log.error(line(path), `Cannot find "${id}" (${pathText(path)}): there is none of that name under ${kind}. ${advice}`);
}

function checkTimes({ schedules }: OnCallFile, line: LineAt, log: ProblemLog): void {
  for (const [at, { layers, overrides }] of schedules.entries()) {
    for (const [index, { start, end }] of overrides.entries())
      if (end <= start)
        log.error(
          line(["schedules", at, "overrides", index, "end"]),
          "Cannot use this override: it ends before it begins. Put the later time under end.",
        );
    for (const [index, { start, end }] of layers.entries())
      if (end !== undefined && end <= start)
        log.error(
          line(["schedules", at, "layers", index, "end"]),
          "Cannot use this layer: it ends before it begins. Put the later time under end.",
        );
  }
}

/** A direct message or a mention needs an id on a platform. */
function checkReach({ people, schedules }: OnCallFile, line: LineAt, log: ProblemLog): void {
  for (const [at, { id, slack, discord, email }] of people.entries())
    if (slack === undefined && discord === undefined && email === undefined)
      log.warning(
        line(["people", at]),
        `Cannot reach ${id}: no platform knows them. Add a slack or discord id, or an email.`,
      );
  for (const [at, { id, layers, overrides, calendar }] of schedules.entries())
    if (layers.length === 0 && overrides.length === 0 && calendar === undefined)
      log.warning(
        line(["schedules", at]),
        `Cannot call anybody by the schedule ${id}: it names nobody. Add layers or a calendar.`,
      );
}

function checkCalendars({ schedules }: OnCallFile, line: LineAt, log: ProblemLog, calendars: CalendarLookup): void {
  for (const [at, { calendar }] of schedules.entries())
    if (calendar !== undefined && calendars(calendar) === undefined)
      log.warning(
        line(["schedules", at, "calendar"]),
        `Cannot read the calendar ${calendar}: it was not found, or is no iCalendar text. Correct the name; until then the layers decide.`,
      );
}
