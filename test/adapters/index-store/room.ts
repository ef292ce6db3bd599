import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach } from "vitest";
import { articleFolder } from "../../../adapters/files/article-folder.ts";
import type { KnowledgeFolder } from "../../../adapters/index-store/folders.ts";
import { type KnowledgeOptions, type LocalKnowledge, openKnowledge } from "../../../adapters/index-store/index.ts";
import { formatArticle } from "../../../src/core/kb/format-article.ts";
import { decide } from "../../../src/core/matching/decide.ts";
import type { Knowledge } from "../../../src/app/knowledge.ts";
import type { Inquiry, Verdict } from "../../../src/core/matching/verdict.ts";
import { anArticle } from "../../support/builders.ts";
import { anInquiry } from "../../support/knowledge.ts";

const rooms: string[] = [];
const opened: LocalKnowledge[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((knowledge) => knowledge.close()));
  for (const room of rooms.splice(0)) rmSync(room, { recursive: true, force: true });
});

/** An empty folder that is gone after the test. */
export function aRoom(): string {
  const room = mkdtempSync(join(tmpdir(), "kms-"));
  rooms.push(room);
  return room;
}

/** A folder with an article for each word: `kiwi` is in kiwi.md, called KIWI, and about a broken kiwi. */
export function aKnowledgeBase(...words: readonly string[]): string {
  const room = aRoom();
  for (const word of words) write(room, word);
  return room;
}

/** More articles than are indexed on the spot. */
export function aLargeKnowledgeBase(): string {
  return aKnowledgeBase("kiwi", "mango", ...Array.from({ length: 510 }, (_, place) => `part${place}`));
}

let clock = Date.now() / 1000 - 10_000;

/** Writes the article about a word; `says` is what it is about instead. Each writing is a second later than the last. */
export function write(room: string, word: string, says = word, name = `${word}.md`): void {
  const article = anArticle({
    id: word.toUpperCase(),
    title: `The ${says} is broken`,
    symptoms: `Nobody can use the ${says}.`,
  });
  mkdirSync(dirname(join(room, name)), { recursive: true });
  writeFileSync(join(room, name), formatArticle(article));
  utimesSync(join(room, name), (clock += 1), clock);
}

export function aFolder(dir: string, facts: Partial<KnowledgeFolder> = {}): KnowledgeFolder {
  const found = articleFolder(dir);
  if (found.kind === "unreadable") throw new Error(found.message);
  return { name: "own", audience: undefined, weight: 1, folder: found.folder, ...facts };
}

/** Opened with a folder or several, and closed after the test. */
export async function opening(options: Partial<KnowledgeOptions>): Promise<LocalKnowledge> {
  const knowledge = await openKnowledge({ folders: [], cache: undefined, ...options });
  opened.push(knowledge);
  return knowledge;
}

/** The article that somebody is shown who asks about a broken thing. */
export function shown(knowledge: LocalKnowledge, thing: string, audience?: string): string | undefined {
  return articleAbout(thing, decide(knowledge.index(audience), inquiryAbout(thing)));
}

/** The same, wherever the index lies. */
export async function shownBy(knowledge: Knowledge, thing: string, audience?: string): Promise<string | undefined> {
  const inquiry = inquiryAbout(thing);
  return articleAbout(thing, decide(await knowledge.indexFor(inquiry, audience), inquiry));
}

function inquiryAbout(thing: string): Inquiry {
  return anInquiry([`The ${thing} is broken`], "command");
}

function articleAbout(thing: string, { matches }: Verdict): string | undefined {
  return matches.find(({ title }) => title === `The ${thing} is broken`)?.article;
}
