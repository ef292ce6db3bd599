import { caseExport, type PlaceNames } from "../escalation/case-export.ts";
import type { Escalation } from "../escalation/escalation.ts";
import type { Case } from "../resolution/case.ts";
import { noticeView } from "./notice-view.ts";
import { code, heading, paragraph, rich } from "./rich.ts";
import type { View } from "./view.ts";

/** A case with its whole history, and its incident's. */
type History = {
  readonly known: Case;
  readonly escalation: Escalation | undefined;
  readonly names?: PlaceNames;
};

/** The timeline as a text to copy. Platforms cut what is too long for them; the whole is on the machine. */
export function exportedView(record: History | undefined, format: "markdown" | "json", tenant: string): View {
  if (record === undefined || record.known.timeline.length === 0)
    return noticeView(rich("Nothing happened here yet, so there is nothing to export. Ask in the thread of an error."));
  const { known, escalation, names } = record;
  return {
    blocks: [
      heading("Timeline"),
      { kind: "code", text: caseExport(known, escalation, names)[format], language: format },
      paragraph("The whole as a file, on the bot's machine: ", code(`kms case export ${tenant}/${known.id}`)),
    ],
    fallback: "Timeline",
  };
}
