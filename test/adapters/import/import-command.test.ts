import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { articleText, write } from "./archives.ts";
import { files, run, sandbox, stamps } from "./sandbox.ts";

const FIXTURES = fileURLToPath(new URL("../../fixtures/import", import.meta.url));

describe("kms import", () => {
  it("imports a folder of every form into folders of few files", async () => {
    const into = join(sandbox(), "kb");
    const { code, out } = await run([FIXTURES, "--into", into]);
    expect(code).toBe(0);
    expect(Object.keys(files(into)).toSorted()).toEqual([
      "KB00/KB0010001.md",
      "KB00/KB0010003.md",
      "OPS/OPS-98765.md",
      "Q818/Q818953.md",
      "Q900/Q900001.md",
      "Q900/Q900003.md",
      "bkup/bkup-the-tape-service-does-not-start-after-you-install.md",
      "queu/queue-consumer-falls-behind.md",
    ]);
    expect(out).toContain("10 read: 8 written");
    expect(out).toContain("not published (draft): 1");
  });

  it("changes nothing the second time, and only what changed the third", async () => {
    const folder = sandbox();
    const into = join(folder, "kb");
    write(join(folder, "a.txt"), articleText("Q900001"));
    write(join(folder, "b.txt"), articleText("Q900002"));
    await run([join(folder, "*.txt"), "--into", into]);
    const before = stamps(into);
    expect((await run([join(folder, "*.txt"), "--into", into])).out).toContain("0 written to");
    expect(stamps(into)).toEqual(before);
    write(join(folder, "b.txt"), articleText("Q900002", "Another title"));
    expect((await run([join(folder, "*.txt"), "--into", into])).out).toContain("1 written to");
    expect(stamps(into)["Q900/Q900001.md"]).toBe(before["Q900/Q900001.md"]);
  });

  it("leaves the frames and scripts that were saved with a page alone, and takes a folder that is merely called so", async () => {
    const folder = sandbox();
    const page =
      "<html><head><title>The queue is stuck</title></head><body><h2>Symptoms</h2><p>Mail waits.</p></body></html>";
    for (const name of ["page.html", "page_files/frame.html", "my_files/other.html"]) {
      mkdirSync(join(folder, "in", name, ".."), { recursive: true });
      writeFileSync(join(folder, "in", name), page.replace("queue", name.replace(/\W/g, " ")));
    }
    const { out } = await run([join(folder, "in"), "--into", join(folder, "kb")]);
    expect(out).toContain("3 read: 2 written");
    expect(out).toContain("skipped, saved with a page: its pictures, scripts and frames: 1");
  });

  it.each([
    ["Windows, with semicolons", "win1252", ";"],
    ["UTF-16 with tabs, as a spreadsheet writes it", "utf16-le", "\t"],
    ["UTF-8 with commas", "utf8", ","],
  ])("reads an export in %s", async (_, encoding, sign) => {
    const folder = sandbox();
    const rows = [
      ["number", "short_description", "text", "meta"],
      ["KB0000001", "Größe des Dienstes", "<p>Fehler für alle, immer; wieder</p>", "a"],
    ];
    const table = rows.map((row) => row.map((cell) => `"${cell}"`).join(sign)).join("\r\n");
    writeFileSync(join(folder, "a.csv"), iconv.encode(table, encoding, { addBOM: true }));
    writeFileSync(
      join(folder, "b.jsonl"),
      iconv.encode('{"number":"KB0000002","title":"Übersicht","text":"Für alle."}\n', encoding),
    );
    await run([folder, "--into", join(folder, "kb")]);
    const written = files(join(folder, "kb"));
    expect(written["KB00/KB0000001.md"]).toContain("Größe des Dienstes");
    expect(written["KB00/KB0000001.md"]).toContain("Fehler für alle, immer; wieder");
    expect(written["KB00/KB0000002.md"]).toContain("Für alle.");
  });

  it("reads the lines of an export after one that is none", async () => {
    const folder = sandbox();
    writeFileSync(
      join(folder, "a.jsonl"),
      '{"title":"One","text":"Its text."}\nnot json\n{"title":"Two","text":"Its text."}\n',
    );
    const { code, out } = await run([join(folder, "a.jsonl"), "--into", join(folder, "kb")]);
    expect([code, out]).toEqual([0, expect.stringContaining("3 read: 2 written")]);
    expect(out).toContain("skipped, a line that is no JSON: 1");
  });

  it("writes nothing on a dry run, and says what it would write", async () => {
    const folder = sandbox();
    write(join(folder, "a.txt"), articleText("Q900001"));
    const { out, code } = await run([join(folder, "a.txt"), "--into", join(folder, "kb"), "--dry-run"]);
    expect([code, out]).toEqual([0, expect.stringContaining("1 would be written")]);
    expect(Object.keys(files(folder))).toEqual(["a.txt"]);
  });

  it("leaves out what is excluded, and takes only what is asked for", async () => {
    const folder = sandbox();
    for (const id of ["Q900001", "Q900002", "Q900003"]) write(join(folder, `${id}.txt`), articleText(id));
    write(join(folder, "not.ids"), "q900001\n\n# a comment\n");
    write(join(folder, "only.ids"), "Q900001\r\nQ900003\r\n");
    const into = join(folder, "kb");
    const lists = ["--exclude", join(folder, "not.ids"), "--only", join(folder, "only.ids")];
    const { out } = await run([join(folder, "*.txt"), "--into", into, ...lists]);
    expect(Object.keys(files(into))).toEqual(["Q900/Q900003.md"]);
    expect(out).toContain("excluded by --exclude: 1");
    expect(out).toContain("not listed in --only: 1");
  });

  it.each([[["a", "b"]], [["b", "a"]]])(
    "takes the newer of two documents with one id, in the order %j too",
    async (order) => {
      const folder = sandbox();
      const [first = "", second = ""] = order;
      write(
        join(folder, `1${first}.txt`),
        articleText("Q900001", first === "a" ? "Old" : "New", first === "a" ? "01-JAN-2000" : "02-JAN-2000"),
      );
      write(
        join(folder, `2${second}.txt`),
        articleText("Q900001", second === "a" ? "Old" : "New", second === "a" ? "01-JAN-2000" : "02-JAN-2000"),
      );
      const { out } = await run([folder, "--into", join(folder, "kb")]);
      expect(files(join(folder, "kb"))["Q900/Q900001.md"]).toContain("Text of New");
      expect(out).toContain("1 written");
      expect(out).toMatch(/same id as .*: 1/);
    },
  );

  it("follows no links out of the folder", async () => {
    const folder = sandbox();
    const inside = join(folder, "in");
    mkdirSync(inside);
    write(join(folder, "secret.txt"), articleText("Q900009"));
    symlinkSync(join(folder, "secret.txt"), join(inside, "link.txt"));
    symlinkSync(folder, join(inside, "up"));
    const { out } = await run([inside, "--into", join(folder, "kb")]);
    expect(out).toContain("skipped, link: 2");
    expect(files(folder)).not.toHaveProperty("kb/Q900/Q900009.md");
  });

  it("writes through no link in place of a folder", async () => {
    const folder = sandbox();
    mkdirSync(join(folder, "kb"));
    mkdirSync(join(folder, "elsewhere"));
    symlinkSync(join(folder, "elsewhere"), join(folder, "kb", "Q900"));
    write(join(folder, "a.txt"), articleText("Q900001"));
    const { out } = await run([join(folder, "a.txt"), "--into", join(folder, "kb")]);
    expect(out).toContain("0 written");
    expect(files(join(folder, "elsewhere"))).toEqual({});
  });

  it("keeps two teams' runbooks of the same title, and one of two copies, at every import alike", async () => {
    const folder = sandbox();
    for (const team of ["payments", "search/old", "more"]) mkdirSync(join(folder, team), { recursive: true });
    write(join(folder, "payments/disk-full.md"), aRunbook("payments"));
    write(join(folder, "search/disk-full.md"), aRunbook("search"));
    write(join(folder, "search/old/disk-full.md"), aRunbook("search"));
    for (let at = 0; at < 30; at += 1)
      write(join(folder, `more/${at}.md`), `# Disk full\n\n${"text ".repeat(6_000)}${at}\n`);
    const into = join(folder, "kb");
    const { out } = await run([join(folder, "[mps]*"), "--into", into]);
    expect(out).toContain("33 read: 32 written");
    expect(out).toMatch(/the same text as an earlier document: 1 \(.*search\/old\/disk-full\.md\)/);
    expect(out).toMatch(
      /to look at, the title of another document: called after its folder or numbered: 31 \(disk-full-/,
    );
    expect(files(into)["disk/disk-full.md"]).toContain("text 0");
    expect(files(into)["disk/disk-full-search.md"]).toContain("The disk of search is full.");
    const again = await run([join(folder, "[mps]*"), "--into", into]);
    expect(again.out).toContain("0 written");
  });

  it("says of everything it left alone why", async () => {
    const folder = sandbox();
    write(join(folder, "picture.png"), "x");
    write(join(folder, "empty.txt"), "");
    write(join(folder, "program.txt"), Buffer.from([1, 0, 0, 7, 0, 200, 0, 0, 0, 3]));
    write(join(folder, "long.txt"), "a ".repeat(600_000));
    write(join(folder, ".hidden.txt"), articleText("Q900001"));
    const report = join(folder, "report.json");
    const { out } = await run([folder, "--into", join(folder, "kb"), "--report", report]);
    for (const why of [
      "not a kind of file that holds articles: 1",
      "empty: 1",
      "binary, not text: 1",
      "larger than 1 MB: 1",
      "hidden file or folder: 1",
    ])
      expect(out).toContain(why);
    expect(JSON.parse(files(folder)["report.json"] ?? "")).toMatchObject({
      read: 5,
      written: 0,
      skipped: 5,
      stopped: false,
    });
  });

  it("stops at Ctrl-C with whole files only, and says how to go on", async () => {
    const folder = sandbox();
    mkdirSync(join(folder, "kb"));
    for (let at = 0; at < 400; at += 1) write(join(folder, `${at}.txt`), articleText(`Q${900_000 + at}`));
    const into = join(folder, "kb");
    const stopped = await run([folder, "--into", into], { interrupt: true });
    expect([stopped.code, stopped.err]).toEqual([130, expect.stringContaining("run the same command again")]);
    const half = Object.keys(files(into));
    expect(half.length).toBeLessThan(400);
    expect(half.filter((name) => !name.endsWith(".md"))).toEqual([]);
    const again = await run([join(folder, "*.txt"), "--into", into]);
    expect(again.code).toBe(0);
    expect(Object.keys(files(into)).filter((name) => name.endsWith(".md"))).toHaveLength(400);
    expect(Object.keys(files(into)).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });
});

/** One team's page about something that every team has. */
function aRunbook(team: string): string {
  return `# Disk full\n\nThe disk of ${team} is full.\n\n1. Delete the logs of ${team}.\n`;
}
