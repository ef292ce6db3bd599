import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The knowledge base that comes with the program: the `kb` folder beside its package.json, wherever it runs from. */
export function ownKnowledgeFolder(from: string): string {
  for (let folder = from; dirname(folder) !== folder; folder = dirname(folder)) {
    if (existsSync(join(folder, "package.json"))) return join(folder, "kb");
  }
  return join(from, "kb");
}

/** The version in that package.json. */
export function ownVersion(from: string): string {
  const packaged: { readonly version: string } = JSON.parse(
    readFileSync(join(ownKnowledgeFolder(from), "..", "package.json"), "utf8"),
  );
  return packaged.version;
}
