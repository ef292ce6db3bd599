import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Fate } from "./protocol.ts";

/** Where an article lies: in a folder named after the first four characters of its id, so that no folder grows huge. */
function articlePath(folder: string, id: string): string {
  return join(folder, id.slice(0, 4).replace(/[.-]+$/, ""), `${id}.md`);
}

/**
 * Writes one article, or leaves a file alone that says the same already. The text is written beside the file and
 * then takes its place, so nobody ever reads half of one.
 */
export function writeArticle(folder: string, id: string, text: string): Fate {
  const path = articlePath(folder, id);
  if (current(path) === text) return { kind: "unchanged" };
  try {
    prepare(join(path, ".."));
    replace(path, text);
    return { kind: "written" };
  } catch (error) {
    return { kind: "failed", why: `cannot be written (${error instanceof Error ? error.message : String(error)})` };
  }
}

/** Compares with what is there, without writing. */
export function compareArticle(folder: string, id: string, text: string): Fate {
  return { kind: current(articlePath(folder, id)) === text ? "unchanged" : "written" };
}

function current(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

const prepared = new Set<string>();

/** A link in place of a folder would lead the articles out of the knowledge base. */
function prepare(folder: string): void {
  if (prepared.has(folder)) return;
  mkdirSync(folder, { recursive: true });
  if (lstatSync(folder).isSymbolicLink()) throw new Error(`${folder} is a link`);
  prepared.add(folder);
}

function replace(path: string, text: string): void {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(beside, text);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
