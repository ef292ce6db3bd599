import type { Case } from "../resolution/case.ts";
import { entryNote, subject } from "./entry-text.ts";
import { note, strong, time } from "./rich.ts";
import type { Block } from "./view.ts";

/** Said when a paste was too long to be matched whole. */
export function clippedNotes(known: Case): readonly Block[] {
  const isClipped = known.inquiry.readings.some((reading) => reading.clipped !== undefined);
  return isClipped ? [note("The paste was long: its first 16 KB and its last 4 KB were matched.")] : [];
}

/** What else matters here: articles that were tried in vain, who is on it, and that help was asked for. */
export function contextNotes(known: Case): readonly Block[] {
  return [...triedNotes(known), ...careNotes(known)];
}

function triedNotes(known: Case): readonly Block[] {
  const tried = known.runs.filter((run) => run.state.kind === "exhausted").map((run) => run.article);
  return tried.length === 0 ? [] : [note(`Tried before, in vain: ${[...new Set(tried)].join(", ")}`)];
}

/** Who is on it, and that help was asked for. */
export function careNotes(known: Case): readonly Block[] {
  return [...assignmentNotes(known), ...escalationNotes(known)];
}

/** The same in a run, with what was done last, by whom and when. */
export function runNotes(known: Case): readonly Block[] {
  return [...latestNotes(known), ...careNotes(known)];
}

function latestNotes({ timeline }: Case): readonly Block[] {
  const latest = timeline.findLast(({ did }) => !UNTOLD.has(did.kind));
  return latest === undefined ? [] : [entryNote(latest)];
}

/** What is no progress, or stands there anyway. */
const UNTOLD: ReadonlySet<string> = new Set(["said", "share", "assign", "escalate"]);

/** Whom it was given to, while it is theirs: the case until it is given to somebody else, a step until it is behind us. */
function assignmentNotes({ assignment, runs }: Case): readonly Block[] {
  if (assignment === undefined) return [];
  const { to, by, at, of } = assignment;
  const state = runs.at(-1)?.state;
  if (of !== undefined && (state === undefined || !("step" in state) || state.step !== of)) return [];
  const giver = to.id === by.id ? "" : ` by ${by.name}`;
  return [
    note(
      of === undefined ? "Assigned to " : "This step is assigned to ",
      { kind: "mention", user: to.id, name: to.name },
      `${giver}, `,
      time(at),
    ),
  ];
}

function escalationNotes({ escalation }: Case): readonly Block[] {
  if (escalation === undefined) return [];
  const reason = escalation.reason === "" ? "" : `: “${escalation.reason}”`;
  return [note(strong(subject(escalation.by)), ` asked for help${reason}, `, time(escalation.at))];
}
