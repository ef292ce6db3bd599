import { describe, expect, it } from "vitest";
import { mentionsIn, renderText } from "../../../adapters/discord/render-text.ts";
import { codeFence, codeSpan, escaped, escapeLine, plainLine, words } from "../../../adapters/discord/text.ts";
import { instant } from "../../../src/core/resolution/responder.ts";
import type { Inline } from "../../../src/core/view/view.ts";

/** What Discord would take for a mention is kept apart by it. */
const APART = "\u200B";
const snowflake = "123456789012345678";

describe("text that somebody pasted, on Discord", () => {
  it.each([
    ["a\u0000b\u0007c\u001B[0m", String.raw`abc\[0m`],
    ["one\r\ntwo\rthree\u0085four\u2028five\u2029six", "one\ntwo\nthree\nfour\nfive\nsix"],
    ["gnp.\u202Eexe r\u200Bm \u2066x\u2069", "gnp.exe rm x"],
    ["a\u3164b\u115Fc\u034Fd", "abcd"],
    ["tab\tstays", "tab\tstays"],
    ["👩\u200D💻", "👩\u200D💻"],
    ["half \uD83D", "half \uFFFD"],
    ["> quoted", String.raw`\> quoted`],
    ["# big", String.raw`\# big`],
    ["  - item", String.raw`  \- item`],
    ["a - b # c + d", "a - b # c + d"],
    ["12. twelfth", String.raw`12\. twelfth`],
    ["  3) third", String.raw`  3\) third`],
    ["version 5.3 (of 7)", "version 5.3 (of 7)"],
    ["http://a.example/x_y and https://b.example/x_y", "http://a.example/x_y and https://b.example/x_y"],
    ["xhttps://a_b", String.raw`xhttps://a\_b`],
    ["C:\\temp|*", String.raw`C:\\temp\|\*`],
    ["@here @EVERYONE", `@${APART}here @${APART}EVERYONE`],
    [
      `<@${snowflake}> <@!${snowflake}> <@&${snowflake}>`,
      `\\<@${APART}${snowflake}\\> \\<@${APART}!${snowflake}\\> \\<@${APART}&${snowflake}\\>`,
    ],
    ["ana@example.org and a final @", `ana@example.org and a final @${APART}`],
  ])("is shown as it is: %j", (text, shown) => {
    expect(escaped(text)).toBe(shown);
  });

  it("is on one line in a list, with its words apart", () => {
    expect(escapeLine("  one  \n\t two \r\n  three  ")).toBe("  one two three  ");
    expect(escapeLine("alone  ")).toBe("alone  ");
    expect(escapeLine("")).toBe("");
  });

  it.each([
    ["net stop", "`net stop`"],
    ["  two\n words ", "`  two words `"],
    ["", ""],
    [" \n ", ""],
    ["a`b", "``a`b``"],
    ["`a", "`` `a``"],
    ["a`", "``a` ``"],
    ["a``b", `\`\`a\`${APART}\`b\`\``],
    ["mail @here", `\`mail @${APART}here\``],
    [`<@${snowflake}> <@&1> <@!1>`, `\`<@${APART}${snowflake}> <@${APART}&1> <@${APART}!1>\``],
    ["@5 a@b <@x", "`@5 a@b <@x`"],
  ])("is code that can be copied: %j", (text, code) => {
    expect(codeSpan(text)).toBe(code);
  });

  it.each([
    ["net stop", "cmd", "```cmd\nnet stop\n```"],
    ["x", "c++", "```c++\nx\n```"],
    ["x", "no name", "```\nx\n```"],
    ["x", "cmd\n@everyone", "```\nx\n```"],
    ["x", "", "```\nx\n```"],
    ["a``b`", "", `\`\`\`\na\`${APART}\`b\`${APART}\n\`\`\``],
    ["a`b", "", "```\na`b\n```"],
    ["@everyone", "", `\`\`\`\n@${APART}everyone\n\`\`\``],
  ])("is a block of code that nothing inside can end: %j in %j", (text, language, block) => {
    expect(codeFence(text, language)).toBe(block);
  });

  it("is a label without markup, blanks on its edges, or nothing at all", () => {
    expect(plainLine("  one \n\n two\t ")).toBe("one two");
    expect([words(" \u200B ", 9), words("net stop", 9), words("net stop", 5)]).toEqual(["…", "net stop", "net…"]);
  });
});

describe("a line of a view on Discord", () => {
  it.each<{ readonly says: Inline; readonly written: string }>([
    { says: { kind: "time", at: instant(1_790_000_000_999), text: "at three" }, written: "<t:1790000000:R>" },
    { says: { kind: "channel", channel: snowflake, name: "ops" }, written: `<#${snowflake}>` },
    { says: { kind: "channel", channel: "C1> @everyone", name: "*ops*" }, written: String.raw`\*ops\*` },
    { says: { kind: "mention", user: snowflake, name: "Ana" }, written: `<@${snowflake}>` },
    { says: { kind: "mention", user: "nobody", name: "*Ana*" }, written: String.raw`\*Ana\*` },
    { says: { kind: "strong", text: "  " }, written: "  " },
    { says: { kind: "strong", text: " disk  " }, written: " **disk**  " },
    { says: { kind: "code", text: "net stop" }, written: "`net stop`" },
  ])("writes $says as $written", ({ says, written }) => {
    expect(renderText([says])).toBe(written);
  });

  it("addresses those who are mentioned by their id, and nobody else", () => {
    const text: readonly Inline[] = [
      { kind: "mention", user: snowflake, name: "Ana" },
      { kind: "mention", user: "everyone", name: "Bo" },
      { kind: "plain", text: snowflake },
    ];
    expect([mentionsIn(text), mentionsIn([])]).toEqual([[snowflake], []]);
  });

  it("keeps its breaks in a paragraph, and none in a list", () => {
    const text: Inline = { kind: "plain", text: "one\ntwo" };
    expect([renderText([text]), renderText([text], "line"), renderText([text, text], "line")]).toEqual([
      "one\ntwo",
      "one two",
      "one twoone two",
    ]);
  });

  it.each([
    ["the page", "http://a.example/x", "[the page](<http://a.example/x>) (a.example)"],
    ["the thread", "https://discord.com/channels/1", "[the thread](<https://discord.com/channels/1>)"],
    ["the page", "HTTPS://A.example/x", "[the page](<https://a.example/x>) (a.example)"],
    ["the page", "https://a.example/x(1)_*|`y", "[the page](<https://a.example/x%281%29%5F%2A%7C%60y>) (a.example)"],
    ["http://bank.example", "https://evil.example", "<https://evil.example/>"],
    [
      "see https://bank.example",
      "https://evil.example",
      "[see https://bank.example](<https://evil.example/>) (evil.example)",
    ],
    [" ", "https://a.example", "<https://a.example/>"],
    ["the page", "see https://a.example", "the page"],
    ["the page", "javascript:https://a.example", "the page"],
    ["the page", "https://", "the page"],
    ["the page", "https://bank.example@evil.example/", "the page"],
    ["the page", "https://:word@evil.example/", "the page"],
    [
      "the page",
      `https://a.example/${"x".repeat(494)}`,
      `[the page](<https://a.example/${"x".repeat(494)}>) (a.example)`,
    ],
    ["the page", `https://a.example/${"x".repeat(495)}`, "the page"],
  ])("leads with “%s” to %s only where everybody sees where to", (text, url, written) => {
    expect(renderText([{ kind: "link", text, url }])).toBe(written);
  });
});
