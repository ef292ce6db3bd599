import type { Verdict } from "../matching/verdict.ts";
import type { Reading } from "../signals/signal.ts";
import { type Case, phaseOf } from "./case.ts";
import { isWorking, offersSame } from "./gather.ts";
import type { Deed } from "./responder.ts";
import { settle } from "./settle.ts";

/**
 * The case after what was said in it was edited or taken back: these are the texts now, and this is the verdict on them.
 * Unlike more talk, an edit can take an answer away. A run that is under way goes on, and an error that was fixed stays fixed
 * although nobody reads of it any more.
 */
export function retell(known: Case, readings: readonly Reading[], judgement: Verdict, deed: Deed): Case {
  const verdict = settle(judgement, known.inquiry.answers);
  const isNews = !offersSame(known.verdict, verdict);
  const revision = known.revision + 1;
  return {
    ...known,
    revision,
    offered: isNews && !isWorking(known) ? revision : known.offered,
    inquiry: { ...known.inquiry, readings },
    verdict,
    judged: isNews && !isFixed(known, verdict) ? revision : known.judged,
    timeline: [...known.timeline, { ...deed, revision, did: { kind: "said" }, about: "" }],
  };
}

/** Whether what is left of the texts is no error, and the one that stood there was fixed. */
function isFixed(known: Case, verdict: Verdict): boolean {
  return verdict.kind === "silent" && phaseOf(known).kind === "fixed";
}
