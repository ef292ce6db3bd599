import { describe, expect, it } from "vitest";
import { anArchiveText, imported, underlined } from "./support.ts";

const eventsOf = (symptoms: string, more = ""): readonly string[] => {
  const sections = underlined("SYMPTOMS", symptoms) + (more === "" ? "" : underlined("MORE INFORMATION", more));
  const { events } = imported(anArchiveText(sections)).article.signals;
  return events.map(({ id, source, role }) => `${source ?? "?"} ${id}${role === "telling" ? "" : ` (${role})`}`);
};

const INTRODUCED = "The following events are logged in the application event log:\n\n";

describe("an event that an article shows", () => {
  it.each([
    ["   Event ID: 5389\n   Source: Kiwi\n   Description: Gone.", ["Kiwi 5389"]],
    ["   Event ID 5389\n   Source: Kiwi\n   Type: Error\n   Gone.", ["Kiwi 5389"]],
    ["   Event ID - 5389\n   Source - Kiwi\n   Description - Gone.", ["Kiwi 5389"]],
    ["   Event  5389         Source    Kiwi\n   Type   Error        Category  None\n   Gone.", ["Kiwi 5389"]],
    ["   Event:       5389\n   Source:      Kiwi\n   Description: Gone.", ["Kiwi 5389"]],
    ["   Event ID: 5389 Source: Kiwi Type: Error Description: Gone.", ["Kiwi 5389"]],
    ["   Event ID: 1023\n   MSExchangeIS Private\n   Type: Error\n   Gone.", ["MSExchangeIS Private 1023"]],
    ["   Event ID: 9405\n   Source: MSExchangeMTA  Field Engineering\n   Gone.", ["MSExchangeMTA 9405"]],
    ["   Event ID: 7023\n   Source: Service Control Manager Error\n   Gone.", ["Service Control Manager 7023"]],
    ["   Event ID: 1011, Source: Perflib, The library file\n   could not be opened.", ["Perflib 1011"]],
    ["   System Error, Source=DCOM, Event ID=10005", ["DCOM 10005"]],
    ["   Event ID: 624\n   Source: <Link service name>\n   Description: Gone.", ["? 624"]],
    ["   Event ID 18\n   Gone.", ["? 18"]],
  ])("is read however it is laid out: %j", (record, events) => {
    expect(eventsOf(INTRODUCED + record)).toEqual(events);
  });

  it("keeps its own source when the one above has no colon behind its label", () => {
    const first = "   Event ID 2247\n   Source: Kiwi\n   Category: Warning\n   Description: Gone.";
    const second = "   Event ID: 2380\n   Source: Basket\n   Description: Full.";
    expect(eventsOf(`${INTRODUCED}${first}\n\nYou may also receive:\n\n${second}`)).toEqual([
      "Kiwi 2247",
      "Basket 2380",
    ]);
  });

  it("takes a category without its label for no part of the source", () => {
    const record = "   Event ID: 2051\n   Source: Kiwi\n   Internal Processing\n   Description: Gone away for good.";
    expect(eventsOf(INTRODUCED + record)).toEqual(["Kiwi 2051"]);
  });
});

describe("an event that an article speaks of", () => {
  it.each([
    ["The server logs event 2004 in the event log.", ["? 2004 (mentioned)"]],
    ["The server logs event ID 2004 in the event log.", ["? 2004"]],
    ["A Netlogon event 5719 is in the system log.", ["Netlogon 5719 (mentioned)"]],
    ["Occasional Event ID 23 entries appear.", ["? 23"]],
    ["The event log is full; a LaserJet 4000 prints it with FrontPage 2000.", []],
  ])("is told from one that it shows: %s", (text, events) => {
    expect(eventsOf(text)).toEqual(events);
  });

  it.each([
    ["   4315 - Source NETBT: Unable to read.\n\n   7000 - A service failed.", ["NETBT 4315", "? 7000"]],
    ["   5000 - MSExchangeIS - Unable to start.", ["MSExchangeIS 5000"]],
    ["   2019: The server was unable to allocate.", ["? 2019"]],
    ["   5719 No controller is available.", ["? 5719"]],
    ["   Event 21: Negative response sent.", ["? 21"]],
    ["   0000: 00040000 00540001 00000000 c00007d0", []],
  ])("is read from a list of numbers below words about a log: %j", (list, events) => {
    expect(eventsOf(INTRODUCED + list)).toEqual(events.map((event) => `${event} (mentioned)`));
  });

  it("counts for less where it stands in the title of another article", () => {
    const title = "For more information, see the following article:\n\n   Q264769 XADM: Event ID 576 Fills the Log";
    expect(eventsOf("It fails.", title)).toEqual(["? 576 (mentioned)"]);
  });

  it("is left out where the article shows it too", () => {
    const record = "   Event ID: 5389\n   Source: Kiwi\n   Description: Gone.";
    expect(eventsOf(`${INTRODUCED}${record}\n\nThen the event log has event 5389.`)).toEqual(["Kiwi 5389"]);
  });
});
