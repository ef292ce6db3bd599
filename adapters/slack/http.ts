import type { IncomingMessage } from "node:http";
import type { Clock } from "../../src/app/clock.ts";
import type { Envelope } from "./heard.ts";
import { type Json, parsedJson, textAt } from "./json.ts";
import { type Report, reasonOf } from "./report.ts";
import { isGenuine, type Replays, replays } from "./signature.ts";
import { end, type Route } from "./web.ts";

export type EventsOptions = {
  readonly signingSecret: string;
  readonly clock: Clock;
  readonly report: Report;
  readonly take: (envelope: Envelope) => Promise<void>;
  readonly onHeard: () => void;
};

/** The one address for events, commands and clicks. */
const EVENTS_PATH = "/slack/events";

/** Bytes. Slack's own requests are far smaller. */
const MOST_BYTES = 1_048_576;

/** Takes what Slack sends by HTTP, and nothing that only looks like it. */
export function eventsRoute(options: EventsOptions): Route {
  const seen = replays();
  return async (request, response, path) => {
    if (path !== EVENTS_PATH) return false;
    const isPost = request.method === "POST";
    const { status, text }: Outcome = isPost ? await outcome(request, options, seen) : REFUSED.method;
    if (status === REFUSED.tooLarge.status) response.setHeader("Connection", "close");
    end(response, status, text);
    return true;
  };
}

type Outcome = { readonly status: number; readonly text?: string };

const REFUSED = {
  method: { status: 405 },
  tooLarge: { status: 413 },
  forged: { status: 401 },
  malformed: { status: 400 },
  notKept: { status: 503 },
} as const;

async function outcome(request: IncomingMessage, options: EventsOptions, seen: Replays): Promise<Outcome> {
  const body = await bodyOf(request);
  if (body === undefined) return REFUSED.tooLarge;
  const signature = header(request, "x-slack-signature");
  const timestamp = header(request, "x-slack-request-timestamp");
  const now = options.clock.now();
  const isOurs = isGenuine({ secret: options.signingSecret, timestamp, signature, body, now });
  if (!isOurs || signature === undefined || !seen.isNew(signature, now)) return REFUSED.forged;
  options.onHeard();
  const kept = await keep(body.toString("utf8"), request, options);
  if (kept.status !== 200) seen.forget(signature);
  return kept;
}

async function keep(body: string, request: IncomingMessage, { take, report }: EventsOptions): Promise<Outcome> {
  const isForm = (header(request, "content-type") ?? "").startsWith("application/x-www-form-urlencoded");
  const payload = isForm ? Object.fromEntries(new URLSearchParams(body)) : parsedJson(body);
  if (payload === undefined) return REFUSED.malformed;
  if (payload["type"] === "url_verification") return { status: 200, text: textAt(payload, "challenge") ?? "" };
  try {
    await take(envelopeOf(payload, isForm));
    return { status: 200 };
  } catch (error) {
    report({ level: "error", text: `Cannot acknowledge a request: ${reasonOf(error)}. Slack may send it again.` });
    return REFUSED.notKept;
  }
}

/** {@link https://docs.slack.dev/interactivity/handling-user-interaction#payloads} */
function envelopeOf(payload: Json, isForm: boolean): Envelope {
  if (!isForm) return { kind: "events_api", payload };
  const interaction = textAt(payload, "payload");
  if (interaction === undefined) return { kind: "slash_commands", payload };
  return { kind: "interactive", payload: parsedJson(interaction) ?? {} };
}

/** The bytes as they came, because the signature is about them; undefined when there are too many. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue;
    length += chunk.length;
    if (length <= MOST_BYTES) chunks.push(chunk);
    else if (length > 2 * MOST_BYTES) break;
  }
  return length > MOST_BYTES ? undefined : Buffer.concat(chunks);
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === "string" ? value : undefined;
}
