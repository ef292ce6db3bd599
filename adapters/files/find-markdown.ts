import { type Dirent, readdirSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";

/** How much a knowledge base may hold; a wrong directory shall not be read to its end. */
export const DIRECTORY_LIMITS = { files: 200_000, depth: 16 } as const;

/** Something on disk that was left out, and why. */
export type LeftOut = { readonly path: string; readonly message: string };

export type MarkdownFound = { readonly paths: readonly string[]; readonly problems: LeftOut[] };

/** Paths of the Markdown files below `root`, sorted. Hidden names are passed over; links to directories are not followed. */
export function findMarkdown(root: string): MarkdownFound {
  const found = { paths: [] as string[], problems: [] as LeftOut[] };
  visit(root, 0, found);
  if (found.paths.length <= DIRECTORY_LIMITS.files) return found;
  const message = `Cannot read the whole knowledge base: it has more than ${DIRECTORY_LIMITS.files} files. Split it into several.`;
  return {
    paths: found.paths.slice(0, DIRECTORY_LIMITS.files),
    problems: [...found.problems, { path: root, message }],
  };
}

function visit(
  directory: string,
  depth: number,
  found: { readonly paths: string[]; readonly problems: LeftOut[] },
): void {
  if (found.paths.length > DIRECTORY_LIMITS.files) return;
  for (const entry of entriesOf(directory, found)) {
    const path = join(directory, entry.name);
    if (entry.name.startsWith(".")) continue;
    if (entry.isDirectory()) descend(path, depth + 1, found);
    else if (isLinkedDirectory(entry, path)) found.problems.push({ path, message: LINKED_DIRECTORY });
    else if (entry.name.toLowerCase().endsWith(".md")) found.paths.push(path);
  }
}

const LINKED_DIRECTORY = "Cannot follow this link: it leads to a directory. Move the directory here instead.";

function entriesOf(directory: string, { problems }: { readonly problems: LeftOut[] }): readonly Dirent[] {
  try {
    return readdirSync(directory, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    const why = error instanceof Error ? error.message : "it failed";
    problems.push({ path: directory, message: `Cannot read this directory: ${why}. Check that it may be read.` });
    return [];
  }
}

function descend(path: string, depth: number, found: { readonly paths: string[]; readonly problems: LeftOut[] }): void {
  if (depth <= DIRECTORY_LIMITS.depth) visit(path, depth, found);
  else
    found.problems.push({
      path,
      message: `Cannot go deeper here: ${DIRECTORY_LIMITS.depth} levels are the most. Move the articles up.`,
    });
}

function isLinkedDirectory(entry: Dirent, path: string): boolean {
  if (!entry.isSymbolicLink()) return false;
  return statSync(realpathIfAny(path) ?? path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Undefined for a link that leads nowhere. */
function realpathIfAny(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
