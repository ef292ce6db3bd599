import { describe, expect, it } from "vitest";
import { readSignals } from "../../../src/core/signals/read.ts";
import type { Via } from "../../../src/core/signals/signal.ts";

const eventsIn = (text: string, via: Via): readonly string[] =>
  readSignals(text, via).signals.flatMap((signal) =>
    signal.kind === "event" ? [`${signal.source ?? "?"} ${signal.id}`] : [],
  );
const numbersIn = (text: string): readonly number[] =>
  readSignals(text, "command").signals.flatMap((signal) => (signal.kind === "bare-number" ? [signal.value] : []));

describe("a line as a log begins it", () => {
  it.each([
    ["MSExchangeKMS 5085: KMS can not mount the key database", ["MSExchangeKMS 5085"]],
    ["> MSExchangeKMS (5389): KMS is exiting with error 0.", ["MSExchangeKMS 5389"]],
    ["WinSock 10061: Connection refused", []],
    ["KmsTypeError 5389: not a function", []],
    ["we meet in OfficePark 5389: bring the slides\nChapter 12: mail", []],
  ])("is an event with its source, said in passing: %s", (text, events) => {
    expect(eventsIn(text, "channel")).toEqual(events);
  });
});

describe("an event that somebody asks for", () => {
  it.each([
    ["event id 5389", ["? 5389"]],
    ["EventID: 1016", ["? 1016"]],
    ["Event 1111", ["? 1111"]],
    ["event #44", ["? 44"]],
    ["event 5085 from W3SVC", ["W3SVC 5085"]],
    ["event id 8010 from NT backup", ["NT backup 8010"]],
    ["Source: MSExchangeIS Public, Event ID: 7200", ["MSExchangeIS Public 7200"]],
    ["MSExchangeKMS 5389", ["MSExchangeKMS 5389"]],
    ["5389 MSExchangeKMS", ["MSExchangeKMS 5389"]],
    ["MSExchangeKMS: 5389", ["MSExchangeKMS 5389"]],
    ["5389 (MSExchangeKMS)", ["MSExchangeKMS 5389"]],
    ["event 5389 (MSExchangeKMS)", ["MSExchangeKMS 5389"]],
    ["7202 msexchangeis private", ["msexchangeis private 7202"]],
    ["MSExchangeMTA - Interface event 9318", ["MSExchangeMTA - Interface 9318"]],
    ["EDB event 44", ["EDB 44"]],
    ["SNA Server 98", ["SNA Server 98"]],
    ["TN3270 Server 5", ["TN3270 Server 5"]],
    ["Remote Access event 20050", ["Remote Access 20050"]],
    ["Application Popup 26", ["Application Popup 26"]],
    ["TCP/IP 4199", ["TCP/IP 4199"]],
    ["event ids 5389 and 5015", ["? 5389", "? 5015"]],
    ["evt 5719 netlogon", ["netlogon 5719"]],
    ["it does not start and writes event 5389 into the log", ["? 5389"]],
    ["the SNA Server writes event 17 every minute", ["SNA Server 17"]],
    ["ev 5719", ["? 5719"]],
    ["ev5719", ["? 5719"]],
    ["evid 5719", ["? 5719"]],
    ["EventCode=5719", ["? 5719"]],
    ["src: netlogon evt: 5719", ["netlogon 5719"]],
    ["[Netlogon] 5719", ["Netlogon 5719"]],
    ["5719@Netlogon", ["Netlogon 5719"]],
    ["System log 5719 Netlogon", ["Netlogon 5719"]],
    ["getting 5719, 3210 and 5722 from netlogon", ["netlogon 5719", "netlogon 3210", "netlogon 5722"]],
    ["event 0x1657 Netlogon", ["Netlogon 5719"]],
    ["event id 0xC0001657 from Netlogon", ["Netlogon 5719"]],
    ["event id 3221231191", ["? 5719"]],
    ["bugcheck 41", []],
    ["BSOD 7e", []],
    ["eid 5719 netlogon", ["netlogon 5719"]],
    ["event_id 5719", ["? 5719"]],
    ["event-5719 netlogon", ["netlogon 5719"]],
    ["netlogon/5719", ["netlogon 5719"]],
    ["eventid:5719 source:NETLOGON", ["NETLOGON 5719"]],
    ["source netlogon id 5719", ["netlogon 5719"]],
    ["Netlogon Event ID: 5719", ["Netlogon 5719"]],
    ["NETLOGON 5719 event", ["NETLOGON 5719"]],
    ["5719 netlogon event", ["netlogon 5719"]],
    ["Netlogon error 5719", ["Netlogon 5719"]],
    ["W32Time warning 64", ["W32Time 64"]],
    ["getting netlogon 5719 since yesterday", ["netlogon 5719"]],
    ["see 5719 from netlogon in the event log", ["netlogon 5719"]],
    ['"Service Control Manager" 7023', ["Service Control Manager 7023"]],
    ["MS Exchange IS Private 1016", ["MS Exchange IS Private 1016"]],
    ["event id 7023 from Service Control Manager Error", ["Service Control Manager 7023"]],
    ["event id 5 from SNA TN5250 Server Description:", ["SNA TN5250 Server 5"]],
    ["Ereignis-ID 5389", ["? 5389"]],
    ["ID d'événement 5389", ["? 5389"]],
    ["イベント ID 5389", ["? 5389"]],
    ["事件ID 5389", ["? 5389"]],
    ["The description for Event ID ( 5389 ) in Source ( MSExchangeKMS ) cannot be found.", ["MSExchangeKMS 5389"]],
  ])("is understood: %s", (text, events) => {
    expect(eventsIn(text, "command")).toEqual(events);
  });

  it.each([
    "windows 2000",
    "exchange server 5",
    "sql server 2000",
    "IIS 5",
    "server 2003",
    "kms wont start after windows 2000 sp4",
    "error 1069",
    "run-time error 429",
    "Q259906",
    "select 1",
    "is port 5389 open",
    "sql error 18456",
    "JET_errDiskFull (-1808)",
  ])("is not read into %j", (text) => {
    expect(eventsIn(text, "command")).toEqual([]);
  });
});

describe("an event that somebody mentions in passing", () => {
  it.each([
    ["we get event id 5389 since the move", ["? 5389"]],
    ["seeing MSExchangeKMS event 5389 on EXCH02", ["MSExchangeKMS 5389"]],
    ["MSExchangeKMS 5389", ["MSExchangeKMS 5389"]],
    ["ClusSvc 1069 on node2 again, anyone?", ["ClusSvc 1069"]],
    ["Cluster event 1069 ClusSvc: the resource failed.", ["ClusSvc 1069"]],
    ["anyone know event 5085 from W3SVC?", ["W3SVC 5085"]],
    ["also seeing Event ID: 5015 now: service failed logging on as a MAPI client", ["? 5015"]],
    ["event log is full of event 5389", ["? 5389"]],
    ["KMS won't start, event 5015 in the log", ["? 5015"]],
    ["the log says event 5085 every minute", ["? 5085"]],
    ["seeing event 5389 again", ["? 5389"]],
    ["kms: event 5085 after SP4", ["? 5085"]],
    ["the service failed to start, event 5015", ["? 5015"]],
    ["exchange kms dead, 5389 in event viewer", ["? 5389"]],
    ["kms is down, 5015 in the application log", ["? 5015"]],
    ["Event-ID 5389 (MSExchangeKMS) kommt jede Minute", ["MSExchangeKMS 5389"]],
    ["after the move we get Netlogon event ID: 5719", ["Netlogon 5719"]],
    ["Occasional event ID 23 on the gateway", ["? 23"]],
  ])("is understood: %s", (text, events) => {
    expect(eventsIn(text, "channel")).toEqual(events);
  });

  it.each([
    "invoice 5389 is still open, can finance look?",
    "moved to room 5015 at 3pm",
    "the event 5015 people came to was fun",
    "are you coming to event 5015 with us?",
    "we have event 2019 on film",
    "40 in the event log, all of them noise",
    "Warning  BackOff  2m (x5389 over 12h)  kubelet  Back-off restarting failed container",
    "ticket CHG5389 and INC0005389",
    "version 5389.0 is out",
    "the number 15389",
    "-5389",
    "port 5389 is closed",
    "line 5389 of main.c",
    "call +1 555 5389",
    "costs $5389",
    "the event was great, about 8730 visitors",
    "i have an event on the 24th, can someone take my shift?",
    "5389",
    "event 2024: tickets on sale",
    "Everex Tempo EV 18103",
    "the event log is on the LaserJet 4000",
    "sshd[5389]: Failed password for invalid user admin",
    "Mar 13 03:14:07 web03 sshd[24891]: Failed password for invalid user admin from 203.0.113.221 port 22852 ssh2",
    "Mar 13 03:14:07 web03 CRON[5389]: (root) CMD (run-parts /etc/cron.hourly)",
    "PostgreSQL 5432 is open",
    "MySQL 3306",
    "DevService 8080 restarted",
    "the FrontPage 2000 event",
  ])("is not read into %j", (text) => {
    expect(eventsIn(text, "channel")).toEqual([]);
  });
});

describe("a number typed on its own", () => {
  it.each([
    ["5389", [5389]],
    ["５３８９", [5389]],
    ["٥٣٨٩", [5389]],
    ["5389; DROP TABLE kb", [5389]],
    ["5389 5390", [5389, 5390]],
    ["5389?", [5389]],
    ["what is 5389", [5389]],
    ["\u202e5389", [5389]],
  ])("is a number: %s", (text, numbers) => {
    expect(numbersIn(text)).toEqual(numbers);
  });

  it.each([
    "-5389",
    "5389.0",
    "12345678901234567890",
    "0x150D",
    "v5389",
    "5389a",
    "5,389",
    "windows 2000",
    "3:15",
    "5389%",
  ])("is none in %j", (text) => {
    expect(numbersIn(text)).toEqual([]);
  });

  it("counts only where it was asked for", () => {
    expect(readSignals("5389", "channel").signals).toEqual([]);
  });

  it("is a code where it is written as one", () => {
    expect(readSignals("0x150D", "command").signals).toMatchObject([{ kind: "code", code: "0000150D" }]);
  });
});

describe("a number that somebody asks for", () => {
  it.each([
    ["#5719", [5719]],
    ["5719 on DC01", [5719]],
    ["see #5719", []],
    ["build #5719 is red", []],
  ])("is the question where it comes first: %s", (text, numbers) => {
    expect(numbersIn(text)).toEqual(numbers);
  });
});
