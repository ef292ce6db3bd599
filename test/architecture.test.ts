import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "..");

/** Small parts of one Markdown parser. */
const MARKDOWN = ["mdast-util-from-markdown", "mdast-util-gfm-table", "micromark-extension-gfm-table"];

type Import = { readonly file: string; readonly target: string };

/** Every import and re-export, with relative ones resolved to a path from the root. */
const imports = [...sourcesIn("src"), ...sourcesIn("adapters")].flatMap(importsOf);

describe("the architecture", () => {
  it("keeps the core to itself: it imports only itself and pure packages", () => {
    const pure = ["fuse.js", "smol-toml", "yaml", "zod", "re2js", "htmlparser2", "luxon", "mdast", ...MARKDOWN];
    expect(outsiders("src/core", ["src/core"], pure)).toEqual([]);
  });

  it("lets the conversation know the core and its ports, and nothing outside", () => {
    expect(outsiders("src/app", ["src/core", "src/app"], [])).toEqual([]);
  });

  it("lets no adapter point at another, except at the guard of addresses, which knows none of them", () => {
    for (const adapter of folders("adapters")) {
      const own = `adapters/${adapter}`;
      const strangers = outsiders(own, ["src/core", "src/app", "adapters/net", own], undefined);
      expect(strangers, `imports of ${own}`).toEqual([]);
    }
  });

  it("keeps the guard of addresses to itself", () => {
    expect(outsiders("adapters/net", ["adapters/net"], undefined)).toEqual([]);
  });

  it("lets only the composition root know the adapters: where the program begins, and what it is put together from", () => {
    const knowing = imports.filter(({ file, target }) => file.startsWith("src/") && target.startsWith("adapters/"));
    expect(
      knowing.map(({ file }) => file).filter((file) => file !== "src/main.ts" && !file.startsWith("src/compose/")),
    ).toEqual([]);
    expect(knowing.length).toBeGreaterThan(0);
  });

  it("keeps fuse.js in one file, because it must never see a long text", () => {
    const users = imports.filter(({ target }) => target === "fuse.js").map(({ file }) => file);
    expect(users).toHaveLength(1);
  });
});

function outsiders(folder: string, houses: readonly string[], packages: readonly string[] | undefined): string[] {
  return imports
    .filter(({ file }) => file.startsWith(`${folder}/`))
    .filter(({ target }) => !houses.some((house) => target.startsWith(`${house}/`)))
    .filter(({ target }) => isPath(target) || (packages !== undefined && !packages.includes(packageOf(target))))
    .map(({ file, target }) => `${file} imports ${target}`);
}

function isPath(target: string): boolean {
  return target.startsWith("src/") || target.startsWith("adapters/") || target.startsWith("..");
}

function packageOf(target: string): string {
  return target
    .split("/")
    .slice(0, target.startsWith("@") ? 2 : 1)
    .join("/");
}

function folders(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  );
}

function sourcesIn(folder: string): string[] {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), "utf8");
  const targets = [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^;"']*?from\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)|^import\s+["']([^"']+)["']/gm,
    ),
  ];
  return targets.map((match) => ({ file, target: resolved(file, match[1] ?? match[2] ?? match[3] ?? "") }));
}

function resolved(file: string, target: string): string {
  return target.startsWith(".") ? relative(root, resolve(root, dirname(file), target)) : target;
}
