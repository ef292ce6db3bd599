import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { fetchedCalendars } from "../../../adapters/oncall/fetched-calendars.ts";
import { readOnCall } from "../../../adapters/oncall/read-oncall.ts";
import { peopleAt } from "../../../src/core/escalation/on-call.ts";
import { moment } from "../../core/escalation/builders.ts";

const NOW = Date.now();
const MINUTE = 60_000;

function day(offset: number): string {
  return new Date(NOW + offset * 86_400_000).toISOString().slice(0, 10).replaceAll("-", "");
}

function aCalendar(who: string): string {
  const event = [
    "BEGIN:VEVENT",
    "UID:1",
    "DTSTAMP:20260101T000000Z",
    `SUMMARY:${who}`,
    `DTSTART:${day(-1)}T000000Z`,
    `DTEND:${day(2)}T000000Z`,
    "END:VEVENT",
  ];
  return ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test", ...event, "END:VCALENDAR", ""].join("\r\n");
}

type Reply = { readonly status: number; readonly body: string; readonly location?: string };

/** A server with a calendar, and a bot's folder. */
async function aServer() {
  let reply: Reply = { status: 200, body: aCalendar("ana") };
  let asked = 0;
  const server = createServer((_, response) => {
    asked++;
    response.writeHead(reply.status, reply.location === undefined ? {} : { location: reply.location });
    response.end(reply.body);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const folder = mkdtempSync(join(tmpdir(), "kms-calendars-"));
  let now = NOW;
  onTestFinished(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });
  return {
    url: `http://127.0.0.1:${port}/secret-token/team.ics`,
    folder,
    calendars: fetchedCalendars({ folder: join(folder, "calendars"), now: () => now }),
    answers: (next: Reply) => void (reply = next),
    asked: () => asked,
    pass: (milliseconds: number) => void (now += milliseconds),
  };
}

const HOSTS = ["private 127.0.0.1"];

const privately = async () => [{ address: "127.0.0.1", family: 4 }];

function yaml(calendar: string): string {
  return `people:
  - {id: ana, name: Ana, slack: U0ANA, email: a@example.org}
schedules:
  - {id: team, zone: UTC, calendar: "${calendar}"}
policies:
  - id: all
    levels:
      - call: [schedule team]
hosts: [private 127.0.0.1]
`;
}

describe("a calendar at an address", () => {
  it("is fetched once in a quarter of an hour, and kept where nobody else looks", async () => {
    const { url, folder, calendars, asked, answers, pass } = await aServer();
    expect(await calendars.fetch(url, HOSTS)).toEqual({ text: aCalendar("ana"), problem: undefined });
    answers({ status: 200, body: aCalendar("bo") });
    expect((await calendars.fetch(url, HOSTS)).text).toBe(aCalendar("ana"));
    expect(asked()).toBe(1);
    pass(16 * MINUTE);
    expect((await calendars.fetch(url, HOSTS)).text).toBe(aCalendar("bo"));
    expect(statSync(join(folder, "calendars")).mode & 0o077).toBe(0);
    expect(readdirSync(join(folder, "calendars")).join()).not.toContain("secret-token");
  });

  it.each<{ readonly what: string; readonly reply: Reply; readonly why: string }>([
    { what: "fails", reply: { status: 500, body: "" }, why: "status 500" },
    { what: "is gone", reply: { status: 404, body: "" }, why: "status 404" },
    { what: "is a sign-in page", reply: { status: 200, body: "<html>" }, why: "what came is no calendar" },
    {
      what: "is cut off",
      reply: { status: 200, body: aCalendar("bo").slice(0, 120) },
      why: "what came is no calendar",
    },
    {
      what: "leads elsewhere",
      reply: { status: 302, body: "", location: "http://169.254.169.254/" },
      why: "it leads elsewhere, and redirects are not followed",
    },
  ])("counts as it last was while it $what, and says so without its address", async ({ reply, why }) => {
    const { url, calendars, answers, pass } = await aServer();
    await calendars.fetch(url, HOSTS);
    answers(reply);
    pass(16 * MINUTE);
    const { text, problem } = await calendars.fetch(url, HOSTS);
    expect(text).toBe(aCalendar("ana"));
    expect(problem).toMatch(
      /^Cannot fetch the calendar from 127\.0\.0\.1: .+ What it said at \d{4}-\d\d-\d\d \d\d:\d\d UTC still counts\.$/,
    );
    expect(problem).toContain(why);
    expect(problem).not.toContain("secret-token");
  });

  it("is nothing where it was never had", async () => {
    const { url, calendars, answers } = await aServer();
    answers({ status: 503, body: "" });
    expect(await calendars.fetch(url, HOSTS)).toEqual({
      text: undefined,
      problem: "Cannot fetch the calendar from 127.0.0.1: status 503. Until it can be, the layers decide.",
    });
  });

  it.each([
    {
      what: "a host that is listed, but private",
      hosts: ["127.0.0.1"],
      address: undefined,
      why: "127.0.0.1 is a private address",
    },
    {
      what: "a host that is not listed",
      hosts: ["calendar.example.org"],
      address: undefined,
      why: "the host is not listed. Add it under hosts",
    },
    { what: "no host at all", hosts: [], address: undefined, why: "the host is not listed" },
    { what: "a file", hosts: HOSTS, address: "file:///etc/passwd", why: "no http or https address" },
    { what: "nonsense", hosts: HOSTS, address: "http://", why: "its address is none" },
    {
      what: "a password in it",
      hosts: ["example.org"],
      address: "https://u:p@example.org/x.ics",
      why: "the address has a password in it",
    },
  ])("is refused for $what", async ({ hosts, address, why }) => {
    const { url, calendars, asked } = await aServer();
    const { text, problem } = await calendars.fetch(address ?? url, hosts);
    expect([text, asked()]).toEqual([undefined, 0]);
    expect(problem).toContain(why);
  });

  it("is refused where a listed name turns out to be a private address, unless that was said", async () => {
    const { folder } = await aServer();
    const calendars = fetchedCalendars({ folder, now: () => NOW, resolve: privately });
    const why = async (host: string) => (await calendars.fetch("http://inside.example.org:1/x.ics", [host])).problem;
    expect(await why("inside.example.org")).toContain("inside.example.org is a private address");
    expect(await why("private inside.example.org")).not.toContain("is a private address");
  });
});

describe("oncall.yaml with a calendar at an address", () => {
  it("names whom the calendar names, from a secret address as well, and tells what is wrong", async () => {
    const { url, folder, calendars, answers, pass } = await aServer();
    const path = join(folder, "oncall.yaml");
    const read = async (calendar: string) => {
      writeFileSync(path, yaml(calendar));
      const sources = { calendars, secret: (name: string) => (name === "TEAM_CALENDAR" ? url : undefined) };
      const parsed = await readOnCall(path, NOW, sources);
      if (parsed?.kind !== "plan") throw new Error(JSON.stringify(parsed));
      return { people: peopleAt(parsed.plan.schedules[0]!, moment(new Date(NOW).toISOString())), ...parsed };
    };
    expect((await read(url)).people).toEqual(["ana"]);
    expect((await read("env TEAM_CALENDAR")).people).toEqual(["ana"]);
    expect((await read("env OTHER")).remarks).toEqual([
      "Cannot fetch a calendar: OTHER is not set. Set it in the environment.",
    ]);
    answers({ status: 500, body: "" });
    pass(16 * MINUTE);
    const old = await read(url);
    expect(old.people).toEqual(["ana"]);
    expect(old.remarks[0]).toContain("still counts");
    expect(old.warnings.map(({ line, message }) => `${line} ${message}`)).toEqual([`4 ${old.remarks[0]}`]);
    expect(readFileSync(path, "utf8")).toContain("calendar");
  });
});
