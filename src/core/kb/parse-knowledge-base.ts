import type { Article, ArticleId } from "./article.ts";
import type { ArticleFile } from "./article-file.ts";
import { lineOfValue } from "./line-of.ts";
import { parseArticle } from "./parse-article.ts";
import type { Problem, Severity, Topic } from "./problem.ts";

/** The articles that can be used, in the order of their files, and what is wrong with the rest. */
export type ParsedKnowledgeBase = {
  readonly articles: readonly Article[];
  readonly files: ReadonlyMap<ArticleId, ArticleFile>;
  readonly problems: readonly Problem[];
};

/** Reads all articles and compares them: no two may have one id; one title, or a link that leads nowhere, is a warning. */
export function parseKnowledgeBase(files: readonly ArticleFile[]): ParsedKnowledgeBase {
  const shelf: Shelf = { byId: new Map(), byTitle: new Map(), problems: [] };
  for (const file of files) shelve(file, shelf);
  const entries = [...shelf.byId.values()];
  return {
    articles: entries.map(({ article }) => article),
    files: new Map(entries.map(({ article, file }) => [article.id, file])),
    problems: [...shelf.problems, ...entries.flatMap((entry) => unknownRelations(entry, shelf))],
  };
}

type Entry = { readonly article: Article; readonly file: ArticleFile };
type Shelf = { readonly byId: Map<string, Entry>; readonly byTitle: Map<string, Entry>; readonly problems: Problem[] };

function shelve(file: ArticleFile, { byId, byTitle, problems }: Shelf): void {
  const parsed = parseArticle(file.text, file.file);
  if (parsed.kind === "rejected") return void problems.push(...parsed.problems);
  problems.push(...parsed.warnings);
  const entry = { article: parsed.article, file };
  const { id, title } = parsed.article;
  const namesake = byId.get(id.toLowerCase());
  if (namesake !== undefined) return void problems.push(sameId(entry, namesake));
  byId.set(id.toLowerCase(), entry);
  const twin = byTitle.get(title.toLowerCase());
  if (twin === undefined) byTitle.set(title.toLowerCase(), entry);
  else problems.push(sameTitle(entry, twin));
}

function sameId({ article, file }: Entry, other: Entry): Problem {
  const message = `Cannot use the id "${article.id}": ${other.file.file} has it already. Give one of the two another id.`;
  return problemAt({ file, line: lineOfValue(file.text, "id", article.id), severity: "error" }, message);
}

function sameTitle({ article, file }: Entry, other: Entry): Problem {
  const message = `Cannot tell ${article.id} from ${other.article.id} by title: ${other.file.file} has the same one. Say in the title how they differ.`;
  return problemAt(
    {
      file,
      line: lineOfValue(file.text, "title", article.title),
      severity: "warning",
      topic: "titles that two articles share",
    },
    message,
  );
}

/** A related article may live elsewhere: then one of the sources says where. */
function unknownRelations({ article, file }: Entry, { byId }: Shelf): readonly Problem[] {
  return article.related.flatMap(({ id }) => {
    if (byId.has(id.toLowerCase()) || article.sources.some(({ title }) => title.includes(id))) return [];
    const message = `Cannot find the related article "${id}": the knowledge base has none of that id. Correct it, or say under sources where it is.`;
    return [
      problemAt(
        { file, line: lineOfValue(file.text, "related", id), severity: "warning", topic: "links that lead nowhere" },
        message,
      ),
    ];
  });
}

type Where = {
  readonly file: ArticleFile;
  readonly line: number;
  readonly severity: Severity;
  readonly topic?: Topic;
};

function problemAt({ file, ...rest }: Where, message: string): Problem {
  return { file: file.file, ...rest, message };
}
