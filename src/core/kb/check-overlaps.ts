import type { Article, EventSignature } from "./article.ts";
import type { Finding } from "./check-knowledge-base.ts";

/** Articles that share an identifying signal need a fact that tells them apart. */
export function overlaps(articles: readonly Article[]): readonly Finding[] {
  const findings: Finding[] = [];
  for (const [signature, sharing] of articlesBySignature(articles)) {
    if (sharing.length < 2) continue;
    for (const article of sharing)
      if (article.distinguishing === undefined) findings.push(overlap(article, sharing, signature));
  }
  return findings;
}

function overlap({ id }: Article, sharing: readonly Article[], signature: string): Finding {
  const others = sharing.map((each) => each.id).filter((each) => each !== id);
  const named =
    others.length > 3 ? `${others.slice(0, 3).join(", ")} and ${others.length - 3} more` : others.join(", ");
  const message = `Cannot tell ${id} from ${named}: both have ${signature}. Add \`distinguishing:\` with a question and a statement.`;
  return { id, path: ["signals"], severity: "warning", message, topic: "articles that share a signature" };
}

function articlesBySignature(articles: readonly Article[]): ReadonlyMap<string, readonly Article[]> {
  const sharing = new Map<string, Article[]>();
  for (const article of articles) {
    for (const signature of signaturesOf(article)) {
      const others = sharing.get(signature);
      if (others === undefined) sharing.set(signature, [article]);
      else others.push(article);
    }
  }
  return sharing;
}

function signaturesOf({ signals }: Article): ReadonlySet<string> {
  const events = signals.events.filter(({ role }) => role === "telling").map(nameEvent);
  return new Set([...events, ...signals.codes.map((code) => `the code ${code}`)]);
}

function nameEvent({ id, source }: EventSignature): string {
  return source === undefined ? `event ${id}` : `event ${id} of ${source}`;
}
