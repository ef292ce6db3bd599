import { createHash } from "node:crypto";
import { mkdir, readFile, rename, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Resolve, resolveHost } from "../net/guard.ts";
import { request } from "../net/request.ts";

/** Calendars that lie at an address. */
export type Calendars = {
  /** What the calendar says; the last copy where it cannot be fetched now, and then `problem` says so. */
  readonly fetch: (address: string, hosts: readonly string[]) => Promise<Fetched>;
};

/** `problem` is a sentence without the address: such addresses are secrets. */
export type Fetched = { readonly text: string | undefined; readonly problem: string | undefined };

export type CalendarTools = {
  /** Where copies are kept; nobody else may look into it. */
  readonly folder: string;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly now: () => number;
  readonly resolve?: Resolve;
};

/** So long a copy is as good as the calendar (milliseconds). */
export const REFRESH = 15 * 60_000;

/** How long a server may take (milliseconds), and how much it may say (letters). */
const [PATIENCE, MOST] = [8_000, 5_000_000];

/** Fetches calendars from hosts that are listed, and keeps a copy for when they cannot be had. */
export function fetchedCalendars({ folder, now, resolve = resolveHost }: CalendarTools): Calendars {
  const ask = async (address: string, hosts: readonly string[]): Promise<Fetched> => {
    const refusal = refusalOf(address, hosts);
    if (refusal !== undefined) return { text: undefined, problem: refusal };
    const file = join(folder, `${createHash("sha256").update(address).digest("hex").slice(0, 32)}.ics`);
    const copy = await copyIn(file);
    if (copy !== undefined && now() - copy.at < REFRESH && now() >= copy.at)
      return { text: copy.text, problem: undefined };
    const wanted = { url: address, method: "GET", headers: { accept: "text/calendar" }, body: "", most: MOST } as const;
    const answer = await request(wanted, { timeout: PATIENCE, allow: privateAmong(hosts), resolve });
    const text = answer.kind === "answer" && answer.status === 200 ? calendarIn(answer.body) : undefined;
    if (text === undefined) return lastCopy(copy, new URL(address).hostname, whyNot(answer));
    await keep(folder, file, { text, at: now() });
    return { text, problem: undefined };
  };
  return { fetch: ask };
}

/** Only hosts that somebody listed on purpose. */
function refusalOf(address: string, hosts: readonly string[]): string | undefined {
  if (!URL.canParse(address)) return "Cannot fetch a calendar: its address is none. Correct it.";
  const { hostname, protocol } = new URL(address);
  if (!/^https?:$/.test(protocol))
    return "Cannot fetch a calendar: its address is no http or https address. Correct it.";
  if (hosts.some((host) => host.replace(PRIVATE, "").toLowerCase() === hostname)) return undefined;
  return `Cannot fetch a calendar from ${hostname}: the host is not listed. Add it under hosts in oncall.yaml.`;
}

/** Written before a host that has a private address, and is meant all the same. */
const PRIVATE = /^private /i;

function privateAmong(hosts: readonly string[]): readonly string[] {
  return hosts.filter((host) => PRIVATE.test(host)).map((host) => host.replace(PRIVATE, ""));
}

function whyNot(answer: Awaited<ReturnType<typeof request>>): string {
  if (answer.kind !== "answer") return answer.why;
  if (answer.status >= 300 && answer.status < 400) return "it leads elsewhere, and redirects are not followed";
  return answer.status === 200 ? "what came is no calendar, or too long" : `status ${answer.status}`;
}

/** A calendar that is cut off is none. */
function calendarIn(body: string): string | undefined {
  const isWhole = /^\uFEFF?\s*BEGIN:VCALENDAR/i.test(body) && /END:VCALENDAR\s*$/i.test(body);
  return isWhole ? body : undefined;
}

type Copy = { readonly text: string; readonly at: number };

async function copyIn(file: string): Promise<Copy | undefined> {
  try {
    return { text: await readFile(file, "utf8"), at: (await stat(file)).mtimeMs };
  } catch {
    return undefined;
  }
}

function lastCopy(copy: Copy | undefined, host: string, why: string): Fetched {
  if (copy === undefined)
    return {
      text: undefined,
      problem: `Cannot fetch the calendar from ${host}: ${why}. Until it can be, the layers decide.`,
    };
  const since = new Date(copy.at).toISOString().slice(0, 16).replace("T", " ");
  return {
    text: copy.text,
    problem: `Cannot fetch the calendar from ${host}: ${why}. What it said at ${since} UTC still counts.`,
  };
}

/** Whole or not at all, so that a reader never sees half a calendar. */
async function keep(folder: string, file: string, { text, at }: Copy): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const fresh = `${file}.${process.pid}`;
    await writeFile(fresh, text, { mode: 0o600 });
    await utimes(fresh, at / 1_000, at / 1_000);
    await rename(fresh, file);
  } catch {
    // Without a copy it is fetched anew the next time.
  }
}
