import { withinTime } from "../../src/app/clock.ts";
import type { Tenant } from "../../src/app/platform.ts";
import { remember } from "../../src/app/remember.ts";
import { complaints } from "./complaints.ts";
import { errorCodeOf } from "./error-code.ts";
import { type Json, objectAt, textAt } from "./json.ts";
import { isChannelId } from "./links.ts";
import { type Asking, tokenFor } from "./people.ts";

/** What channels are called. */
export type Channels = {
  /** `#ops`; undefined where Slack does not tell in time. Never rejects. */
  readonly nameOf: (tenant: Tenant, channel: string) => Promise<string | undefined>;
};

const [MINUTE, DAY] = [60_000, 86_400_000];

/** Milliseconds. Names change rarely, and an old one is better than an id. */
const TIMES = { fresh: DAY, lasting: 7 * DAY, pause: 10 * MINUTE } as const;
const PATIENCE = 1_500;

export function channels(asking: Asking): Channels {
  const names = remember({
    ...TIMES,
    clock: asking.clock,
    most: 5_000,
    lookUp: (key) => lookUp(asking, key),
    failed: complaints(asking, {
      what: "what a channel is called",
      scope: "channels:read (groups:read for private channels, mpim:read for group messages)",
      meanwhile: "pages and exports say its id",
    }),
  });
  return {
    nameOf: async (tenant, channel) => {
      const name = await withinTime(asking.clock, PATIENCE, names.get(`${tenant} ${channel}`));
      return name === "too late" || name === "" ? undefined : name;
    },
  };
}

/** Empty where it has no name, or none that we may know. {@link https://docs.slack.dev/reference/methods/conversations.info} */
async function lookUp({ clients, tokens }: Asking, key: string): Promise<string> {
  const [tenant = "", channel = ""] = key.split(" ");
  if (!isChannelId(channel)) return DIRECT;
  try {
    const answer = await clients.clicks.conversations.info({ token: await tokenFor(tokens, tenant), channel });
    return nameIn(objectAt({ ...answer }, "channel"));
  } catch (error) {
    if (errorCodeOf(error) === "channel_not_found") return "";
    throw error;
  }
}

const DIRECT = "a direct message";

function nameIn(channel: Json): string {
  if (channel["is_im"] === true) return DIRECT;
  if (channel["is_mpim"] === true) return "a group message";
  const name = textAt(channel, "name");
  return name === undefined ? "" : `#${name}`;
}
