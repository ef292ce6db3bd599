import type { Delivery } from "../../src/app/platform.ts";
import { authorOf } from "./author.ts";
import type { Fetcher } from "./complete.ts";
import { objectsAt, textAt } from "./json.ts";
import { wholeText } from "./message-text.ts";
import { reasonOf } from "./report.ts";

/** The delivery with the message that it only named: what it says, by whom, and in which thread. */
export async function pointedTo(fetcher: Fetcher, delivery: Delivery, ts: string): Promise<Delivery> {
  const { event, place } = delivery;
  if (event.kind !== "remembered") return delivery;
  try {
    const token = await fetcher.tokens.tokenFor(place.tenant);
    const page = { channel: place.channel, ts, oldest: ts, latest: ts, inclusive: true, limit: 10 };
    const answer = token === undefined ? {} : await fetcher.clients.clicks.conversations.replies({ ...page, token });
    const message = objectsAt({ ...answer }, "messages").find((one) => textAt(one, "ts") === ts) ?? {};
    const root = textAt(message, "thread_ts");
    const thread = root === ts ? undefined : root;
    const said = { text: wholeText(message), author: authorOf(message) };
    return { ...delivery, place: { ...place, thread }, event: { ...event, ...said } };
  } catch (error) {
    fetcher.report({
      level: "warn",
      text: `Cannot read a message that was pinned: ${reasonOf(error)}. It is left out.`,
    });
    return delivery;
  }
}
