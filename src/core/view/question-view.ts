import type { Match } from "../matching/verdict.ts";
import type { Case, Phase } from "../resolution/case.ts";
import type { Depth } from "./answer-view.ts";
import { assignButton, button, escalateButtons, showButton } from "./buttons.ts";
import { buttons, bullets, heading, note, rich, strong, textOf } from "./rich.ts";
import { clippedNotes, contextNotes } from "./small-print.ts";
import type { Block, Button, RichText, View } from "./view.ts";
import { hasMoreReasons, whyBriefly, whyInFull } from "./why.ts";

/** Options in sight; the others and "none of these" are behind "more". */
const MOST_IN_SIGHT = 3;

type Asking = Extract<Phase, { kind: "asking" }>;

/** Several articles fit: the one question that tells them apart, an answer a button. */
export function questionView(known: Case, { question, matches }: Asking, depth: Depth): View {
  const options = question.options.map((option) =>
    button(option.label, { kind: "answer", revision: known.revision, article: option.article }),
  );
  const none = button("None of these", { kind: "none", revision: known.revision });
  const asked = question.options.flatMap(({ article, label }) =>
    matches.filter((match) => match.article === article).map((match) => ({ match, label })),
  );
  return {
    blocks: [
      heading(question.text),
      ...(depth === "brief" ? candidates(asked) : candidatesInFull(asked)),
      ...clippedNotes(known),
      ...contextNotes(known),
      ...buttons(inSight(options, none), [
        ...behind(options, none),
        ...lookButtons(asked),
        ...(asked.some(({ match }) => hasMoreReasons(match)) ? [button("Why?", { kind: "show-all" })] : []),
        assignButton(known),
        ...escalateButtons(known),
      ]),
    ],
    fallback: `${asked.length} articles fit. ${question.text}`,
  };
}

/** An article that fits, and what must be true for it to be the one. */
type Candidate = { readonly match: Match; readonly label: string };

/** A reason that they share is said once. */
function candidates(asked: readonly Candidate[]): readonly Block[] {
  const reasons = asked.map(({ match }) => whyBriefly(match)[0] ?? []);
  const shared = reasons.every((reason) => textOf(reason) === textOf(reasons[0] ?? [])) ? (reasons[0] ?? []) : [];
  const items = asked.map((candidate, at) => [
    ...nameOf(candidate),
    ...(shared.length > 0 ? [] : rich(" · ", ...(reasons[at] ?? []))),
  ]);
  return [note(`${asked.length} articles fit`, ...(shared.length > 0 ? [": ", ...shared] : ["."])), ...bullets(items)];
}

function candidatesInFull(asked: readonly Candidate[]): readonly Block[] {
  return asked.flatMap((candidate) => [
    { kind: "paragraph", text: nameOf(candidate) } as const,
    ...bullets(whyInFull(candidate.match)),
  ]);
}

/** What is to be answered stands here in full: a phone cuts the labels of buttons. */
function nameOf({ match: { title, article }, label }: Candidate): RichText {
  return label === title ? rich(strong(title), ` (${article})`) : rich(strong(label), `: ${title} (${article})`);
}

function inSight(options: readonly Button[], none: Button): readonly Button[] {
  return options.length < MOST_IN_SIGHT ? [...options, none] : options.slice(0, MOST_IN_SIGHT);
}

function behind(options: readonly Button[], none: Button): readonly Button[] {
  return options.length < MOST_IN_SIGHT ? [] : [...options.slice(MOST_IN_SIGHT), none];
}

function lookButtons(asked: readonly Candidate[]): readonly Button[] {
  return asked.map(({ match }) => showButton(match.article, `Read ${match.article}`));
}
