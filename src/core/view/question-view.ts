import type { Match } from "../matching/verdict.ts";
import type { Case, Phase } from "../resolution/case.ts";
import { assignButton, button, escalateButtons, showButton } from "./buttons.ts";
import { evidenceText } from "./evidence-text.ts";
import { buttons, bullets, heading, note, rich, strong } from "./rich.ts";
import { clippedNotes, contextNotes } from "./small-print.ts";
import type { Button, RichText, View } from "./view.ts";

/** Options in sight; the others and "none of these" are behind "more". */
const MOST_IN_SIGHT = 3;

/** Several articles fit: the one question that tells them apart, an answer a button. */
export function questionView(known: Case, { question, matches }: Extract<Phase, { kind: "asking" }>): View {
  const options = question.options.map((option) =>
    button(option.label, { kind: "answer", revision: known.revision, article: option.article }),
  );
  const none = button("None of these", { kind: "none", revision: known.revision });
  const asked = matches.filter((match) => question.options.some((option) => option.article === match.article));
  return {
    blocks: [
      heading(question.text),
      note(`${asked.length} articles fit. The answer tells which one is right.`),
      ...bullets(asked.map(candidateText)),
      ...clippedNotes(known),
      ...contextNotes(known),
      ...buttons(inSight(options, none), [
        ...behind(options, none),
        ...lookButtons(asked),
        assignButton(known),
        ...escalateButtons(known),
      ]),
    ],
    fallback: question.text,
  };
}

function candidateText(match: Match): RichText {
  return [...rich(strong(match.title), ` (${match.article}) · `), ...evidenceText(match.evidence[0])];
}

function inSight(options: readonly Button[], none: Button): readonly Button[] {
  return options.length < MOST_IN_SIGHT ? [...options, none] : options.slice(0, MOST_IN_SIGHT);
}

function behind(options: readonly Button[], none: Button): readonly Button[] {
  return options.length < MOST_IN_SIGHT ? [] : [...options.slice(MOST_IN_SIGHT), none];
}

function lookButtons(matches: readonly Match[]): readonly Button[] {
  return matches.map((match) => showButton(match.article, `Read ${match.article}`));
}
