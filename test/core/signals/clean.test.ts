import { describe, expect, it } from "vitest";
import { clean } from "../../../src/core/signals/clean.ts";

describe("a text as chat delivers it", () => {
  it.each([
    ["Slack's three entities", "a &lt;b&gt; &amp; c", "a <b> & c"],
    ["entities escaped twice", "&amp;lt;Event&amp;gt;", "<Event>"],
    [
      "Slack's links",
      "see <http://kb.example|kb.example> or <mailto:a@b.example|a@b.example>",
      "see kb.example or a@b.example",
    ],
    ["a link without a label", "<https://kb.example/x>", "https://kb.example/x"],
    ["tags that are no links", "<Event><System/></Event>", "<Event><System/></Event>"],
    ["quotes as word processors write them", "“Can’t open ‘a’” „b“ «c»", '"Can\'t open \'a\'" "b" "c"'],
    ["dashes and the minus sign", "a – b — \u22122146438319", "a - b - -2146438319"],
    ["CRLF", "a\r\nb", "a\nb"],
    ["CR alone", "a\rb\rc", "a\nb\nc"],
    ["other line ends", "a\u2028b\u0085c\vd", "a\nb\nc\nd"],
    ["no-break and thin spaces", "a\u00a0b\u2009c\u3000d", "a b c d"],
    ["zero-width characters inside a word", "r\u200bm \u2060-\ufeffrf", "rm -rf"],
    ["bidirectional overrides", "\u202e5389\u202c", "5389"],
    ["a byte order mark", "\ufeffEvent ID: 5389", "Event ID: 5389"],
    ["UTF-16 pasted as bytes", "K\0M\0S\0", "KMS"],
    ["a lone surrogate", "a\ud800b", "a\ufffdb"],
    ["full-width digits and letters", "５３８９ ＫＭＳ：", "5389 KMS:"],
    ["Arabic-Indic and Persian digits", "٥٣٨٩ ۵۳۸۹", "5389 5389"],
    ["colours of a terminal", "\u001b[31mERROR\u001b[0m failed\u001b]0;title\u0007.", "ERROR failed."],
    ["decomposed letters", "Schlu\u0308ssel", "Schlüssel"],
    ["ligatures of a scan", "ﬁle ﬂag oﬃce", "file flag office"],
  ])("is made plain: %s", (_, written, plain) => {
    expect(clean(written)).toBe(plain);
  });

  it("is left alone where it is plain", () => {
    const text = "Event ID:\t5389\nSource: MSExchangeKMS";
    expect(clean(text)).toBe(text);
  });

  it("keeps no more than two marks on a letter", () => {
    expect(clean(`a${"\u0323".repeat(200)}b`)).toBe("\u1ea1\u0323\u0323b");
  });

  it("keeps emoji families readable enough to go on", () => {
    expect(clean("👨‍👩‍👧 Event ID: 5389")).toContain("Event ID: 5389");
  });
});
