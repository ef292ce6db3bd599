import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../fixtures/signals/labels.ts";
import { clean } from "../../../src/core/signals/clean.ts";
import { readSignals } from "../../../src/core/signals/read.ts";
import type { Reading, Via } from "../../../src/core/signals/signal.ts";
import {
  classic,
  modern,
  oneLine,
  renderedXml,
  valuesBelow,
  wevtutil,
  winEventList,
  wrapped,
  xml,
  type AnEvent,
} from "./render.ts";

const RUNS = { numRuns: 1000 };
const via = fc.constantFrom<Via>("command", "channel", "thread");

/** Pieces that mean something to one recogniser or another, in any order. */
const piece = fc.constantFrom(
  "Event ID:",
  "Event ID: 5389",
  "Source: ",
  "Description:\n",
  "Event Type:\tError\n",
  "Log Name: Application",
  "Id : 5\n",
  "ProviderName : x\n",
  "<Event>",
  "<EventID>5389</EventID>",
  "</Event>",
  "<Message>",
  "</Message>",
  "&lt;",
  "&amp;",
  "<http://a|b>",
  '"',
  "'",
  "`",
  "```",
  "\n",
  "\r\n",
  "> ",
  "\t",
  ",",
  ";",
  "3/10/2025 6:59:00 AM",
  "Error",
  "MSExchangeKMS",
  "5389",
  "0x800FF351",
  "-2146438319",
  "error 5",
  "event 5 from W3SVC",
  "0000: 36 2e 30 2e\n",
  "kmserver.cpp@1653",
  "Q259906",
  "hey all, ",
  "anyone seen this?",
  "box says: ",
  "Cannot open the file.",
  "MSWinEventLog",
  "EventID=5389 ",
  '{"EventID":5389,',
  "\u202e",
  "\0",
  "\ud800",
  "５３８９",
  "é",
  "日本",
);
const soup = fc
  .array(fc.oneof(piece, fc.string({ maxLength: 12, unit: "binary" }), fc.string({ maxLength: 12 })), { maxLength: 30 })
  .map((pieces) => pieces.join(""));

const word = fc.constantFrom(
  "service",
  "database",
  "cannot",
  "start",
  "Exchange",
  "the",
  "directory",
  "5",
  "[0]",
  "file",
  "'x.edb'",
  "mount",
  "log",
  "(2480)",
  "replica",
  "because",
);
const message = fc.array(word, { minLength: 4, maxLength: 30 }).map((words) => `The ${words.join(" ")} failed.`);
const event: fc.Arbitrary<AnEvent> = fc.record({
  id: fc.integer({ min: 0, max: 65_535 }),
  source: fc.constantFrom(
    "MSExchangeKMS",
    "ESE97",
    "MSExchangeIS Private",
    "Service Control Manager",
    "W3SVC",
    "SNA Server",
    "TCP/IP",
    "i8042prt",
  ),
  category: fc.constantFrom("None", "General", "Logon/Logoff", "(5)", "Field Engineering"),
  message,
});

const language = fc.constantFrom(...LANGUAGES);
const form = fc.oneof(
  language.map((spoken) => (some: AnEvent) => classic(some, spoken)),
  language.map((spoken) => (some: AnEvent) => modern(some, spoken)),
);
const damage = fc.constantFrom(
  (text: string) => text,
  (text: string) => wrapped(text, 80),
  (text: string) => wrapped(text, 40),
  valuesBelow,
  oneLine,
  (text: string) => text.replaceAll("\n", "\r\n"),
  (text: string) => text.replaceAll("\n", "\r"),
  (text: string) => text.replaceAll(/^/gm, "> "),
  (text: string) => text.replaceAll(/^/gm, "    "),
  (text: string) => `\`\`\`\n${text}\n\`\`\``,
  (text: string) => `hey all, anyone seen this?\n\n${text}`,
  (text: string) => `${text}\n\nanyone seen this before?`,
);

function read(text: string): readonly Partial<AnEvent>[] {
  return readSignals(text, "channel").signals.flatMap((signal) =>
    signal.kind === "event" ? [{ id: signal.id, source: signal.source ?? "", message: signal.message ?? "" }] : [],
  );
}

describe("whatever is pasted", () => {
  it("is read without an exception, and spans lie inside the text", () => {
    fc.assert(
      fc.property(soup, via, (text, how) => {
        const reading = readSignals(text, how);
        for (const { span } of [...reading.signals, ...reading.parts]) {
          expect(0 <= span.start && span.start <= span.end && span.end <= reading.text.length).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it("gives codes and files whose spans show them as they were written", () => {
    fc.assert(
      fc.property(soup, via, (text, how) => {
        const reading = readSignals(text, how);
        for (const signal of reading.signals) expect(shownBy(reading, signal)).toBe(true);
      }),
      RUNS,
    );
  });

  it("gives parts in order of appearance that do not overlap", () => {
    fc.assert(
      fc.property(soup, via, (text, how) => {
        const { parts } = readSignals(text, how);
        for (const [i, part] of parts.entries())
          expect(part.span.start).toBeGreaterThanOrEqual(parts[i - 1]?.span.end ?? 0);
      }),
      RUNS,
    );
  });

  it("is read the same way twice", () => {
    fc.assert(
      fc.property(soup, via, (text, how) => {
        expect(readSignals(text, how)).toEqual(readSignals(text, how));
      }),
      { numRuns: 300 },
    );
  });

  it("is clean after one cleaning", () => {
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: "binary", maxLength: 60 })), (text) => {
        expect(clean(clean(text))).toBe(clean(text));
      }),
      RUNS,
    );
  });
});

function shownBy(reading: Reading, signal: Reading["signals"][number]): boolean {
  const shown = reading.text.slice(signal.span.start, signal.span.end);
  if (signal.kind === "code") return shown === signal.written;
  if (signal.kind === "file") return shown.toLowerCase() === signal.name;
  if (signal.kind === "bare-number") return Number(shown) === signal.value;
  if (signal.kind === "name") return shown.endsWith(signal.name);
  return shown.length > 0;
}

describe("whatever a log records", () => {
  it("is read back in any language and with any damage to its lines", () => {
    fc.assert(
      fc.property(event, form, damage, (some, write, harm) => {
        expect(read(harm(write(some)))).toEqual([{ id: some.id, source: some.source, message: some.message }]);
      }),
      RUNS,
    );
  });

  it("is read back from the forms of tools", () => {
    fc.assert(
      fc.property(event, fc.constantFrom(xml, renderedXml, winEventList, wevtutil), (some, write) => {
        expect(read(write(some))).toEqual([{ id: some.id, source: some.source, message: some.message }]);
      }),
      RUNS,
    );
  });

  it("is one event part with its description, and nothing else", () => {
    fc.assert(
      fc.property(event, form, (some, write) => {
        expect(readSignals(write(some), "channel").parts.map(({ kind, text }) => [kind, text])).toEqual([
          ["event", some.message],
        ]);
      }),
      { numRuns: 300 },
    );
  });
});
