import { SP4 } from "../../support/pastes.ts";
import { type Scenario, scenario } from "../scenario.ts";
import type { Room } from "../seat.ts";

/** Waits until so many pages were taken, and gives them. */
async function paged({ pages, ana }: Room, count: number): Promise<string> {
  await ana.misses("Not that");
  const told = pages();
  if (told.length !== count) throw new Error(`${told.length} pages were taken, and ${count} were expected.`);
  return told.map(({ event, source, details }) => `${event} ${source}\n${details}`).join("\n");
}

function has(text: string, ...words: readonly string[]): void {
  for (const word of words) if (!text.includes(word)) throw new Error(`“${word}” is not in:\n${text}`);
}

function hasNoId(text: string): void {
  const id = /\b(?:U\d|C\d|\d{17,20})\b/.exec(text.replaceAll(/https?:\S+/g, ""));
  if (id !== null) throw new Error(`The id ${id[0]} is in:\n${text}`);
}

/** Somebody is called. */
export const dutyScenarios: readonly Scenario[] = [
  scenario(
    "Ben is mentioned once, written to and paged; takes it by direct message after a restart, and resolves it",
    async (room) => {
      const { ana, ben, cem } = room;
      await ana.says(SP4);
      await ana.presses("Escalate…", "mail is down");
      await ana.sees("Calling level 1: Ben.", "mail is down");
      await ben.sees("Everything is in this thread");
      await paged(room, 1);
      await room.restart();
      await ben.presses("Acknowledge");
      await cem.sees("ben is on it");
      await ana.misses("Calling level 1");
      await ben.presses("Resolve");
      await ana.sees("Resolved by ben");
      await paged(room, 3);
      const events = room.pages().map(({ event }) => event);
      if (events.join(" ") !== "trigger acknowledge resolve") throw new Error(`Paged: ${events.join(" ")}.`);
      if (room.pings().length !== 1) throw new Error(`${room.pings().length} were notified, not one.`);
    },
    "duty",
    "overhearing",
    "restart",
  ),

  scenario(
    "Cem reads in pages, status and timeline who and where by name, though Ana only pasted",
    async (room) => {
      const { ana, ben, cem } = room;
      const said = await ana.says(SP4);
      await ana.says("still the same on EXCH02: MSExchangeKMS event 5085", { under: said });
      await ben.presses("Start");
      await ben.presses("Escalate…", "mail is down");
      await cem.sees("Calling level 1: Ben.");
      const page = await paged(room, 1);
      has(page, "trigger #", "Asked for by ben", "Seen:\n- #");
      hasNoId(page);
      await cem.says("status", { under: said, addressed: true });
      await cem.sees("Where we are", "Asked for by ben");
      await cem.says("export json", { under: said, addressed: true });
      await cem.sees('"by": "ana"', '"channel": "#', '"name": "#');
    },
    "duty",
    "overhearing",
    "company",
  ),

  scenario(
    "Cem asks for the status where nothing was escalated, and reads who pasted by name",
    async ({ ana, ben, cem }) => {
      const said = await ana.says(SP4);
      await ben.presses("Start");
      await cem.says("status", { under: said, addressed: true });
      await cem.sees("What happened so far", "ana", "added information", "ben");
      await cem.misses("U1");
    },
    "overhearing",
    "company",
  ),

  scenario(
    "Ana calls for help in the thread by a word, with how bad it is; Cem comes late and is told where they are",
    async (room) => {
      const { ana, cem } = room;
      const said = await ana.says(SP4);
      await ana.sees("Q818952");
      await ana.says("escalate critical nobody can log in", { under: said, addressed: true });
      await cem.sees("[critical]", "nobody can log in", "Calling level 1: Ben.");
      await cem.says("status", { under: said, addressed: true });
      await cem.sees("Where we are", "Asked for by ana");
      await paged(room, 1);
    },
    "duty",
    "overhearing",
    "company",
  ),

  scenario(
    "the same error in another channel: Cem asks there for the status and reads what the first channel says, and both by name",
    async (room) => {
      const { ana, ben, cem } = room;
      const said = await ana.says(SP4);
      await ana.presses("Start");
      await ana.presses("Yes");
      await ana.presses("Escalate…", "mail is down");
      await ana.sees("Calling level 1: Ben.");
      await ben.says(SP4, { elsewhere: true });
      await ana.sees(", #");
      await cem.asks("status", { elsewhere: true });
      await cem.sees("Open in this channel", "1 step so far", "Calling level 1: Ben");
      await cem.misses("not started");
      await cem.asks("status");
      await cem.sees("Open in this channel", "1 step so far", "Calling level 1: Ben");
      await cem.says("export json", { under: said, addressed: true });
      await cem.sees('"name": "#');
      const names = new Set(cem.screen().match(/"name": "#[a-z0-9]+"/g));
      if (names.size !== 2) throw new Error(`The timeline names ${[...names].join(" and ")}, not two channels.`);
    },
    "duty",
    "overhearing",
    "company",
  ),

  scenario(
    "Ana says in a new channel that mail is down, and the page knows the channel by its name",
    async (room) => {
      await room.ana.says("escalate critical mail is down", { addressed: true });
      await room.ana.sees("Calling level 1: Ben.");
      const page = await paged(room, 1);
      has(page, "trigger #", "mail is down", "Asked for by ana");
      hasNoId(page);
    },
    "duty",
  ),
];
