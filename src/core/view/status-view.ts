import type { Case } from "../resolution/case.ts";
import type { Instant } from "../resolution/responder.ts";
import { entryText } from "./entry-text.ts";
import { bullets, heading, note } from "./rich.ts";
import type { View } from "./view.ts";

/** How many lines of history are shown, the latest. */
const MOST_ENTRIES = 15;

/** What happened here so far. */
export function statusView(known: Case | undefined, now: Instant): View {
  const entries = known?.timeline ?? [];
  if (entries.length === 0) {
    return {
      blocks: [heading("Nothing happened here yet"), note("Paste an error to begin.")],
      fallback: "Nothing happened here yet",
    };
  }
  const left = entries.length - MOST_ENTRIES;
  return {
    blocks: [
      heading("What happened so far"),
      ...(left > 0 ? [note(`${left} earlier entries are not shown.`)] : []),
      ...bullets(entries.slice(-MOST_ENTRIES).map((entry) => entryText(entry, now))),
    ],
    fallback: "What happened so far",
  };
}
