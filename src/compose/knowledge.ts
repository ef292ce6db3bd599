import { articleFolder } from "../../adapters/files/article-folder.ts";
import { ownKnowledgeFolder } from "../../adapters/files/knowledge-folder.ts";
import { type FolderWish, folderWish, type KnowledgeFolder, wishesIn } from "../../adapters/index-store/folders.ts";
import type { Knowledge } from "../app/knowledge.ts";
import { type ModelInUse, SHIPPED } from "../core/matching/model-in-use.ts";
import { openIndex } from "./open-index.ts";
import { warn } from "./options.ts";
import { withNamesakes } from "./with-namesakes.ts";

/** What it is matched with, and who hears what went wrong and was survived. */
type Means = { readonly model?: ModelInUse; readonly tell?: (problem: string) => void };

/** The knowledge bases that were asked for, else those of KMS_KB, else our own; a sentence on why one cannot be used. */
export async function knowledgeFor(
  wishes: readonly string[],
  { model = SHIPPED, tell = warn }: Means = {},
): Promise<Knowledge | string> {
  const folders: KnowledgeFolder[] = [];
  const places: FolderWish[] = [];
  for (const written of foldersWanted(wishes)) {
    const wish = folderWish(written);
    if (typeof wish === "string") return wish;
    const opened = articleFolder(wish.dir);
    if (opened.kind === "unreadable") return opened.message;
    folders.push({ ...wish, folder: opened.folder });
    places.push(wish);
  }
  const opened = await openIndex(folders, { model: model.model, warn: tell });
  if (typeof opened === "string") return opened;
  const knowledge = withNamesakes(opened, places, tell);
  await knowledge.refresh();
  tellProblems(knowledge);
  return knowledge;
}

/** The folders as they were written. */
export function foldersWanted(wishes: readonly string[]): readonly string[] {
  if (wishes.length > 0) return wishes;
  const set = wishesIn(process.env["KMS_KB"] ?? "");
  return set.length > 0 ? set : [`kms=${ownKnowledgeFolder(import.meta.dirname)}`];
}

const MOST_TOLD = 5;

function tellProblems(knowledge: Knowledge): void {
  const errors = knowledge.problems().filter(({ severity }) => severity === "error");
  for (const { file, line, message } of errors.slice(0, MOST_TOLD))
    process.stderr.write(`${file}:${line}: ${message}\n`);
  if (errors.length > 0) process.stderr.write(`${errors.length} articles cannot be used. Say kms check to see why.\n`);
}
