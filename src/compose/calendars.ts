import { dirname, join } from "node:path";
import { fetchedCalendars } from "../../adapters/oncall/fetched-calendars.ts";
import type { Sources } from "../../adapters/oncall/read-oncall.ts";
import { storeFile } from "../../adapters/store/index.ts";
import { systemClock } from "../app/clock.ts";

/** Calendars at an address, some of which are secrets of the environment; their copies lie beside the store. */
export function calendarSources({ now } = systemClock): Sources {
  const folder = join(dirname(storeFile(process.env)), "calendars");
  return { calendars: fetchedCalendars({ folder, now }), secret: (variable) => process.env[variable] };
}
