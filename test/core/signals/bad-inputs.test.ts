import { describe, expect, it } from "vitest";
import { CLIP } from "../../../src/core/signals/clip.ts";
import { readSignals } from "../../../src/core/signals/read.ts";
import type { Reading, Via } from "../../../src/core/signals/signal.ts";
import { anEvent, classic, xml } from "./render.ts";

const VIAS: readonly Via[] = ["command", "channel", "thread"];
const FULL = 16 * 1024;
const full = (text: string): string => text.repeat(Math.ceil(FULL / text.length)).slice(0, FULL);

const ODD: Readonly<Record<string, string>> = {
  empty: "",
  spaces: "     ",
  NUL: "\0\0\0",
  "lone surrogates": "\ud800 \udc00 Event ID: 5389 \ud83d",
  "a byte order mark": "\ufeff",
  "200 marks a letter": `a${"\u0301".repeat(200)}`,
  "an override": "\u202e5389 txt.exe",
  "zero-width inside a word": "r\u200bm -rf",
  "Cyrillic look-alikes": "Еvеnt ID: 5389",
  "a negative number": "-5389",
  "a fraction": "5389.0",
  "20 digits": "12345678901234567890",
  "emoji families": "👨‍👩‍👧‍👦 👩🏽‍🚒 Event ID: 5389",
  "a right-to-left log": "خطأ: تعذر فتح الملف ٥٣٨٩",
  "UTF-16 as text": "Event ID: 5389".split("").join("\0"),
  "minified JSON": JSON.stringify(
    Array.from({ length: 300 }, (_, i) => ({ id: i, message: "x", source: null, nested: { a: [1, 2] } })),
  ),
  "stop words": "the and of to in is it that for on with",
  "everyone and here": "@everyone @here <!channel> <!subteam^S1> <@U1|x> &lt;!channel&gt;",
  "a link that lies": "<https://evil.example|https://bank.example>",
  "back-ticks in code": "``` ` `` ``` ` ```",
  "an unclosed back-tick": "look at `this",
  Markdown: "[x](javascript:alert(1)) <t:0:R> </kms:1> <!date^0^{_}|x>",
  "labels without values": "Event ID:\nSource:\nDescription:\n",
  "values without end": `Event ID: ${"9".repeat(2000)}`,
  "XML without end": "<Event><System><Provider Name='x",
  "JSON without end": '{"EventID":5389,"Message":"never',
  "prototype pollution": '{"__proto__":{"EventID":5389},"constructor":{"prototype":1}}',
  "an alias bomb": "a: &a [x]\nb: &b [*a,*a]\nc: [*b,*b]",
};

const HOSTILE: readonly string[] = [
  ..."<>\"'`1 \n\t\r:=a,;|&([{@_-.#*~/\\$%^!?".split("").map(full),
  ...[
    "Event ID:",
    "Event ID: 5\n",
    "event 5 ",
    "event ids 5, 5, ",
    "Source: x\n",
    "Description: x\n",
    "Event[0]:\n",
    "Log Name: x ",
  ].map(full),
  ...[
    "<EventID>5",
    "<EventID ",
    "<Event><System><EventID>5</EventID>",
    "<http://a|",
    "<http:",
    "&amp;",
    "&amp;lt;",
    "</Message>",
  ].map(full),
  ...['"a b c" ', ',"', '","', '1:00,"', "1:00\t5\tA\t", '"EventID":"', 'Message="', "EventID=5 ", '{"EventID":5,'].map(
    full,
  ),
  ...["0x", "0xFFFFFFFF ", "deadbeef ", "12345678 ", "-12345678", "error ", "error: ", "run-time error ", "STOP "].map(
    full,
  ),
  ...[
    "``` ",
    "```\n",
    "> ",
    "> a\n",
    "0000: 36 2e ",
    "00 ",
    "kmserver.cpp@",
    "a.b.c.dll ",
    "Aa.",
    "AException",
    "A_",
  ].map(full),
  ...[
    "For more information, see Help and Support ",
    "A[1]:",
    "<1>1 a b ",
    "MSWinEventLog 1 ",
    "EvntSLog: a/",
    "I got: A ",
  ].map(full),
  ...[
    "\u001b[",
    "\u001b]0;",
    "\u200ba",
    "\u0301",
    "\u202e",
    "\ud800",
    "👨‍👩‍👧",
    "٣",
    "５",
    "イベント ID: 5 ",
    "ID de l'événement : ",
  ].map(full),
];

/** Every span lies in the text, and parts come in order. */
function isSound({ text, signals, parts }: Reading): boolean {
  const inside = [...signals, ...parts].every(
    ({ span }) => 0 <= span.start && span.start <= span.end && span.end <= text.length,
  );
  return (
    inside && parts.every((part, i) => part.span.start >= (parts[i - 1]?.span.end ?? 0) && part.text.trim() !== "")
  );
}

describe("an odd text", () => {
  it.each(Object.entries(ODD))("is read without harm: %s", (_, text) => {
    expect(VIAS.map((via) => isSound(readSignals(text, via)))).toEqual([true, true, true]);
  });

  it("still gives what it holds", () => {
    for (const name of ["emoji families", "lone surrogates", "UTF-16 as text"]) {
      expect(readSignals(ODD[name] ?? "", "channel").signals).toMatchObject([{ kind: "event", id: 5389 }]);
    }
  });

  it("made to waste time is read within the limits of work", () => {
    for (const text of HOSTILE)
      expect(isSound(readSignals(text, "command")) && isSound(readSignals(text, "channel"))).toBe(true);
  });
});

describe("a text that is too long", () => {
  const record = classic(anEvent());

  it("is read at both ends, and says so", () => {
    const text = `${record}\n${"x".repeat(4_000_000)}\n${xml(anEvent({ id: 5015 }))}`;
    const reading = readSignals(text, "channel");
    expect(reading.signals.flatMap((signal) => (signal.kind === "event" ? [signal.id] : []))).toEqual([5389, 5015]);
    expect(reading.clipped).toEqual({ from: text.length, to: CLIP.head + CLIP.tail + 1 });
    expect(isSound(reading)).toBe(true);
  });

  it("is read whole up to 20 KB", () => {
    expect(readSignals("x".repeat(CLIP.whole), "channel").clipped).toBeUndefined();
    expect(readSignals("x".repeat(CLIP.whole + 1), "channel").clipped).toBeDefined();
  });

  it("is measured in bytes, and never cut inside a character", () => {
    const { text, clipped } = readSignals("😀".repeat(5_200), "channel");
    expect(clipped).toBeDefined();
    expect(text.isWellFormed()).toBe(true);
    expect(text).not.toContain("\ufffd");
  });

  it.each([
    ["100,000 short lines", "error 5\n".repeat(100_000)],
    ["one line 10,000 times", `${record}\n`.repeat(10_000)],
  ])("may be %s", (_, text) => {
    expect(isSound(readSignals(text, "channel"))).toBe(true);
  });
});
