import type { NonEmpty } from "../brand.ts";
import type { Article } from "../kb/article.ts";
import type { Match } from "../matching/verdict.ts";
import type { Case } from "../resolution/case.ts";
import type { ArticleLookup } from "../resolution/outcome.ts";
import { assignButton, button, escalateButtons, showButton, startButton, wayIn } from "./buttons.ts";
import { likelihood } from "./likelihood.ts";
import { firstParagraph } from "./markdown.ts";
import { buttons, bullets, heading, note, paragraph, shortened, strong } from "./rich.ts";
import { clippedNotes, contextNotes } from "./small-print.ts";
import type { Block, Button, View } from "./view.ts";
import { hasMoreReasons, whyBriefly, whyInFull } from "./why.ts";

/** A cause in a line; the whole of it is one button away. */
const LONGEST_CAUSE = 300;

/** How many other candidates are offered. */
const MOST_OTHERS = 4;

/** Said where somebody decides, or shown to whoever wants to know more. */
export type Depth = "brief" | "whole";

/** "This is it": the article that fits best, why, and the way into it. */
export function answerView(known: Case, matches: NonEmpty<Match>, articles: ArticleLookup, depth: Depth): View {
  const [best, ...others] = matches;
  const article = articles.get(best.article);
  return {
    blocks: [
      heading(best.title),
      note([standing(known, best), best.article, ...productsOf(article)].join(" · ")),
      ...bullets(depth === "brief" ? whyBriefly(best) : whyInFull(best)),
      ...causeOf(article),
      ...otherErrors(best, others),
      ...clippedNotes(known),
      ...contextNotes(known),
      ...buttons([...waysIn(known, article), ...whyButtons(best)], moreOf(known, others)),
    ],
    fallback: `${best.title} (${best.article})`,
  };
}

/** After a first try in vain, how sure we were at first says little. */
function standing(known: Case, best: Match): string {
  return known.ruledOut.length > 0 ? "Next to try" : likelihood(best);
}

function productsOf(article: Article | undefined): readonly string[] {
  return article === undefined ? [] : article.products.slice(0, 2);
}

function causeOf(article: Article | undefined): readonly Block[] {
  const cause = article === undefined ? "" : firstParagraph(article.cause);
  return cause === "" ? [] : [paragraph(strong("Cause: "), shortened(cause, LONGEST_CAUSE))];
}

/** A paste with two errors has two answers. */
function otherErrors(best: Match, others: readonly Match[]): readonly Block[] {
  const firsts = others.filter((match, index) => {
    return match.error !== best.error && others.findIndex(({ error }) => error === match.error) === index;
  });
  return firsts.map((match) => paragraph("There is another error in it: ", strong(match.title), ` (${match.article})`));
}

function waysIn(known: Case, article: Article | undefined): readonly Button[] {
  if (article === undefined) return [];
  return article.steps.length > 0 ? [wayIn(known, article), showButton(article.id)] : [wayIn(known, article)];
}

/** The other reasons. */
function whyButtons(best: Match): readonly Button[] {
  return hasMoreReasons(best) ? [button("Why?", { kind: "show-all" })] : [];
}

function moreOf(known: Case, others: readonly Match[]): readonly Button[] {
  return [
    ...others.slice(0, MOST_OTHERS).map((match) => startButton(known, match.article, `Start instead: ${match.title}`)),
    assignButton(known),
    ...escalateButtons(known),
    button("Share to channel", { kind: "share", revision: known.revision }),
  ];
}
