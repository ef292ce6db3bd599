import type { Case, Entry } from "./case.ts";
import type { Deed, Responder } from "./responder.ts";
import type { Run } from "./run.ts";

/** What somebody of that id is called; undefined where nobody told. */
export type NameOf = (id: string) => string | undefined;

/** The case with the names of those of whom a platform told no more than an id when they did something. */
export function caseWithNames(known: Case, nameOf: NameOf): Case {
  const { escalation, assignment, runs, timeline } = known;
  return {
    ...known,
    runs: runs.map((run) => runWithNames(run, nameOf)),
    timeline: timeline.map((entry) => entryWithNames(entry, nameOf)),
    escalation: escalation && deedWithName(escalation, nameOf),
    ...(assignment === undefined
      ? {}
      : { assignment: { ...deedWithName(assignment, nameOf), to: named(assignment.to, nameOf) } }),
  };
}

function runWithNames(run: Run, nameOf: NameOf): Run {
  const { state, records, started } = run;
  return {
    ...run,
    started: deedWithName(started, nameOf),
    records: records.map((record) => deedWithName(record, nameOf)),
    state: "ended" in state ? { ...state, ended: deedWithName(state.ended, nameOf) } : state,
  };
}

/** What was assigned tells of a second person. */
export function entryWithNames(entry: Entry, nameOf: NameOf): Entry {
  const { did, about } = entry;
  const to = did.kind === "assign" && did.person === about ? (nameOf(about) ?? about) : about;
  return { ...deedWithName(entry, nameOf), about: to };
}

function deedWithName<Done extends Deed>(deed: Done, nameOf: NameOf): Done {
  return { ...deed, by: named(deed.by, nameOf) };
}

/** Where nobody told a name, the id stands in for it. */
export function named(who: Responder, nameOf: NameOf): Responder {
  return who.name === who.id ? { ...who, name: nameOf(who.id) ?? who.id } : who;
}
