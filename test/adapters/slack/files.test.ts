import iconv from "iconv-lite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Connected, connected, keepingIntake } from "./driver.ts";

const GERMAN = "Ereignis-ID: 5389\r\nQuelle: MSExchangeKMS\r\nFür „Schlüssel“ gilt: größer";

describe("a file that comes with a message on Slack", () => {
  let on: Connected;
  let intake: ReturnType<typeof keepingIntake>;
  let problems: string[];

  beforeEach(async () => {
    intake = keepingIntake();
    problems = [];
    on = await connected("http", () => intake, {}, { report: ({ text }) => void problems.push(text) });
  });

  afterEach(async () => {
    await on.stop();
  });

  async function textAfter(
    ...files: readonly { readonly name: string; readonly content: string | Uint8Array; readonly mimetype?: string }[]
  ): Promise<string> {
    on.slack.user("U1").says("C1", "see here", { files });
    const { event } = await on.slack.until(() => intake.kept()[0]);
    return "text" in event ? event.text : "";
  }

  it.each([
    { encoding: "utf8", addBOM: false },
    { encoding: "utf8", addBOM: true },
    { encoding: "utf-16le", addBOM: true },
    { encoding: "utf-16le", addBOM: false },
    { encoding: "utf-16be", addBOM: true },
    { encoding: "windows-1252", addBOM: false },
  ])("is read in $encoding (byte order mark: $addBOM)", async ({ encoding, addBOM }) => {
    const content = iconv.encode(GERMAN, encoding, { addBOM });
    expect(await textAfter({ name: "a.log", content })).toBe(`see here\n${GERMAN}`);
  });

  it.each(["app.json", "values.YAML", "trace.out", "notes.md"])("may be called %s, as on Discord", async (name) => {
    expect(await textAfter({ name, content: "one" })).toBe("see here\none");
  });

  it("can be one of several", async () => {
    const text = await textAfter(
      { name: "a.txt", content: "one" },
      { name: "b.xml", content: "two" },
      { name: "c.png", content: "three", mimetype: "image/png" },
    );
    expect(text).toBe("see here\none\ntwo");
  });

  it("is left out when it is larger than 1 MB, or no text at all", async () => {
    const large = "x".repeat(1_048_577);
    const binary = Uint8Array.from({ length: 400 }, (_, at) => (at * 7) % 5);
    expect(await textAfter({ name: "a.txt", content: large }, { name: "b.txt", content: binary })).toBe("see here");
  });

  it("is left out when Slack does not hand it out, and what was said is kept all the same", async () => {
    on.slack.faults.next("files", { kind: "http500" });
    expect(await textAfter({ name: "a.txt", content: "one" })).toBe("see here");
    expect(problems[0]).toContain("status 500");
  });

  it("is left out when the bot may not read files, and the report says which scope is missing", async () => {
    const token = on.slack.world.tokens.get(on.slack.botToken());
    if (token === undefined) throw new Error("Expected a token.");
    const scopes = token.scopes.filter((scope) => scope !== "files:read");
    on.slack.world.tokens.set(token.value, { ...token, scopes });
    expect(await textAfter({ name: "a.txt", content: "one" })).toBe("see here");
    expect(problems[0]).toContain("files:read");
  });

  it("is fetched once, however often Slack tells of it meanwhile", async () => {
    on.slack.deliveries.next({ kind: "duplicate", times: 3 });
    await textAfter({ name: "a.txt", content: "one" });
    await on.slack.quiet();
    expect(intake.kept()).toHaveLength(1);
  });
});
