import type { Article } from "../kb/article.ts";
import type { Instant } from "../resolution/responder.ts";
import { type Listed, openCasesBlocks } from "./open-cases-view.ts";
import { bullets, code, heading, note, paragraph, rich, strong } from "./rich.ts";
import type { Block, View } from "./view.ts";
import { ago } from "./when.ts";

/** An article that was written or changed lately. */
export type News = { readonly article: Pick<Article, "id" | "title">; readonly at: Instant };

/** What one person comes back to: what they are working on, and what the knowledge base has learned. */
export function homeView(
  { mine, more, news }: { readonly mine: readonly Listed[]; readonly more: number; readonly news: readonly News[] },
  { prefix, now }: { readonly prefix: string; readonly now: Instant },
): View {
  return {
    blocks: [
      heading("Your open cases"),
      ...openCasesBlocks(mine, more, now),
      { kind: "divider" },
      heading("What is new"),
      ...newsBlocks(news, prefix, now),
      { kind: "divider" },
      paragraph("Paste an error into a channel I was invited to, or say ", code(`${prefix}help`), "."),
    ],
    fallback: "Your open cases, and what is new",
  };
}

function newsBlocks(news: readonly News[], prefix: string, now: Instant): readonly Block[] {
  if (news.length === 0) return [note("No article was written or changed lately.")];
  const items = news.map(({ article, at }) =>
    rich(strong(article.title), ` (${article.id}) · ${ago(at, now)} · `, code(`${prefix}show ${article.id}`)),
  );
  return bullets(items);
}
