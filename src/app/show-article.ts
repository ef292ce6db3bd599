import type { Article, ArticleId } from "../core/kb/article.ts";
import { isArticleId } from "../core/kb/ids.ts";
import { nearestWord } from "../core/kb/nearest-word.ts";
import { type Case, phaseOf } from "../core/resolution/case.ts";
import { articleView } from "../core/view/article-view.ts";
import { startButton } from "../core/view/buttons.ts";
import { noticeView } from "../core/view/notice-view.ts";
import { code, rich } from "../core/view/rich.ts";
import type { Button } from "../core/view/view.ts";
import type { Articles } from "./ports.ts";
import { aside, type Reply } from "./reply.ts";

/** The article as somebody wrote its id: `q274321`, `KB274321` and `274321` all mean `Q274321`. */
export function showArticle(articles: Articles, written: string, known: Case): Reply {
  const article = findArticle(articles, written);
  if (article !== undefined) return aside(articleView(article, waysIn(known, article)));
  const near = nearestWord(written.toUpperCase(), [...articles.keys()]);
  const suggestion = near === undefined ? ["Type what happens instead."] : ["Did you mean ", code(near), "?"];
  return aside(noticeView(rich(`There is no article “${written}”. `, ...suggestion)), false);
}

function findArticle(articles: Articles, written: string): Article | undefined {
  const number = /^(?:Q|KB)?(\d{4,})$/i.exec(written)?.[1];
  const forms = [written, written.toUpperCase(), written.toLowerCase(), `Q${number}`, `KB${number}`];
  return forms
    .filter(isArticleId)
    .map((id: ArticleId) => articles.get(id))
    .find((article) => article !== undefined);
}

function waysIn(known: Case, article: Article): readonly Button[] {
  const phase = phaseOf(known);
  const isRunning = phase.kind === "running" && phase.run.article === article.id;
  return isRunning || article.steps.length === 0 ? [] : [{ ...startButton(known, article.id), style: "primary" }];
}
