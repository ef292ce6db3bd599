import type { ArticleId } from "../kb/article.ts";
import { articleId, isArticleId } from "../kb/ids.ts";
import { hasFrontMatter } from "../kb/document.ts";
import { parseArticle } from "../kb/parse-article.ts";
import { readArchive } from "./archive.ts";
import { readArchivePage } from "./archive-page.ts";
import type { ForeignDocument } from "./document.ts";
import { isSpaceIndex } from "./confluence-page.ts";
import { finishDocument } from "./finish-document.ts";
import { isMarkdown, readMarkdown } from "./markdown.ts";
import { isHtml, readPage } from "./page.ts";
import { shortHash, slug } from "./slug.ts";
import { type Imported, toArticle } from "./to-article.ts";
import { readWebPage } from "./web-page.ts";

/** What came of a text: an article, or why it is none. */
export type ImportOutcome =
  | { readonly kind: "imported"; readonly imported: Imported }
  | { readonly kind: "refused"; readonly why: Refusal };

/** `empty`: no words · `no-title`: nothing to call it by · `no-text`: a title and nothing below it · `contents`: a list of other pages · `not-text`: PDF or RTF, whatever its name says. */
type Refusal = "empty" | "no-title" | "no-text" | "contents" | "not-text";

/** Turns one document into an article, in whatever form it is written. Never throws. `name` is its file name. */
export function importText(text: string, name: string): ImportOutcome {
  if (text.trim() === "") return { kind: "refused", why: "empty" };
  if (/^(?:%PDF-|\{\\rtf)/.test(text)) return { kind: "refused", why: "not-text" };
  if (isSpaceIndex(text)) return { kind: "refused", why: "contents" };
  const ours = hasFrontMatter(text) ? parseArticle(text, name) : undefined;
  if (ours?.kind === "article")
    return {
      kind: "imported",
      imported: { form: "markdown", article: ours.article, modified: undefined, isNamedByTitle: false, remarks: [] },
    };
  const document = readDocument(withoutControls(text), name);
  return document === undefined ? { kind: "refused", why: "no-title" } : importDocument(document, name);
}

/** Turns a document that was read already, such as a row of a table, into an article. */
export function importDocument(document: ForeignDocument, name: string): ImportOutcome {
  if (!/[\p{L}\p{N}]/u.test(document.title)) return { kind: "refused", why: "no-title" };
  if (document.sections.length === 0 && document.id === undefined) return { kind: "refused", why: "no-text" };
  const own = ownId(document, name);
  const imported = toArticle(finishDocument(document), own ?? idFromTitle(document.title));
  return { kind: "imported", imported: { ...imported, isNamedByTitle: own === undefined } };
}

/** Control characters other than tabs and line ends show nothing and hide things. */
function withoutControls(text: string): string {
  return text.replace(/(?![\t\n\r\f])\p{Cc}|[\u202A-\u202E\u2066-\u2069\uFEFF]/gu, "").replaceAll("\f", "\n");
}

/** The forms that give themselves away come first; plain text is what is left. */
function readDocument(text: string, name: string): ForeignDocument | undefined {
  const typed = readArchive(text) ?? readArchivePage(text);
  if (typed !== undefined) return typed;
  if (isHtml(text)) return readPage(text, name);
  return isMarkdown(text, name) ? readMarkdown(text, name) : readWebPage(text);
}

/** Its own number, or that of its file name (`KB818952.html`): each stays the same at the next import. */
function ownId(document: ForeignDocument, name: string): ArticleId | undefined {
  const number = /(?:^|[^A-Za-z0-9])(?:Q|KB)(\d{5,7})(?![A-Za-z0-9])/i.exec(name.split(/[\\/]/).at(-1) ?? "")?.[1];
  const own = document.id ?? (number === undefined ? undefined : `Q${number}`);
  return own === undefined || isArticleId(own) ? own : idFromTitle(own);
}

/** What a title is called as a file. */
function idFromTitle(title: string): ArticleId {
  const words = slug(title, LONGEST_ID);
  return articleId(words === "" || DEVICE.test(words) ? `article-${words === "" ? shortHash(title) : words}` : words);
}

const LONGEST_ID = 56;

/** Names that Windows keeps for devices make no file names. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:-|$)/;
