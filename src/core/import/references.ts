import type { RelatedArticle } from "../kb/article.ts";
import { articleId } from "../kb/ids.ts";
import type { Block } from "./block.ts";

/** The references at the beginning of set-off text, one each, and what follows them. */
export type References = { readonly references: readonly string[]; readonly rest: readonly string[] };

/**
 * A set-off paragraph such as `Q262939 XADM: Internet Mail Service Does Not Start` names an article to read; it is no
 * message. A title may be wrapped; an empty line ends it.
 */
export function splitReferences(lines: readonly string[]): References {
  const references: string[] = [];
  let open = false;
  for (const [at, line] of lines.entries()) {
    const text = line.trim();
    if (REFERENCE.test(text)) references.push(text);
    else if (text !== "" && open) references.push(`${references.pop() ?? ""} ${text}`);
    else if (text !== "") return { references, rest: lines.slice(at) };
    open = text !== "";
  }
  return { references, rest: [] };
}

const REFERENCE = /^(?:ARTICLE-ID:\s*|Article ID:\s*)?(?:Q|KB)\d{5,6}\b/i;

/** The references set off in these blocks, one each. */
export function referencesIn(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.kind === "literal") return splitReferences(block.lines).references;
    return block.kind === "list" ? block.items.flatMap(referencesIn) : [];
  });
}

/** The blocks without titles of other articles, which tell of those and not of this one. */
export function withoutReferences(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block) => {
    if (block.kind === "literal") return { ...block, lines: splitReferences(block.lines).rest };
    return block.kind === "list" ? { ...block, items: block.items.map(withoutReferences) } : block;
  });
}

/** The articles a document names, each once, with the title where it stands beside the number. */
export function relatedArticles(text: string, references: readonly string[], own: string): readonly RelatedArticle[] {
  const titles = new Map<string, string>();
  for (const [, number = ""] of text.matchAll(NAMED)) titles.set(`Q${number}`, "");
  for (const [number] of text.matchAll(SERVICENOW)) titles.set(number, "");
  for (const reference of references) {
    const [, number = "", title = ""] = TITLED.exec(reference) ?? [];
    titles.set(`Q${number}`, tidy(title));
  }
  titles.delete(own);
  titles.delete("Q");
  return [...titles].map(([id, title]) => ({ id: articleId(id), why: title === "" ? "named in the text" : title }));
}

const NAMED = /\b(?:Q|KB)(\d{5,6})\b/g;

/** ServiceNow fills its numbers up with zeros; without one in front it is a patch, which is no article. */
const SERVICENOW = /\bKB0\d{6}\b/g;

const TITLED = /(?:Q|KB)(\d{5,6})\b(.*)$/is;

function tidy(title: string): string {
  return title
    .replace(/\s+/g, " ")
    .replace(/^[\s:,-]+/, "")
    .trim();
}
