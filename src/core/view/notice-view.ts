import { assertNever } from "../brand.ts";
import type { Entry } from "../resolution/case.ts";
import type { Refusal } from "../resolution/outcome.ts";
import type { Instant } from "../resolution/responder.ts";
import { entryText } from "./entry-text.ts";
import { rich, textOf } from "./rich.ts";
import type { RichText, View } from "./view.ts";

/** A word to one person: nothing was changed, and this is why. */
export function noticeView(text: RichText): View {
  return { blocks: [{ kind: "paragraph", text }], fallback: textOf(text) };
}

/** Somebody was faster, or the button is an old one. */
export function staleView(overtakenBy: Entry | undefined, now: Instant): View {
  if (overtakenBy === undefined) return noticeView(rich("This button is out of date. Nothing was changed."));
  return noticeView([...entryText(overtakenBy, now), ...rich(". Your click changed nothing.")]);
}

export function refusedView(why: Refusal): View {
  return noticeView(rich(refusalText(why)));
}

function refusalText(why: Refusal): string {
  switch (why.kind) {
    case "requires":
      return `This has to wait: first do ${why.steps.map((step) => `“${step.title}”`).join(" and ")}.`;
    case "unconfirmed":
      return "This step cannot be undone. Say first that you want to go ahead.";
    case "no-person":
      return "Nobody was chosen. Choose a person, or give their name.";
    case "no-reason":
      return "Say in a few words why: the next person wants to know.";
    case "bad-value":
      return `This is no value for <${why.name}>: it is empty, too long, or has characters that cannot be seen.`;
    case "no-article":
      return `There is no article ${why.article}. It may have been removed.`;
    case "no-steps":
      return `Article ${why.article} has no steps to work through. Read it instead.`;
    case "not-now":
      return "That makes no sense at this point. Choose one of the buttons.";
  }
  return assertNever(why);
}
