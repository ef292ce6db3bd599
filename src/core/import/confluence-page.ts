import type { ForeignDocument } from "./document.ts";
import { isoDay } from "./iso-day.ts";

/** Whether a page is one of a space that Confluence exported as HTML. */
export function isConfluencePage(html: string): boolean {
  return /\bid="title-text"/.test(html) && /\bconfluence|aui-theme|wiki-content/i.test(html);
}

/** Whether it is the first page of such a space, which only lists the others. */
export function isSpaceIndex(html: string): boolean {
  return isConfluencePage(html) && /\bid="title-text"[^>]*>\s*Space Details:/.test(html);
}

/** What such a page says around its text: which page of which space it is, who wrote it, and when. */
export function aboutConfluencePage(
  html: string,
  name: string,
): Pick<ForeignDocument, "form" | "id" | "modified" | "owner"> {
  const [, number] = /(?:^|[\\/_])(\d{3,})\.html?$/i.exec(name) ?? [];
  const [, around = ""] = /\bclass="page-metadata"[^>]*>(.{0,1000}?)<\/div>/s.exec(html) ?? [];
  const said = around.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
  return {
    form: "confluence",
    id: number === undefined ? undefined : `page-${number}`,
    modified: isoDay(/\b(?:on )?([A-Z][a-z]{2} \d{1,2}, \d{4})\s*$/.exec(said.trim())?.[1] ?? ""),
    owner: /\bby (.{2,60}?)(?:,| on\b|$)/.exec(said)?.[1]?.trim(),
  };
}

/** `Operations : Ledger sync stalls` is the page "Ledger sync stalls" of a space. */
export function withoutSpace(title: string): string {
  return title.replace(/^.{1,80}? : (?=\S)/, "");
}
