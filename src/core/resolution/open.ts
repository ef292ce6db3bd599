import type { Action } from "./action.ts";
import type { Case } from "./case.ts";
import { type Advance, type Context, moved, refused } from "./outcome.ts";
import { isUnderWay, type Run } from "./run.ts";
import { entering } from "./steps.ts";

/** Begins a run of the article at its first step. A run of another article that is under way is left. */
export function openArticle(known: Case, action: Extract<Action, { kind: "open" }>, context: Context): Advance {
  const article = context.articles.get(action.article);
  if (article === undefined) return refused(known, { kind: "no-article", article: action.article });
  const first = article.steps[0];
  if (first === undefined) return refused(known, { kind: "no-steps", article: article.id });
  const run: Run = {
    article: article.id,
    title: article.title,
    state: entering(first),
    records: [],
    values: [],
    started: { by: context.by, at: context.at },
    revision: known.revision + 1,
  };
  const runs = [...known.runs.map((earlier) => left(earlier, context)), run];
  return moved(known, context, { did: action, about: article.title, offers: "new" }, { runs });
}

function left(run: Run, { by, at }: Context): Run {
  return isUnderWay(run) ? { ...run, state: { kind: "abandoned", ended: { by, at } } } : run;
}
