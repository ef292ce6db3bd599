import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { entryNameFault } from "../../../adapters/import/entry-name.ts";
import { articleText, tarOf, write, zipOf, type ArchiveEntry } from "./archives.ts";
import { files, run, sandbox } from "./sandbox.ts";

const HOSTILE: readonly ArchiveEntry[] = [
  { name: "good/Q900001.txt", text: articleText("Q900001") },
  { name: "../../etc/Q900002.txt", text: articleText("Q900002") },
  { name: "..\\..\\Q900003.txt", text: articleText("Q900003") },
  { name: "/tmp/Q900004.txt", text: articleText("Q900004") },
  { name: "C:\\Q900005.txt", text: articleText("Q900005") },
  { name: "a/CON.txt", text: articleText("Q900006") },
  { name: "link.txt", type: "2", link: "/etc/passwd", text: "" },
  { name: "inner.zip", text: "PK" },
  { name: "huge.txt", text: "a ".repeat(600_000) },
  { name: "good/Q900007.txt", text: articleText("Q900007") },
];

describe.each([
  ["zip", (entries: readonly ArchiveEntry[]) => zipOf(entries)],
  ["tar", (entries: readonly ArchiveEntry[]) => tarOf(entries)],
  ["tar.gz", (entries: readonly ArchiveEntry[]) => gzipSync(tarOf(entries))],
])("a hostile %s", (ending, pack) => {
  it("gives its honest entries, and every other one is reported", async () => {
    const folder = sandbox();
    const archive = write(join(folder, `x.${ending}`), pack(HOSTILE));
    const { code, out } = await run([archive, "--into", join(folder, "kb")]);
    expect(code).toBe(0);
    expect(Object.keys(files(folder)).toSorted()).toEqual(["kb/Q900/Q900001.md", "kb/Q900/Q900007.md", `x.${ending}`]);
    for (const why of [
      "path leads outside its archive: 2",
      "absolute path: 2",
      "name of a device: 1",
      "link: 1",
      "archive inside an archive: 1",
      "larger than 1 MB: 1",
    ])
      expect(out).toContain(`skipped, ${why}`);
  });

  it("is read to where it is cut off, and that is said", async () => {
    const folder = sandbox();
    const whole = pack(
      Array.from({ length: 50 }, (_, at) => ({ name: `${at}.txt`, text: articleText(`Q${900_100 + at}`) })),
    );
    const archive = write(join(folder, `x.${ending}`), whole.subarray(0, whole.length - 600));
    const { out } = await run([archive, "--into", join(folder, "kb")]);
    expect(out).toMatch(/Cannot read|50 read/);
  });
});

describe("a bomb", () => {
  it("is stopped while it unpacks", async () => {
    const folder = sandbox();
    const zeros = Array.from({ length: 40 }, (_, at) => ({
      name: `${at}.txt`,
      text: new Uint8Array(1_000_000).fill(97),
    }));
    const archive = write(join(folder, "bomb.tar.gz"), gzipSync(tarOf(zeros), { level: 9 }));
    const { code, out } = await run([archive, "--into", join(folder, "kb")]);
    expect([code, out]).toEqual([1, expect.stringContaining("unpacks to far more than text would")]);
  });

  it("is stopped in a zip as well", async () => {
    const folder = sandbox();
    const zeros = Array.from({ length: 40 }, (_, at) => ({
      name: `${at}.txt`,
      text: new Uint8Array(1_000_000).fill(97),
    }));
    const archive = write(join(folder, "bomb.zip"), zipOf(zeros));
    expect((await run([archive, "--into", join(folder, "kb")])).out).toContain("unpacks to far more than text would");
  });
});

describe("what only pretends to be an archive", () => {
  it.each(["zip", "tar", "tar.gz", "tar.xz"])("as .%s is named", async (ending) => {
    const folder = sandbox();
    const archive = write(join(folder, `x.${ending}`), Buffer.from("504b0304 no archive at all ".repeat(40)));
    const { code, out } = await run([archive, "--into", join(folder, "kb")]);
    expect([code, out]).toEqual([1, expect.stringMatching(/Cannot read .*x\./)]);
  });
});

describe("a name from an archive", () => {
  it.each(["a/b/Q1.txt", "a b (1).md", "console.txt", "ä.txt", "..a/b"])("%s is trusted", (name) => {
    expect(entryNameFault(name)).toBeUndefined();
  });

  it.each([
    "",
    "/a",
    "\\a",
    "C:a",
    "a/../b",
    "a\\..\\b",
    "nul",
    "a/COM1.txt",
    "a\u0000b",
    "a\u001B[2J",
    "x".repeat(2_000),
  ])("%j is not", (name) => {
    expect(entryNameFault(name)).toBeDefined();
  });
});

/** `Q900011.txt` in a tar archive in xz. */
const XZ = [
  "/Td6WFoAAATm1rRGAgAhARwAAAAQz1jM4Cf/ALJdACiOQhoDHBgLr89HWuhwwJfBepMvYKydQlEEsEc7J9Uoruv7TFd+D8PZS7WI",
  "+pMo1+h5RZ8L6rZMcyjwFyQNQXaxmAAfAAp8xt5W/E6jHE/5bL0AO5fqHAfoVt+X7VU7nilS0Qwats31L4xXC/OpZbj9QN7aup0N",
  "1xkK5zu6xFrkeScQMZOiquDrp6YtRHHMKkPcBWTIfu2NUs5bf3Z9UCMte+57meL514b1WtpWDB3R/UAAAABfMF/ZsTDfrwABzgGA",
  "UAAAIhoyVLHEZ/sCAAAAAARZWg==",
].join("");

describe("an archive in xz", () => {
  it("is unpacked without any program outside", async () => {
    const folder = sandbox();
    const archive = write(join(folder, "x.tar.xz"), Buffer.from(XZ, "base64"));
    await run([archive, "--into", join(folder, "kb")]);
    expect(files(join(folder, "kb"))["Q900/Q900011.md"]).toContain("Packed with xz");
  });

  it("that is broken in the middle is named", async () => {
    const folder = sandbox();
    const broken = Buffer.from(XZ, "base64").fill(0, 60, 90);
    const { code, out } = await run([write(join(folder, "x.tar.xz"), broken), "--into", join(folder, "kb")]);
    expect([code, out]).toEqual([1, expect.stringMatching(/Cannot read .*x\.tar\.xz/)]);
  });
});
