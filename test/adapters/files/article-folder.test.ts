import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { articleFolder } from "../../../adapters/files/article-folder.ts";
import { byName } from "../../../adapters/index-store/manifest.ts";

const rooms: string[] = [];

afterEach(() => {
  for (const room of rooms.splice(0)) rmSync(room, { recursive: true, force: true });
});

function aRoomWith(...names: readonly string[]): string {
  const room = mkdtempSync(join(tmpdir(), "kms-"));
  rooms.push(room);
  for (const name of names) {
    mkdirSync(dirname(join(room, name)), { recursive: true });
    writeFileSync(join(room, name), name);
  }
  return room;
}

function folderIn(dir: string) {
  const found = articleFolder(dir);
  if (found.kind === "unreadable") throw new Error(found.message);
  return found.folder;
}

describe("a folder of articles", () => {
  it("lists them in the order that the list of an index has", () => {
    const folder = folderIn(aRoomWith("b.md", "a/z.md", "a.md", "a-b.md", "a/a/y.md", "B.md", "é.md", "a b.md"));
    const listed = [...folder.list()].map(({ name }) => name);
    expect(listed).toHaveLength(8);
    expect(listed).toEqual(listed.toSorted(byName));
  });

  it("tells of each what it needs to notice a change", () => {
    const folder = folderIn(aRoomWith("a.md"));
    const [facts] = folder.list();
    expect(facts).toEqual(folder.facts("a.md"));
    expect(facts).toMatchObject({ name: "a.md", size: 4 });
    expect(folder.facts("b.md")).toBeUndefined();
    expect(folder.read("a.md")).toBe("a.md");
  });

  it("neither lists nor reads what a link leads out to", () => {
    const dir = aRoomWith("a.md");
    symlinkSync(join(aRoomWith("secret.md"), "secret.md"), join(dir, "out.md"));
    const folder = folderIn(dir);
    expect([...folder.list()].map(({ name }) => name)).toEqual(["a.md"]);
    expect(folder.read("out.md")).toBeUndefined();
    expect(folder.read("../escape.md")).toBeUndefined();
  });

  it("is refused when it does not exist", () => {
    expect(articleFolder(join(aRoomWith(), "nowhere"))).toMatchObject({ kind: "unreadable" });
  });
});
