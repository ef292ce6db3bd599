import { describe, expect, it } from "vitest";
import { readEvents } from "../../../src/core/signals/events/read.ts";
import { readSignals } from "../../../src/core/signals/read.ts";
import { foldSource } from "../../../src/core/signals/source.ts";
import { anEvent, classic, modern, xml } from "./render.ts";

const what = (text: string): readonly string[] =>
  readSignals(text, "channel").signals.flatMap((signal) =>
    signal.kind === "event" ? [`${signal.source ?? "?"} ${signal.id}: ${signal.message ?? "-"}`] : [],
  );
const parts = (text: string): readonly string[] =>
  readSignals(text, "channel").parts.map((part) => `${part.kind}: ${part.text}`);

const STOPPED = anEvent({ source: "ESE97", id: 101, message: "MSExchangeKMS (2480) The database engine stopped." });
const EXIT = anEvent({ message: "KMS is exiting with error 0." });

describe("a paste with several records", () => {
  it.each([
    ["with an empty line between", `${classic(EXIT)}\n\n${classic(STOPPED)}`],
    ["without one", `${classic(EXIT)}\n${classic(STOPPED)}`],
    ["with all newlines lost", `${classic(EXIT)}\n${classic(STOPPED)}`.replaceAll(/\s+/g, " ")],
    ["of both viewers", `${modern(EXIT)}\n\n${classic(STOPPED)}`],
    ["in XML", `${xml(EXIT)}\n${xml(STOPPED)}`],
    ["in one element", `<Events>${xml(EXIT)}${xml(STOPPED)}</Events>`],
  ])("is read record by record, %s", (_, text) => {
    expect(what(text)).toEqual(["MSExchangeKMS 5389: KMS is exiting with error 0.", `ESE97 101: ${STOPPED.message}`]);
    expect(parts(text)).toEqual(["event: KMS is exiting with error 0.", `event: ${STOPPED.message}`]);
  });

  it("is read whether or not the labels come in the usual order", () => {
    const text =
      "Source: MSExchangeKMS\nEvent ID: 5389\nDescription: KMS is exiting with error 0.\n\nSource: ESE97\nEvent ID: 101\nDescription: stopped.";
    expect(what(text)).toEqual(["MSExchangeKMS 5389: KMS is exiting with error 0.", "ESE97 101: stopped."]);
  });

  it.each([
    "Event ID: 5389\nSource: MSExchangeKMS\nDescription: KMS is exiting with error 0.",
    "Description: KMS is exiting with error 0.\nEvent ID: 5389\nSource: MSExchangeKMS",
    "Event ID: 5389\nDescription: KMS is exiting with error 0.\nSource: MSExchangeKMS",
    "*Event ID:* 5389\n*Source:* MSExchangeKMS\n*Description:* KMS is exiting with error 0.",
    "- Event ID: 5389\n- Source: MSExchangeKMS\n- Description: KMS is exiting with error 0.",
    "Event\nID: 5389\nSource:\nMSExchangeKMS\nDescription: KMS is exiting\nwith error 0.",
  ])("may be short and in any order: %j", (text) => {
    expect(what(text)).toEqual(["MSExchangeKMS 5389: KMS is exiting with error 0."]);
  });

  it("copied by the modern viewer as text and as XML is one event", () => {
    expect(what(`${modern(EXIT)}\nEvent Xml:\n${xml(EXIT)}`)).toEqual([
      "MSExchangeKMS 5389: KMS is exiting with error 0.",
    ]);
  });
});

describe("the description of a record", () => {
  it("leaves out the hex dump, whose characters are read for themselves", () => {
    const text = `${classic(EXIT)}\n\n0000: 36 2e 30 2e 36 32 34 39   6.0.6249\n0008: 2e 30 20 50 54 00 6b 6d   .0 PT.km\n0010: 73 65 72 76 65 72 2e 63   server.c\n0018: 70 70 40 31 36 35 33 44   pp@1653D`;
    const { parts: found, signals } = readSignals(text, "channel");
    expect(found.map((part) => part.text)).toEqual(["KMS is exiting with error 0."]);
    expect(signals).toMatchObject([
      { kind: "event" },
      { kind: "error-number" },
      { kind: "position", position: "kmserver.cpp@1653" },
      { kind: "build", build: "6.0.6249.0" },
    ]);
  });

  it.each([
    "\n\nFor more information, see Help and Support Center at http://go.microsoft.com/fwlink/events.asp.",
    "\nData:\n0673: e1 d1 3f bd 73 dc df 9d   q@aaZ?..",
    "\n\nanyone seen this before?",
    "\nanyone seen this before?",
    "\nthanks!!",
  ])("ends before %j", (tail) => {
    expect(what(classic(EXIT) + tail)).toEqual(["MSExchangeKMS 5389: KMS is exiting with error 0."]);
  });

  it("goes on in paragraphs that are indented or labelled", () => {
    const text = classic(
      anEvent({
        source: "Security",
        id: 529,
        message:
          "Logon Failure:\n \tReason:\t\tUnknown user name or bad password\n \tUser Name:\tsvc\n \tLogon Type:\t3",
      }),
    );
    expect(what(text)).toEqual([
      "Security 529: Logon Failure: Reason: Unknown user name or bad password User Name: svc Logon Type: 3",
    ]);
  });

  it("is found right below the header where its label is missing", () => {
    expect(what(classic(EXIT).replace("Description:\n", ""))).toEqual([
      "MSExchangeKMS 5389: KMS is exiting with error 0.",
    ]);
  });

  it("may speak of other events and of labels", () => {
    const message = "The source: backup. See Event ID: 9 for more.";
    expect(what(classic(anEvent({ message })))).toEqual([`MSExchangeKMS 5389: ${message}`]);
  });

  it("may be missing", () => {
    expect(what(classic(anEvent({ message: "" })))).toEqual(["MSExchangeKMS 5389: -"]);
    expect(parts(classic(anEvent({ message: "" })))).toEqual([]);
  });

  it("loses the quotes an exporter put around it", () => {
    expect(what(classic(anEvent({ message: '"KMS is exiting with error 0."' })))).toEqual([
      "MSExchangeKMS 5389: KMS is exiting with error 0.",
    ]);
  });
});

describe("an event in XML", () => {
  const text = xml(EXIT);

  it.each([
    ["escaped", text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")],
    ["spread over lines", text.replaceAll("><", ">\n  <")],
    ["with single quotes", text.replaceAll('"', "'")],
    ["fenced as xml", `\`\`\`xml\n${text}\n\`\`\``],
    ["cut off before its end tags", text.slice(0, text.indexOf("</Data>"))],
    ["cut off at its beginning", text.slice(text.indexOf("<Provider"))],
    ["with talk around it", `hey, found this:\n${text}\nany ideas?`],
  ])("is read %s", (_, damaged) => {
    expect(what(damaged)).toEqual(["MSExchangeKMS 5389: KMS is exiting with error 0."]);
  });

  it("prefers the name that classic sources have", () => {
    const renamed = text.replace(
      'Name="MSExchangeKMS"',
      'Name="Microsoft-Exchange-KMS" Guid="{0}" EventSourceName="MSExchangeKMS"',
    );
    expect(what(renamed)).toEqual(["MSExchangeKMS 5389: KMS is exiting with error 0."]);
  });

  it("without an id is nothing", () => {
    expect(what("<Event><System><EventID></EventID></System></Event>")).toEqual([]);
  });
});

describe("an exported list", () => {
  it("is read line by line, newlines inside quotes included", () => {
    const text =
      'Level,Date and Time,Source,Event ID,Task Category\nError,3/10/2025 6:59:00 AM,MSExchangeKMS,5389,None,"KMS is\nexiting, sadly, with ""error 0""."\nError,3/10/2025 6:58:00 AM,ESE97,101,General,stopped.';
    expect(what(text)).toEqual(['MSExchangeKMS 5389: KMS is exiting, sadly, with "error 0".', "ESE97 101: stopped."]);
  });

  it.each([
    '2024/01/18 03:11:45 [error] 8525#919: *43822 connect() failed (111: Connection refused), client: 10.1.162.44, server: api, request: "GET /"',
    "Mar 13 03:14:07 web03 kernel: eth0: link up, 1000 Mbps, full duplex, lpa 0x45E1",
    '{"level":"error","ts":1738633796,"caller":"grpc/server.go:73","msg":"transport: failed"}',
    "at 10:15, 12:30, and 3:45, room 5015, please",
    "2024-01-18,10:15,web03,5389",
  ])("is not what this is: %j", (text) => {
    expect(what(text)).toEqual([]);
  });
});

describe("an event in JSON", () => {
  it("loses its escapes", () => {
    const message = 'Cannot open "E:\\\\x.edb":\r\n\tit is caf\u00e9.';
    expect(what(JSON.stringify({ EventID: 5389, SourceName: "MSExchangeKMS", Message: message }))).toEqual([
      `MSExchangeKMS 5389: ${message.replaceAll(/\s+/g, " ")}`,
    ]);
  });
});

describe("an article", () => {
  it("gives its events to who imports it", () => {
    const text =
      "SYMPTOMS\n========\n\nThe following event may be logged:\n\n   Event ID: 5389\n   Source: MSExchangeKMS\n   Description: KMS is exiting with error 0.\n\nCAUSE\n=====\n\nThis issue can occur.";
    expect(readEvents(text)).toMatchObject([
      { id: 5389, source: "MSExchangeKMS", message: "KMS is exiting with error 0.", form: "classic" },
    ]);
  });

  it("may leave the label of the description out, and double its newlines", () => {
    const text =
      "   Event ID: 13003\n\n   Source: MSExchange POP3\n\n   Type: Error\n\n   Category: Authentication\n\n   Logon attempt has failed:\n\n   The requested mailbox is\n\n   not available.\n\nCAUSE";
    expect(readEvents(text)).toMatchObject([
      {
        id: 13003,
        category: "Authentication",
        message: "Logon attempt has failed: The requested mailbox is not available.",
      },
    ]);
  });
});

describe("an event source", () => {
  it("is the same with and without its spaces and capitals", () => {
    expect(
      new Set(
        ["MSExchangeIS Private", "msexchangeis private", "MSExchangeISPrivate", "MSExchangeIS-Private"].map(foldSource),
      ).size,
    ).toBe(1);
    expect(foldSource("MSExchangeIS Public")).not.toBe(foldSource("MSExchangeIS Private"));
  });
});
