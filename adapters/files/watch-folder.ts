import { type FSWatcher, statSync, watch } from "node:fs";
import { basename, join, relative, sep } from "node:path";
import type { FolderChange } from "../../src/app/article-folder.ts";
import { isMarkdown, walkDirectories } from "./find-markdown.ts";

/** Changes that follow each other closely are told together; an editor writes one file in several strokes. */
const QUIET_MS = 60;

/** However long it goes on, something is told. */
const LONGEST_WAIT_MS = 400;

/** How often everything is compared where the system does not tell what changes. */
const POLL_MS = 900;

/**
 * Tells what changes below `root`. Linux tells it directory by directory, other systems for the whole tree; where
 * there are too many directories, or none is told (some network drives), everything is compared from time to time.
 */
export function watchFolder(root: string, changed: (change: FolderChange) => void): { readonly close: () => void } {
  const notes = gather(changed);
  const open = new Map<string, FSWatcher>();
  let poll: NodeJS.Timeout | undefined;
  const giveUp = (): void => {
    poll ??= setInterval(() => changed({ kind: "somewhere" }), POLL_MS).unref();
  };
  const begin = process.platform === "linux" ? watchEach : watchTree;
  begin({ root, open, note: notes.note, giveUp });
  return {
    close: () => {
      clearInterval(poll);
      notes.close();
      for (const watcher of open.values()) watcher.close();
      open.clear();
    },
  };
}

type Watch = {
  readonly root: string;
  readonly open: Map<string, FSWatcher>;
  /** A path within the folder, or undefined for "somewhere". */
  readonly note: (name: string | undefined) => void;
  readonly giveUp: () => void;
};

function watchTree({ root, open, note, giveUp }: Watch): void {
  try {
    const watcher = watch(root, { recursive: true, persistent: false }, (_, name) => note(toldName(name ?? undefined)));
    watcher.on("error", giveUp);
    open.set(root, watcher);
  } catch {
    giveUp();
  }
}

function watchEach(how: Watch): void {
  for (const directory of walkDirectories(how.root)) watchDirectory(directory, how);
}

function watchDirectory(directory: string, how: Watch): void {
  if (how.open.has(directory)) return;
  try {
    const watcher = watch(directory, { persistent: false }, (_, name) => noteIn(directory, name, how));
    watcher.on("error", () => leave(directory, how));
    how.open.set(directory, watcher);
  } catch {
    how.giveUp();
  }
}

/** What is no article may be a directory that came or went. */
function noteIn(directory: string, name: string | null, how: Watch): void {
  if (name === null) return how.note(undefined);
  const path = join(directory, name);
  if (isMarkdown(name)) how.note(toldName(relative(how.root, path)));
  else if (isDirectory(path)) enter(path, how);
  else if (how.open.has(path)) leave(path, how);
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function enter(directory: string, how: Watch): void {
  if (basename(directory).startsWith(".") || how.open.has(directory)) return;
  for (const inner of walkDirectories(directory)) watchDirectory(inner, how);
  how.note(undefined);
}

function leave(directory: string, { open, note }: Watch): void {
  for (const [path, watcher] of open) {
    if (path !== directory && !path.startsWith(directory + sep)) continue;
    watcher.close();
    open.delete(path);
  }
  note(undefined);
}

function toldName(name: string | undefined): string | undefined {
  return name !== undefined && isMarkdown(name) ? name.replaceAll(sep, "/") : undefined;
}

function gather(changed: (change: FolderChange) => void): {
  readonly note: (name: string | undefined) => void;
  readonly close: () => void;
} {
  const names = new Set<string | undefined>();
  let timer: NodeJS.Timeout | undefined;
  let since = 0;
  const tell = (): void => {
    const known = [...names].filter((name) => name !== undefined);
    const isWhole = known.length === names.size;
    names.clear();
    changed(isWhole ? { kind: "files", names: known } : { kind: "somewhere" });
  };
  return {
    note: (name) => {
      if (names.size === 0) since = performance.now();
      names.add(name);
      clearTimeout(timer);
      const left = Math.max(0, since + LONGEST_WAIT_MS - performance.now());
      timer = setTimeout(tell, Math.min(QUIET_MS, left)).unref();
    },
    close: () => clearTimeout(timer),
  };
}
