import { describe, expect, it } from "vitest";
import { readEvents } from "../../../src/core/signals/events/read.ts";
import { readSignals } from "../../../src/core/signals/read.ts";

const what = (text: string): readonly string[] =>
  readSignals(text, "channel").signals.flatMap((signal) =>
    signal.kind === "event" ? [`${signal.source ?? "?"} ${signal.id}: ${signal.message ?? "-"}`] : [],
  );

describe("a table of a console", () => {
  it("is read line by line, with a source above it or in it", () => {
    expect(
      what(
        "   ProviderName: MSExchangeKMS\n\nTimeCreated                      Id LevelDisplayName Message\n-----------                      -- ---------------- -------\n" +
          "3/14/2001 2:11:09 AM           5389 Information      KMS is exiting with error 0.\n3/14/2001 2:10:09 AM           5015 Error            KMS failed logging on.",
      ),
    ).toEqual(["MSExchangeKMS 5389: KMS is exiting with error 0.", "MSExchangeKMS 5015: KMS failed logging on."]);
    expect(
      what(
        "   Index Time          EntryType   Source                 InstanceID Message\n   ----- ----          ---------   ------                 ---------- -------\n" +
          "    4823 Mar 14 02:11  Error       MSExchangeKMS          3221230861 KMS can not mount the key database.",
      ),
    ).toEqual(["MSExchangeKMS 5389: KMS can not mount the key database."]);
  });

  it.each([
    "Information 3/14/2001 2:11:09 AM MSExchangeKMS 5389 None",
    "Error\t3/14/2001 2:11:09 AM\tMSExchangeKMS\t5389\tNone",
    "Event 5389, MSExchangeKMS",
    "eventlog says MSExchangeKMS 5389 again",
    "*EXCH02* `Event ID: 5389` `Source: MSExchangeKMS`",
    "The description for Event ID ( 5389 ) in Source ( MSExchangeKMS ) could not be found.",
  ])("gives id and source where there is no description: %j", (text) => {
    expect(what(text)).toEqual(["MSExchangeKMS 5389: -"]);
  });

  it.each([
    "2001-03-14 02:11:09,EXCH02,Application,MSExchangeKMS,5389,Error,KMS is exiting with error 0.",
    "| Error | 3/14/2001 2:11:09 AM | MSExchangeKMS | 5389 | None | KMS is exiting with error 0. |",
    "<13>Mar 14 02:11:09 EXCH02 MSWinEventLog#0111#011Application#0114823#011Wed Mar 14 02:11:09 2001#0115389#011MSExchangeKMS#011N/A#011N/A#011Error#011EXCH02#011None#011#011KMS is exiting with error 0.#0111648",
    "Log Name: Application | Source: MSExchangeKMS | Event ID: 5389 | Level: Error | Description: KMS is exiting with error 0.",
    "Subject: FW: server down\nDate: Mon, 12 Mar 2001\n\nEvent ID: 5389\nSource: MSExchangeKMS\nDescription: KMS is exiting with error 0.\n\nRegards\nBob",
    "Error,MSExchangeKMS,5389,3/14/2001 2:11:09 AM,None,KMS is exiting with error 0.",
  ])("has other shapes too: %j", (text) => {
    expect(what(text)).toEqual(["MSExchangeKMS 5389: KMS is exiting with error 0."]);
  });
});

describe("a record that calls its number just that", () => {
  it("is an event above a description", () => {
    expect(readEvents("Event: 210\nDescription: An internal MTA error occurred.")).toMatchObject([
      { id: 210, source: undefined, message: "An internal MTA error occurred." },
    ]);
  });

  it.each([
    "Id: 210\nDescription: An internal MTA error occurred.",
    "Event: 210 guests",
    "The event: 210 of them came",
  ])("is none where somebody lists anything else: %j", (text) => {
    expect(readEvents(text)).toEqual([]);
  });
});

describe("a record as a monitor forwards it", () => {
  it.each([
    ["EventSourceName: Netlogon\nEventNumber: 5719\nEventDisplayNumber: 5719\nDescription: No controller answers."],
    ["Log: System, Source: Netlogon, Id: 5719, Level: 2, Message: No controller answers."],
    ["PublisherName: Netlogon\nEventNumber: 3221231191\nDescription: No controller answers."],
    ["Source: Netlogon\nEvent ID: 0xC0001657\nDescription: No controller answers."],
    ["Source: Netlogon\nInstanceId: 0xC0001657\nMessage: No controller answers."],
  ])("is read by its labels: %s", (text) => {
    expect(what(text)).toEqual(["Netlogon 5719: No controller answers."]);
  });
});
