import type { Article, ArticleId, Step } from "../kb/article.ts";
import { ARTICLE_LIMITS } from "../kb/limits.ts";
import { articleSignals } from "./article-signals.ts";
import { type Block, plainText } from "./block.ts";
import { readCommand } from "./command-like.ts";
import type { Form, ForeignDocument, Section, SectionRole } from "./document.ts";
import { guardSteps } from "./guard-steps.ts";
import { readSteps, readStepsAmong, type StepsAndRest } from "./read-steps.ts";
import { referencesIn, relatedArticles } from "./references.ts";
import { clip } from "./sentence.ts";
import { toMarkdown } from "./to-markdown.ts";

/** A foreign document as an article of ours. */
export type Imported = Draft & {
  /** Whether nothing but its title names it, so that another document may be called the same. */
  readonly isNamedByTitle: boolean;
};

type Draft = {
  readonly form: Form;
  readonly article: Article;
  /** The day of the last change (ISO 8601): of two documents with one id, the newer one counts. */
  readonly modified: string | undefined;
  /** What an author should look at, one short sentence each. */
  readonly remarks: readonly string[];
};

/** Gives a document the shape of our articles. Every word of its sections is kept in one of them. */
export function toArticle(document: ForeignDocument, id: ArticleId): Draft {
  const parts = divide(document);
  const { steps, remarks } = guardSteps(parts.steps.slice(0, ARTICLE_LIMITS.steps));
  const article: Article = {
    id,
    title: clip(document.title.replace(/\s+/g, " ").trim(), ARTICLE_LIMITS.title),
    aliases: [],
    products: entries(document.products),
    versions: entries(document.versions),
    tags: entries(document.tags),
    owner: document.owner,
    review: undefined,
    sources: [{ title: sourceTitle(document), url: document.url }],
    related: relatedTo(document, id),
    signals: articleSignals(document),
    distinguishing: undefined,
    summary: written(parts, ["summary"]),
    symptoms: written(parts, ["symptoms"]),
    cause: written(parts, ["cause", "diagnosis"]),
    notes: written(parts, ["resolution", "workaround", "rollback", "more", "status", "references"]),
    steps,
    samples: { finds: [], ignores: [] },
  };
  return { form: document.form, article, modified: document.modified, remarks };
}

type Parts = { readonly steps: readonly Step[]; readonly sections: readonly Section[] };

/** Takes the steps out of the sections that say what to do or, where there are none, out of those that explain. */
function divide({ form, sections }: ForeignDocument): Parts {
  const told = sections.some((section) => TELLS.has(section.role));
  const steps: Step[] = [];
  const rest = sections.map((section): Section => {
    const found = stepsOf(section, told, form);
    steps.push(...(found?.steps ?? []));
    return found === undefined ? section : { ...section, blocks: found.rest };
  });
  return { steps, sections: rest };
}

function stepsOf({ role, blocks }: Section, told: boolean, form: Form): StepsAndRest | undefined {
  if (TELLS.has(role) || (role === "diagnosis" && saysWhatToDo(blocks))) return readSteps(blocks);
  return EXPLAINS.has(role) && !told
    ? readStepsAmong(blocks, form.startsWith("archive") ? "announced" : "any")
    : undefined;
}

/** How to find out is the first half of what to do, where it is more than an account of what was found. */
function saysWhatToDo(blocks: readonly Block[]): boolean {
  return blocks.some(
    (block) =>
      (block.kind === "list" && block.ordered) || (block.kind === "literal" && readCommand(block) !== undefined),
  );
}

const TELLS: ReadonlySet<SectionRole> = new Set(["resolution", "workaround"]);

const EXPLAINS: ReadonlySet<SectionRole> = new Set(["more", "summary"]);

function written(parts: Parts, roles: readonly SectionRole[]): string {
  return roles
    .flatMap((role) => parts.sections.filter((section) => section.role === role && section.blocks.length > 0))
    .map((section, at) => (at === 0 && !isHeaded(section) ? "" : headingOf(section)) + toMarkdown(section.blocks))
    .join("\n\n");
}

/** Sections that share the notes keep their heading, except for the plain "more information". */
function isHeaded({ role, heading }: Section): boolean {
  return HEADED.has(role) || (role === "more" && /^environment\b/i.test(heading ?? ""));
}

const HEADED: ReadonlySet<SectionRole> = new Set<SectionRole>([
  "resolution",
  "workaround",
  "rollback",
  "status",
  "references",
]);

function headingOf(section: Section): string {
  const name = section.heading ?? section.role;
  const shown = name === name.toUpperCase() ? name.charAt(0) + name.slice(1).toLowerCase() : name;
  return `### ${shown.charAt(0).toUpperCase()}${shown.slice(1)}\n\n`;
}

function sourceTitle(document: ForeignDocument): string {
  const name = [SOURCE_NAMES[document.form], document.id].filter((part) => part !== undefined).join(" ");
  return document.modified === undefined ? name : `${name}, last modified ${document.modified}`;
}

const SOURCE_NAMES: Readonly<Record<Form, string>> = {
  archive: "Microsoft Knowledge Base",
  "archive-page": "Microsoft Knowledge Base",
  "web-page": "Web page",
  markdown: "Markdown document",
  html: "HTML page",
  servicenow: "ServiceNow knowledge base",
  confluence: "Confluence",
  table: "Table",
};

function relatedTo(document: ForeignDocument, id: ArticleId): Article["related"] {
  const text = document.sections.map((section) => plainText(section.blocks)).join("\n");
  const references = document.sections.flatMap((section) => referencesIn(section.blocks));
  return relatedArticles(text, references, id)
    .map(({ id: other, why }) => ({ id: other, why: clip(why, ARTICLE_LIMITS.entry) }))
    .slice(0, ARTICLE_LIMITS.entries);
}

function entries(values: readonly string[]): readonly string[] {
  return [...new Set(values.map((value) => clip(value, ARTICLE_LIMITS.entry)))].slice(0, ARTICLE_LIMITS.entries);
}
