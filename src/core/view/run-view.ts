import { assertNever } from "../brand.ts";
import type { Article, Step } from "../kb/article.ts";
import type { Case } from "../resolution/case.ts";
import type { ArticleLookup } from "../resolution/outcome.ts";
import type { RunUnderWay } from "../resolution/run.ts";
import { findStep } from "../resolution/steps.ts";
import { button } from "./buttons.ts";
import { checkView } from "./check-view.ts";
import { confirmView } from "./confirm-view.ts";
import { buttons, heading, note, paragraph } from "./rich.ts";
import { stepView } from "./step-view.ts";
import { verifyView } from "./verify-view.ts";
import type { View } from "./view.ts";

/** What a view of a run needs to know: where it stands, and in what. */
export type Scene = { readonly known: Case; readonly run: RunUnderWay; readonly article: Article; readonly step: Step };

/** The step at hand, or the question about it. */
export function runView(known: Case, run: RunUnderWay, articles: ArticleLookup): View {
  const article = articles.get(run.article);
  const step = article === undefined ? undefined : findStep(article, run.state.step);
  if (article === undefined || step === undefined) return lostView(known, run);
  const scene = { known, run, article, step };
  switch (run.state.kind) {
    case "trying":
      return stepView(scene);
    case "checking":
      return checkView(scene);
    case "confirming":
      return confirmView(scene);
    case "verifying":
      return verifyView(scene);
  }
  return assertNever(run.state);
}

/** Where in its article the step is: "Step 2 of 4". */
export function placeOf({ article, step }: Scene): string {
  return `Step ${article.steps.indexOf(step) + 1} of ${article.steps.length}`;
}

/** The article was edited or removed while people worked with it. */
function lostView(known: Case, run: RunUnderWay): View {
  const { article, revision } = { ...run, revision: known.revision };
  return {
    blocks: [
      heading(run.title),
      paragraph("The article was changed meanwhile, and this step is no longer in it."),
      note("Start it again to get the new steps, or say whether the error is gone."),
      ...buttons(
        [
          button("The error is gone", { kind: "fixed", revision, article }),
          button("Leave it", { kind: "abandon", revision, article }, { style: "primary" }),
        ],
        [button("It is still there", { kind: "not-fixed", revision, article })],
      ),
    ],
    fallback: `${run.title}: the article was changed meanwhile`,
  };
}
