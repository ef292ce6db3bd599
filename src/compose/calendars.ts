import { dirname, join } from "node:path";
import { type Calendars, fetchedCalendars } from "../../adapters/oncall/fetched-calendars.ts";
import { type Environment, storeFile } from "../../adapters/store/index.ts";
import type { Clock } from "../app/clock.ts";

/** Calendars at an address; their copies lie beside the store. */
export function calendarsOf(env: Environment, clock: Pick<Clock, "now">): Calendars {
  return fetchedCalendars({ folder: join(dirname(storeFile(env)), "calendars"), now: clock.now });
}
