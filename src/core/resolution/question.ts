import type { ArticleId } from "../kb/article.ts";
import type { Inquiry } from "../matching/verdict.ts";
import type { ArticleAction, CaseAction } from "./action.ts";
import { type Case, phaseOf } from "./case.ts";
import { type Advance, type Context, moved } from "./outcome.ts";
import { settle } from "./settle.ts";

/** The responder says which fact holds: that settles the question. */
export function answerQuestion(
  known: Case,
  action: Extract<ArticleAction, { kind: "answer" }>,
  context: Context,
): Advance {
  const about = optionsOf(known).find((option) => option.article === action.article)?.label ?? action.article;
  const inquiry = answered(known.inquiry, [{ article: action.article, holds: true }]);
  const verdict = settle(known.verdict, inquiry.answers);
  return moved(known, context, { did: action, about, offers: "new" }, { inquiry, verdict });
}

/** None of the facts holds: the articles they stand for are out. */
export function denyAll(known: Case, action: Extract<CaseAction, { kind: "none" }>, context: Context): Advance {
  const denied = optionsOf(known).map((option) => option.article);
  const inquiry = answered(
    known.inquiry,
    denied.map((article) => ({ article, holds: false })),
  );
  const ruledOut = [...new Set([...known.ruledOut, ...denied])];
  return moved(known, context, { did: action, about: "", offers: "new" }, { inquiry, ruledOut });
}

function optionsOf(known: Case): readonly { readonly article: ArticleId; readonly label: string }[] {
  const phase = phaseOf(known);
  return phase.kind === "asking" ? phase.question.options : [];
}

/** The latest word on an article counts. */
function answered(inquiry: Inquiry, answers: Inquiry["answers"]): Inquiry {
  const earlier = inquiry.answers.filter((old) => !answers.some((answer) => answer.article === old.article));
  return { ...inquiry, answers: [...earlier, ...answers] };
}
