import { readdir, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { Clock } from "../../src/app/clock.ts";
import type { ParsedOnCall } from "../../src/core/escalation/parse-oncall.ts";
import { REFRESH } from "./fetched-calendars.ts";
import { readOnCall, type Sources } from "./read-oncall.ts";

/** Milliseconds. Looking at a few dates is cheap, and works on every kind of volume, which waiting for events does not. */
const EVERY = 2_000;

export type OnCallWatch = {
  /** Undefined where there is no such file. */
  readonly first: ParsedOnCall | undefined;
  readonly close: () => void;
};

/**
 * Reads `oncall.yaml` now and whenever it or a calendar beside it changes, and every quarter of an hour, because calendars
 * lie elsewhere too and repeat for ever; `changed` gets undefined where it is gone.
 */
export async function watchOnCall(
  path: string,
  { clock, ...sources }: Sources & { readonly clock: Clock },
  changed: (parsed: ParsedOnCall | undefined) => void,
): Promise<OnCallWatch> {
  let seen = await datesOf(path);
  let readAt = clock.now();
  const first = await readOnCall(path, readAt, sources);
  let isClosed = false;
  let callOff: (() => void) | undefined;
  const look = async () => {
    const dates = await datesOf(path);
    const isOld = clock.now() - readAt >= REFRESH && first !== undefined;
    if (dates !== seen || isOld) {
      seen = dates;
      readAt = clock.now();
      changed(await readOnCall(path, readAt, sources));
    }
    if (!isClosed) callOff = again();
  };
  const again = () => clock.after(EVERY, () => void look());
  callOff = again();
  return {
    first,
    close: () => {
      isClosed = true;
      callOff?.();
    },
  };
}

/** When the file and the calendars beside it were last written, and how long they are. */
async function datesOf(path: string): Promise<string> {
  const folder = dirname(resolve(path));
  const names = await readdir(folder).catch(() => []);
  const calendars = names.filter((name) => name.endsWith(".ics")).toSorted();
  const dates = [basename(path), ...calendars].map(async (name) => {
    const facts = await stat(join(folder, name)).catch(() => undefined);
    return facts === undefined ? `${name} is gone` : `${name} ${facts.mtimeMs} ${facts.size} ${facts.ino}`;
  });
  return (await Promise.all(dates)).join("\n");
}
