import { describe, expect, it } from "vitest";
import { SLACK_LIMITS } from "../../../adapters/slack/limits.ts";
import { renderText } from "../../../adapters/slack/render-text.ts";
import { clipped, escaped, plainText, shown, words } from "../../../adapters/slack/text.ts";
import { instant } from "../../../src/core/resolution/responder.ts";
import type { Inline } from "../../../src/core/view/view.ts";

describe("text that somebody pasted, on Slack", () => {
  it.each([
    ["a\u0000b\u0007c\u001B[0m", "abc[0m"],
    ["one\r\ntwo\rthree\u0085four\u2028five\u2029six", "one\ntwo\nthree\nfour\nfive\nsix"],
    ["gnp.\u202Eexe r\u200Bm \u2066x\u2069", "gnp.exe rm x"],
    ["a\u3164b\u115Fc\u034Fd", "abcd"],
    ["é\ttab\nstays", "é\ttab\nstays"],
    ["👩\u200D💻", "👩\u200D💻"],
    ["half \uD83D", "half \uFFFD"],
    ["plain\n\twords ~", "plain\n\twords ~"],
    ["\u0007plain", "plain"],
    ["plain\u0007", "plain"],
    ["", ""],
  ])("is shown as it is: %j", (text, seen) => {
    expect(shown(text)).toBe(seen);
  });

  it("means itself where Slack has markup", () => {
    expect(escaped("<!channel> & <@U1> &lt;")).toBe("&lt;!channel&gt; &amp; &lt;@U1&gt; &amp;lt;");
  });

  it("is cut where there is no room, and shows that it was", () => {
    expect([clipped("disk", 4), clipped("disks", 4), clipped("disks", 1), clipped("disks", 0)]).toEqual([
      "disk",
      "dis…",
      "…",
      "",
    ]);
    expect(clipped("a👩b", 3)).toBe("a…");
  });

  it("is a label without blanks on its edges, or nothing at all", () => {
    expect([words("  one \n\n two\t ", 20), words(" \u200B ", 9)]).toEqual(["one two", "…"]);
    expect(plainText(":fire: <@U1>", 30)).toEqual({ type: "plain_text", text: ":fire: <@U1>", emoji: false });
  });
});

describe("a line of a view on Slack", () => {
  it.each<{ readonly says: Inline; readonly written: string }>([
    {
      says: { kind: "time", at: instant(1_790_000_000_999), text: "at <three>" },
      written: "<!date^1790000000^{date_short_pretty} at {time}|at &lt;three&gt;>",
    },
    { says: { kind: "channel", channel: "C0OPS", name: "ops" }, written: "<#C0OPS>" },
    { says: { kind: "channel", channel: "G0", name: "ops" }, written: "<#G0>" },
    { says: { kind: "channel", channel: "C", name: "ops" }, written: "ops" },
    { says: { kind: "channel", channel: "xC0OPS", name: "ops" }, written: "ops" },
    { says: { kind: "channel", channel: "C0OPS> <!channel", name: "<ops>\u0007" }, written: "&lt;ops&gt;" },
    { says: { kind: "mention", user: "U0ANA", name: "Ana" }, written: "<@U0ANA>" },
    { says: { kind: "mention", user: "W0", name: "Ana" }, written: "<@W0>" },
    { says: { kind: "mention", user: "xU0ANA", name: "Ana" }, written: "@Ana" },
    { says: { kind: "mention", user: "U0ANA> <!here", name: "<Ana>" }, written: "@&lt;Ana&gt;" },
    { says: { kind: "strong", text: "  " }, written: "  " },
    { says: { kind: "strong", text: " full *disk* <1>  " }, written: " *full disk &lt;1&gt;*  " },
    { says: { kind: "strong", text: "two \n\n lines" }, written: "*two lines*" },
    { says: { kind: "strong", text: "two\nlines" }, written: "*two lines*" },
    { says: { kind: "strong", text: "**" }, written: "**" },
    { says: { kind: "code", text: "a`b\nc <d>" }, written: "`a'b c &lt;d&gt;`" },
    { says: { kind: "code", text: "" }, written: "" },
  ])("writes $says as $written", ({ says, written }) => {
    expect(renderText([says], 200)).toEqual({ content: written, isCut: false });
  });

  it.each([
    ["the page", "http://a.example/x", "<http://a.example/x|the page> (a.example)"],
    ["the page", "https://a.example/x|y&z", "<https://a.example/x%7Cy&amp;z|the page> (a.example)"],
    [" two |\n words ", "https://a.example/", "<https://a.example/|two   words> (a.example)"],
    ["a.example", "https://a.example/", "<https://a.example/|a.example>"],
    [" ", "https://a.example/", "<https://a.example/|a.example>"],
    ["the thread", "https://app.slack.com/1", "<https://app.slack.com/1|the thread>"],
    ["the <page>", "javascript:alert(1)", "the &lt;page&gt;"],
    ["the page", "ftp://a.example", "the page"],
    ["the page", "no address", "the page"],
    ["the page", "https://bank.example@evil.example/", "the page"],
    ["the page", "https://:word@evil.example/", "the page"],
  ])("leads with “%s” to %s only where everybody sees where to", (text, url, written) => {
    expect(renderText([{ kind: "link", text, url }], 300).content).toBe(written);
  });

  it("leads to an address as long as Slack takes, and to no longer one", () => {
    const address = "https://a.example/".padEnd(SLACK_LIMITS.url, "x");
    const written = [address, `${address}x`].map(
      (url) => renderText([{ kind: "link", text: "it", url }], 9_999).content,
    );
    expect(written).toEqual([`<${address}|it> (a.example)`, "it"]);
  });

  it.each([
    ["disk full", 10, "disk full", false],
    ["disk full", 9, "disk ful…", true],
    ["a < b", 9, "a &lt; b", false],
    ["a < b", 8, "a &lt; …", true],
    ["a < b", 6, "a …", true],
    ["👩👩", 4, "👩…", true],
    ["x", 0, "…", true],
  ])("cuts “%s” for %i characters between marks: %s", (text, most, content, isCut) => {
    expect(renderText([{ kind: "plain", text }], most)).toEqual({ content, isCut });
  });

  it("leaves out what is marked up rather than break it", () => {
    const text: readonly Inline[] = [
      { kind: "plain", text: "see " },
      { kind: "mention", user: "U0ANA", name: "Ana" },
    ];
    expect(renderText(text, 12)).toEqual({ content: "see …", isCut: true });
    expect(renderText(text, 13)).toEqual({ content: "see <@U0ANA>", isCut: false });
    expect(renderText(text, 5).content).toBe("see …");
  });
});
