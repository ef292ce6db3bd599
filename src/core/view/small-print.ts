import type { Case } from "../resolution/case.ts";
import { note, strong } from "./rich.ts";
import type { Block } from "./view.ts";

/** Said when a paste was too long to be matched whole. */
export function clippedNotes(known: Case): readonly Block[] {
  const isClipped = known.inquiry.readings.some((reading) => reading.clipped !== undefined);
  return isClipped ? [note("The paste was long: its first 16 KB and its last 4 KB were matched.")] : [];
}

/** What else matters here: articles that were tried in vain, and that help was asked for. */
export function contextNotes(known: Case): readonly Block[] {
  return [...triedNotes(known), ...escalationNotes(known)];
}

function triedNotes(known: Case): readonly Block[] {
  const tried = known.runs.filter((run) => run.state.kind === "exhausted").map((run) => run.article);
  return tried.length === 0 ? [] : [note(`Tried before, in vain: ${[...new Set(tried)].join(", ")}`)];
}

export function escalationNotes({ escalation }: Case): readonly Block[] {
  if (escalation === undefined) return [];
  const reason = escalation.reason === "" ? "" : `: “${escalation.reason}”`;
  return [note(strong(escalation.by.name), ` asked for help${reason}`)];
}
