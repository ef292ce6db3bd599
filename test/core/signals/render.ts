import { CLASSIC, MODERN, type Language } from "../../fixtures/signals/labels.ts";

/** A record of an event log, before a program writes it down. */
export type AnEvent = {
  readonly id: number;
  readonly source: string;
  readonly category: string;
  readonly message: string;
};

export const anEvent = (some: Partial<AnEvent> = {}): AnEvent => ({
  id: 5389,
  source: "MSExchangeKMS",
  category: "General",
  message: "Microsoft Exchange Key Management service is exiting with return code 0.",
  ...some,
});

export function classic(event: AnEvent, language: Language = "English"): string {
  const [type, source, category, id, date, time, user, computer, description, error] = CLASSIC[language].split("|");
  return [
    `${type}:\t${error}`,
    `${source}:\t${event.source}`,
    `${category}:\t${event.category}`,
    `${id}:\t${event.id}`,
    `${date}:\t\t3/14/2001`,
    `${time}:\t\t2:11:09 AM`,
    `${user}:\t\tCORP\\svc_backup`,
    `${computer}:\tEXCH02`,
    `${description}:`,
    event.message,
  ].join("\n");
}

export function modern(event: AnEvent, language: Language = "English"): string {
  const [log, source, date, id, category, level, keywords, user, computer, description, error] =
    MODERN[language].split("|");
  return [
    `${log}:      Application`,
    `${source}:        ${event.source}`,
    `${date}:          6/2/2003 8:15:44 AM`,
    `${id}:      ${event.id}`,
    `${category}: ${event.category}`,
    `${level}:         ${error}`,
    `${keywords}:      Classic`,
    `${user}:          N/A`,
    `${computer}:      mail01.corp.example`,
    `${description}:`,
    event.message,
  ].join("\n");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

const SYSTEM = (event: AnEvent): string =>
  `<System><Provider Name="${event.source}"/><EventID Qualifiers="49152">${event.id}</EventID><Level>2</Level><Task>1</Task>` +
  `<Keywords>0x80000000000000</Keywords><TimeCreated SystemTime="2003-06-02T08:15:44.000Z"/><EventRecordID>48230</EventRecordID>` +
  `<Channel>Application</Channel><Computer>MAIL01</Computer><Security/></System>`;

export function xml(event: AnEvent): string {
  return (
    `<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event">${SYSTEM(event)}` +
    `<EventData><Data>${escaped(event.message)}</Data><Binary>36002E00</Binary></EventData></Event>`
  );
}

export function renderedXml(event: AnEvent): string {
  return (
    `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'>${SYSTEM(event)}<EventData><Data>EXCH02</Data></EventData>` +
    `<RenderingInfo Culture='en-US'><Message>${escaped(event.message)}</Message><Level>Error</Level></RenderingInfo></Event>`
  );
}

export function winEventList(event: AnEvent): string {
  const [first, ...rest] = event.message.split(" ");
  return `TimeCreated  : 6/2/2003 8:15:44 AM\nProviderName : ${event.source}\nId           : ${event.id}\nMessage      : ${first ?? ""} ${rest.join(" ")}`;
}

export function eventLogList(event: AnEvent): string {
  return (
    `EventID            : ${event.id}\nMachineName        : EXCH02\nData               : {}\nIndex              : 4823\n` +
    `Category           : (0)\nCategoryNumber     : 0\nEntryType          : Error\nMessage            : ${event.message}\n` +
    `Source             : ${event.source}\nReplacementStrings : {0}\nInstanceId         : ${event.id + 0x40000000}\n` +
    `TimeGenerated      : 6/2/2003 8:15:44 AM\nTimeWritten        : 6/2/2003 8:15:44 AM\nUserName           :`
  );
}

export function wevtutil(event: AnEvent): string {
  return (
    `Event[0]:\n  Log Name: Application\n  Source: ${event.source}\n  Date: 2003-06-02T08:15:44.000\n  Event ID: ${event.id}\n` +
    `  Task: ${event.category}\n  Level: Error\n  Opcode: N/A\n  Keyword: Classic\n  User: N/A\n  User Name: N/A\n` +
    `  Computer: MAIL01\n  Description: \n${event.message}\n`
  );
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Exported lists, in the orders in which viewers and forwarders write them. */
export const LINES = {
  "the modern viewer's export": (event: AnEvent) =>
    ["Error", "3/10/2025 6:59:00 AM", event.source, String(event.id), event.category, event.message]
      .map(quoted)
      .join(","),
  "the same without quotes": (event: AnEvent) =>
    `Error,3/10/2025 6:59:00 AM,${event.source},${event.id},${event.category},${event.message}`,
  "the classic viewer's export": (event: AnEvent) =>
    `3/14/2001\t2:11:09 AM\t${event.source}\tError\t${event.category}\t${event.id}\tN/A\tEXCH02\t${event.message}`,
  "the classic viewer's export with commas": (event: AnEvent) =>
    `3/14/2001,2:11:09 AM,${event.source},Error,${event.category},${event.id},N/A,EXCH02,${quoted(event.message)}`,
  "record, date, id, source": (event: AnEvent) =>
    `4823\t3/14/2001 2:11:09 AM\t${event.id}\t${event.source}\tError\tEXCH02\t${event.message}`,
  semicolons: (event: AnEvent) =>
    ["Error", "14.03.2001 02:11:09", event.source, String(event.id), event.category, event.message].join(";"),
  Snare: (event: AnEvent) =>
    `<14>2024-03-14T02:11:09.000Z EXCH02 MSWinEventLog\t1\tApplication\t4823\t3/14/2001 2:11:09 AM\t${event.id}\t${event.source}\tCORP\\svc_backup\tN/A\tError\tEXCH02\t${event.category}\t\t${event.message}\t1648`,
  "Snare with its tabs lost": (event: AnEvent) =>
    `<14>Mar 14 02:11:09 EXCH02 MSWinEventLog 1 Application 4823 Wed Mar 14 02:11:09 2001 ${event.id} ${event.source} NT AUTHORITY\\SYSTEM N/A Error EXCH02 None ${event.message}`,
  "a relay that puts the id where the process was": (event: AnEvent) =>
    `Mar 14 02:11:09 EXCH02 ${event.source}[${event.id}]: ${event.message}`,
  NTsyslog: (event: AnEvent) => `Mar 14 02:11:09 exch02 ${event.source}[error] ${event.id} ${event.message}`,
  EventReporter: (event: AnEvent) =>
    `Mar 14 02:11:09 exch02 EvntSLog: [ERR] Wed Mar 14 02:11:09 2001: EXCH02/${event.source} (${event.id}) - ${event.message}`,
  "RFC 5424": (event: AnEvent) =>
    `<14>1 2024-03-14T02:11:09Z EXCH02 ${event.source.replaceAll(" ", "")} 1712 ${event.id} - ${event.message}`,
  "key=value": (event: AnEvent) =>
    `EventTime="2024-03-14 02:11:09" Hostname=EXCH02 EventType=ERROR EventID=${event.id} SourceName="${event.source}" RecordNumber=4823 Message="${event.message.replaceAll('"', "'")}"`,
  JSON: (event: AnEvent) =>
    JSON.stringify({
      EventTime: "2024-03-14 02:11:09",
      Hostname: "EXCH02",
      EventType: "ERROR",
      EventID: event.id,
      SourceName: event.source,
      Message: event.message,
    }),
  "Winlogbeat's JSON": (event: AnEvent) =>
    JSON.stringify({
      "@timestamp": "2024-03-14T02:11:09Z",
      winlog: { provider_name: event.source, event_id: event.id, channel: "Application" },
      message: event.message,
    }),
} as const;

/** Breaks every line at the column, as terminals and mail do. */
export function wrapped(text: string, column = 60): string {
  return text.replaceAll(new RegExp(`(?=[^\\n]{${column}})([^\\n]{1,${column}})[ ]`, "g"), "$1\n");
}

/** Each value on the line below its label. */
export function valuesBelow(text: string): string {
  return text.replaceAll(/:[ \t]+(?=\S)/g, ":\n");
}

/** All newlines lost. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}
