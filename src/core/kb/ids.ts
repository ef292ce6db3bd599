import type { ArticleId, StepId } from "./article.ts";

/** How an article may be named: letters, digits, dot, dash and underscore, beginning with a letter or digit. */
export const ARTICLE_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** How a step may be named: lower-case letters, digits and dashes. */
export const STEP_ID = /^[a-z0-9][a-z0-9-]{0,39}$/;

export function isArticleId(text: string): text is ArticleId {
  return ARTICLE_ID.test(text);
}

export function isStepId(text: string): text is StepId {
  return STEP_ID.test(text);
}

/** For ids known to be well-formed; throws where that was a mistake. */
export function articleId(text: string): ArticleId {
  if (isArticleId(text)) return text;
  throw new Error(
    `Cannot name an article "${text}": ids have letters, digits, dots, dashes and underscores. Check it with isArticleId first.`,
  );
}

/** For ids known to be well-formed; throws where that was a mistake. */
export function stepId(text: string): StepId {
  if (isStepId(text)) return text;
  throw new Error(
    `Cannot name a step "${text}": ids have lower-case letters, digits and dashes. Check it with isStepId first.`,
  );
}
