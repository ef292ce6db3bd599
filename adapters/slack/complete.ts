import { isMeantForUs } from "../../src/app/meant-for-us.ts";
import type { Delivery } from "../../src/app/platform.ts";
import type { Channels } from "./channels.ts";
import type { Clients } from "./clients.ts";
import { readFiles } from "./files.ts";
import type { Heard, Missing } from "./heard.ts";
import { type Json, objectsAt, textAt } from "./json.ts";
import { messageText, wholeText } from "./message-text.ts";
import { pointedTo } from "./pointed-to.ts";
import type { People } from "./people.ts";
import { type Report, reasonOf } from "./report.ts";
import type { Tokens } from "./tokens.ts";

export type Fetcher = {
  readonly clients: Clients;
  readonly tokens: Tokens;
  readonly people: People;
  readonly channels: Channels;
  readonly report: Report;
  readonly apiUrl: string | undefined;
};

/** The delivery with what its payload only pointed to. What cannot be fetched is left out: half a paste is better than none. */
export async function complete(fetcher: Fetcher, heard: Extract<Heard, { kind: "delivery" }>): Promise<Delivery> {
  const { delivery } = heard;
  if (!isMeantForUs(delivery.event)) return fetched(fetcher, heard);
  const [who, whole] = await Promise.all([whoAndWhere(fetcher, delivery), fetched(fetcher, heard)]);
  return withAuthor(fetcher, { ...whole, ...who });
}

/**
 * Who somebody is, and what people call them and the channel. Only what somebody asks for outright may be refused to them,
 * and is told of them at once; the rest of the talk need not wait for a look-up.
 */
async function whoAndWhere(
  { people, channels }: Fetcher,
  { standing, place, by }: Delivery,
): Promise<Pick<Delivery, "standing" | "by" | "channelName">> {
  const { tenant, channel } = place;
  const [known, channelName] = await Promise.all([people.whoIs(tenant, by.id), channels.nameOf(tenant, channel)]);
  return {
    by: { ...by, name: known.name ?? by.name },
    standing: standing.membership === "unknown" ? known.standing : standing,
    channelName,
  };
}

/** Whose message is to be remembered is told by id alone. */
async function withAuthor({ people }: Fetcher, delivery: Delivery): Promise<Delivery> {
  const { event, place } = delivery;
  if (event.kind !== "remembered" || event.author.name !== event.author.id) return delivery;
  const name = (await people.nameOf(place.tenant, event.author.id)) ?? event.author.name;
  return { ...delivery, event: { ...event, author: { ...event.author, name } } };
}

async function fetched(
  fetcher: Fetcher,
  { delivery, missing }: Extract<Heard, { kind: "delivery" }>,
): Promise<Delivery> {
  if (missing.message !== undefined) return pointedTo(fetcher, delivery, missing.message);
  if (missing.files.length === 0 && missing.thread === undefined && !missing.direct) return delivery;
  const token = await orReport(fetcher, "find the token", () => fetcher.tokens.tokenFor(delivery.place.tenant));
  if (token === undefined) return delivery;
  const [before, files, channel] = await Promise.all([
    orReport(fetcher, "read the thread", () => threadText(fetcher.clients, delivery, missing, token)),
    orReport(fetcher, "read the files", () =>
      readFiles(missing.files, { token, apiUrl: fetcher.apiUrl, clicks: fetcher.clients.clicks }),
    ),
    missing.direct
      ? orReport(fetcher, "open the direct messages", () => directChannel(fetcher.clients, delivery, token))
      : undefined,
  ]);
  const placed = channel === undefined ? delivery : { ...delivery, place: { ...delivery.place, channel } };
  return withText(placed, [before ?? "", textIn(delivery), files ?? ""]);
}

async function orReport<T>({ report }: Fetcher, what: string, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    report({ level: "warn", text: `Cannot ${what}: ${reasonOf(error)}. What was said is taken without it.` });
    return undefined;
  }
}

/** What people and other bots said in the thread before, the parent first; the bot's own words are none of it. */
async function threadText(
  { clicks }: Clients,
  { place }: Delivery,
  { thread }: Missing,
  token: string,
): Promise<string> {
  if (thread === undefined) return "";
  const page = { token, channel: place.channel, ts: thread.ts, latest: thread.until, limit: 200 };
  const messages: readonly Json[] = objectsAt({ ...(await clicks.conversations.replies(page)) }, "messages");
  const earlier = messages.filter((message) => {
    const isBefore = Number(textAt(message, "ts") ?? "0") < Number(thread.until);
    return isBefore && (thread.without === undefined || textAt(message, "user") !== thread.without);
  });
  return earlier
    .map((message) => (textAt(message, "bot_id") === undefined ? messageText(message) : wholeText(message)))
    .join("\n");
}

async function directChannel({ clicks }: Clients, { by }: Delivery, token: string): Promise<string | undefined> {
  const answer = await clicks.conversations.open({ token, users: by.id });
  return answer.channel?.id;
}

function textIn({ event }: Delivery): string {
  return "text" in event ? event.text : "";
}

function withText(delivery: Delivery, parts: readonly string[]): Delivery {
  const { event } = delivery;
  if (!("text" in event)) return delivery;
  return { ...delivery, event: { ...event, text: parts.filter((part) => part !== "").join("\n") } };
}
