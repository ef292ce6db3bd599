import type { KnowledgeFolder } from "../../adapters/index-store/folders.ts";
import type { Knowledge } from "../app/knowledge.ts";
import type { Model } from "../core/matching/model.ts";
import { keepGarbageSmall } from "./small-garbage.ts";

/** What it is matched with, and who hears what went wrong and was survived. */
type Means = { readonly model: Model; readonly warn: (problem: string) => void };

/** Where the index lies: in this process, or, where `KMS_INDEX` says so, in PostgreSQL. A sentence on why it cannot. */
export async function openIndex(folders: readonly KnowledgeFolder[], means: Means): Promise<Knowledge | string> {
  const wanted = process.env["KMS_INDEX"] ?? "";
  if (wanted === "postgres") return openInPostgres(process.env["DATABASE_URL"] ?? "", folders, means);
  if (wanted !== "" && wanted !== "memory")
    return `Cannot open the index: KMS_INDEX is "${wanted}". Write memory or postgres, or leave it out.`;
  const [{ openKnowledge }, { cacheFolder }] = await Promise.all([
    import("../../adapters/index-store/index.ts"),
    import("../../adapters/index-store/cache-folder.ts"),
  ]);
  const knowledge = await openKnowledge({ folders, cache: cacheFolder(process.env), ...means });
  keepGarbageSmall();
  return knowledge;
}

/** Connections that one process holds for looking things up. */
const CONNECTIONS = 6;

async function openInPostgres(
  url: string,
  folders: readonly KnowledgeFolder[],
  means: Means,
): Promise<Knowledge | string> {
  if (url === "")
    return "Cannot keep the index in PostgreSQL: DATABASE_URL is missing. Name a database, or leave KMS_INDEX out.";
  const [{ openPostgresKnowledge }, { openPool }] = await Promise.all([
    import("../../adapters/index-store/postgres/index.ts"),
    import("../../adapters/store/postgres/pool.ts"),
  ]);
  const pool = openPool(url, CONNECTIONS);
  try {
    return await openPostgresKnowledge({ folders, pool, ...means, onProgress: tellProgress });
  } catch (error) {
    await pool.end();
    const why = error instanceof Error ? error.message : String(error);
    return why.startsWith("Cannot ")
      ? why
      : `Cannot open the index in PostgreSQL: ${why}. Check DATABASE_URL, or leave KMS_INDEX out.`;
  }
}

/** Fewer are written in the blink of an eye. */
const MANY = 1_000;

function tellProgress({ folder, done, of }: { readonly folder: string; readonly done: number; readonly of: number }) {
  if (of < MANY || !process.stderr.isTTY) return;
  const end = done === of ? ", now its words are counted\n" : "";
  process.stderr.write(`\r${folder}: ${done} of ${of} files are in the index${end}`);
}
