import { type Dirent, readdirSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";

/** How much a knowledge base may hold; a wrong directory shall not be read to its end. */
export const DIRECTORY_LIMITS = { files: 200_000, depth: 16 } as const;

/** Something on disk that was left out, and why. */
export type LeftOut = { readonly path: string; readonly message: string };

export type MarkdownFound = { readonly paths: readonly string[]; readonly problems: LeftOut[] };

/** Paths of the Markdown files below `root`, sorted. Hidden names are passed over; links to directories are not followed. */
export function findMarkdown(root: string): MarkdownFound {
  const problems: LeftOut[] = [];
  return { paths: [...walkMarkdown(root, problems)], problems };
}

/** The same, one after the other as they are asked for. What was left out is added to `problems`. */
export function* walkMarkdown(root: string, problems: LeftOut[]): Generator<string> {
  let found = 0;
  for (const path of visit(root, 0, problems)) {
    if (found++ === DIRECTORY_LIMITS.files) {
      const message = `Cannot read the whole knowledge base: it has more than ${DIRECTORY_LIMITS.files} files. Split it into several.`;
      return void problems.push({ path: root, message });
    }
    yield path;
  }
}

/** The directories below `root`, itself first, with the same rules. */
export function* walkDirectories(root: string, depth = 0): Generator<string> {
  yield root;
  if (depth === DIRECTORY_LIMITS.depth) return;
  for (const entry of entriesOf(root, []))
    if (entry.isDirectory() && !entry.name.startsWith(".")) yield* walkDirectories(join(root, entry.name), depth + 1);
}

function* visit(directory: string, depth: number, problems: LeftOut[]): Generator<string> {
  for (const entry of entriesOf(directory, problems)) {
    const path = join(directory, entry.name);
    if (entry.name.startsWith(".")) continue;
    if (entry.isDirectory()) yield* descend(path, depth + 1, problems);
    else if (isLinkedDirectory(entry, path)) problems.push({ path, message: LINKED_DIRECTORY });
    else if (isMarkdown(entry.name)) yield path;
  }
}

export function isMarkdown(name: string): boolean {
  return name.toLowerCase().endsWith(".md");
}

const LINKED_DIRECTORY = "Cannot follow this link: it leads to a directory. Move the directory here instead.";

function entriesOf(directory: string, problems: LeftOut[]): readonly Dirent[] {
  try {
    return readdirSync(directory, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    const why = error instanceof Error ? error.message : "it failed";
    problems.push({ path: directory, message: `Cannot read this directory: ${why}. Check that it may be read.` });
    return [];
  }
}

function* descend(path: string, depth: number, problems: LeftOut[]): Generator<string> {
  if (depth <= DIRECTORY_LIMITS.depth) return yield* visit(path, depth, problems);
  problems.push({
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
