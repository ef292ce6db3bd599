import type { Article } from "./article.ts";
import type { Finding } from "./check-knowledge-base.ts";
import { type Signature, signaturesOf } from "./signatures.ts";

/** Articles that share an identifying signal need a fact that tells them apart. */
export function overlaps(articles: readonly Article[]): readonly Finding[] {
  const sharing = articlesBySignature(articles);
  return articles
    .filter(({ distinguishing }) => distinguishing === undefined)
    .flatMap((article) => signaturesOf(article).flatMap((signature) => overlap(article, signature, sharing)));
}

function overlap({ id }: Article, signature: Signature, sharing: ReadonlyMap<string, ReadonlySet<string>>): Finding[] {
  const others = [...(sharing.get(signature.key) ?? [])].filter((other) => other !== id);
  if (others.length === 0) return [];
  const message = `Cannot tell ${id} from ${named(others)}: ${others.length > 1 ? "all" : "both"} have ${signature.says}. ${signature.wayOut}`;
  return [{ id, path: signature.path, severity: "warning", message, topic: "articles that share a signature" }];
}

function named(others: readonly string[]): string {
  const [first = "", second = "", third = "", ...rest] = others;
  if (rest.length > 0) return `${first}, ${second}, ${third} and ${rest.length} more`;
  return [first, second, third].filter((id) => id !== "").join(", ");
}

function articlesBySignature(articles: readonly Article[]): ReadonlyMap<string, ReadonlySet<string>> {
  const sharing = new Map<string, Set<string>>();
  for (const article of articles) {
    for (const key of signaturesOf(article).flatMap(({ key: own, countsFor }) => [own, ...countsFor])) {
      const others = sharing.get(key) ?? new Set();
      sharing.set(key, others.add(article.id));
    }
  }
  return sharing;
}
