import { LANGUAGES } from "../../fixtures/signals/labels.ts";
import { describe, expect, it } from "vitest";
import { readSignals } from "../../../src/core/signals/read.ts";
import type { EventSignal } from "../../../src/core/signals/signal.ts";
import {
  anEvent,
  classic,
  eventLogList,
  LINES,
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

const eventsIn = (text: string): readonly EventSignal[] =>
  readSignals(text, "channel").signals.filter((signal) => signal.kind === "event");
const what = ({ id, source, message }: EventSignal | AnEvent) => ({ id, source, message });

const FORMS: Readonly<Record<string, (event: AnEvent) => string>> = {
  "the classic viewer": classic,
  "the modern viewer": modern,
  XML: xml,
  "rendered XML": renderedXml,
  "Get-WinEvent": winEventList,
  "Get-EventLog": eventLogList,
  wevtutil: wevtutil,
  ...LINES,
};

const EVENTS: readonly AnEvent[] = [
  anEvent(),
  anEvent({
    source: "MSExchangeIS Private",
    id: 1113,
    category: "None",
    message: "The log disk is full. Attempting to stop the Microsoft Exchange Information Store service.",
  }),
  anEvent({ source: "ESE97", id: 101, message: "MSExchangeKMS (2480) The database engine stopped." }),
  anEvent({
    source: "Security",
    id: 576,
    category: "Logon/Logoff",
    message: "Special privileges were assigned to a new logon, see the list below.",
  }),
];

describe("a record of an event log", () => {
  for (const [form, write] of Object.entries(FORMS)) {
    it.each(EVENTS)(`is read back from ${form} ($source $id)`, (event) => {
      const source = form === "RFC 5424" ? event.source.replaceAll(" ", "") : event.source;
      expect(eventsIn(write(event)).map(what)).toEqual([{ ...what(event), source }]);
    });
  }

  for (const language of LANGUAGES) {
    for (const [form, write] of [
      ["classic", classic],
      ["modern", modern],
    ] as const) {
      const event = anEvent();
      it.each([
        ["as it is", (text: string) => text],
        ["with wrapped lines", wrapped],
        ["with values on the next line", valuesBelow],
        ["on one line", oneLine],
        ["quoted", (text: string) => text.replaceAll(/^/gm, "> ")],
        ["with CRLF", (text: string) => text.replaceAll("\n", "\r\n")],
        ["fenced", (text: string) => `\`\`\`\n${text}\n\`\`\``],
        ["with full-width colons", (text: string) => text.replaceAll(/:(?=\s)/g, "：")],
      ])(`is read in ${language} from the ${form} viewer, %s`, (_, damage) => {
        const found = eventsIn(damage(write(event, language)));
        expect(found.map(what)).toEqual([what(event)]);
        expect(found[0]?.level).toBe("Error");
      });
    }
  }
});
