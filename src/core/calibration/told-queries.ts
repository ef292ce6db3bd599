import type { Article } from "../kb/article.ts";
import type { Chance } from "./chance.ts";
import { amidTalk } from "./description.ts";
import type { Made } from "./queries.ts";

/** An identifier of an article amid a long story, as somebody tells it at night: it counts whatever is said around it. */
export function toldQueries({ signals: { events, codes } }: Article, chance: Chance): Made[] {
  const telling = events.filter((event) => event.role === "telling");
  const event = telling.length === 0 ? undefined : chance.pick(telling);
  const via = chance.pick(["command", "command", "thread", "channel"] as const);
  return [
    ...(event === undefined
      ? []
      : [{ text: told(eventTold(event, chance), chance), via, class: "event told" } as const]),
    ...(codes.length === 0
      ? []
      : [{ text: told(codeTold(chance.pick(codes), chance), chance), via, class: "code told" } as const]),
  ];
}

/** Long enough for a tale. */
function told(what: string, chance: Chance): string {
  return amidTalk([what, chance.pick(TROUBLES)], chance).join(chance.pick([" ", ", ", ". ", " and "]));
}

function eventTold(
  { id, source }: { readonly id: number; readonly source?: string | undefined },
  chance: Chance,
): string {
  if (source === undefined)
    return chance.pick([`the log shows event ID ${id}`, `we get event id ${id} every few minutes`]);
  return chance.pick([
    `the log shows event ${id} from ${source}`,
    `we get event ID ${id} from ${source} every few minutes`,
    `${source} logs event ${id} over and over`,
    `there is an event ${id} (${source}) in the log`,
    `it stops with event ${id}, source ${source}`,
  ]);
}

function codeTold(code: string, chance: Chance): string {
  const written = chance.pick([`0x${code}`, `0x${code.toLowerCase()}`, code]);
  return chance.pick([
    `it fails with error ${written}`,
    `we get error code ${written} all the time`,
    `the job ended with ${written} twice`,
    `all it says is ${written}`,
  ]);
}

const TROUBLES = [
  "since the server was moved to another machine last night",
  "after the upgrade nobody can log on any more and users call us every minute",
  "it does not start any more and the disk was full yesterday",
  "mail is queued since this morning and we already restarted the service twice",
  "the nightly job has not finished since we changed the password of the account",
  "does anybody know what to do before the customers come in",
  "we restored the database from the backup and it is the same",
  "only on this one box, the others with the same version are fine",
  "I have no idea where to look, the machine is in another building",
  "it worked for years and nobody changed anything as far as I know",
] as const;
