import { SocketModeReceiver } from "@slack/bolt";
import { clientOptions, SILENT } from "./clients.ts";
import type { Envelope } from "./heard.ts";
import { isJson, type Json, objectAt, parsedJson, textAt } from "./json.ts";
import { type Report, reasonOf } from "./report.ts";

/** One socket to Slack. It is never repaired: when it is over, another one is opened. */
export type Line = {
  /** Resolves when Slack takes it back or it breaks; it may still bring something for a moment. */
  readonly over: Promise<void>;
  readonly close: () => Promise<void>;
};

export type LineOptions = {
  readonly appToken: string;
  readonly apiUrl: string | undefined;
  readonly report: Report;
  /** Resolves when the envelope may be acknowledged. */
  readonly take: (envelope: Envelope) => Promise<void>;
  /** Something was heard from Slack. */
  readonly onHeard: () => void;
};

type Client = SocketModeReceiver["client"];

/** How long a socket may take to say hello, and a goodbye to be answered. Milliseconds. */
const PATIENCE = { hello: 15_000, goodbye: 2_000 } as const;

/** Opens a socket with Bolt's client, whose own reconnecting is off: a failure there ends the process. */
export async function openLine(options: LineOptions): Promise<Line> {
  const { client } = new SocketModeReceiver({
    appToken: options.appToken,
    logger: SILENT,
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: { ...clientOptions(options.apiUrl), timeout: 10_000 } },
  });
  const over = overWhen(client);
  guardFrames(client, options.onHeard);
  client.on("slack_event", (event: unknown) => {
    if (isJson(event)) void answer(event, options);
  });
  try {
    await within(PATIENCE.hello, client.start());
  } catch (error) {
    void closed(client);
    throw error instanceof Error ? error : new Error("Slack closed the socket before it said hello");
  }
  return { over, close: () => closed(client) };
}

/** A socket that Slack wants back is over at once, so that the next one is open before this one is gone. */
function overWhen(client: Client): Promise<void> {
  return new Promise((resolve) => {
    client.once("disconnected", () => resolve());
    client.on("ws_message", (data: unknown) => {
      if (typeof data === "string" && parsedJson(data)?.["type"] === "disconnect") resolve();
    });
  });
}

/**
 * The client trusts every frame to be whole; one that is not would end the process. What can be mended is, so that it is
 * acknowledged; the rest is dropped.
 */
function guardFrames(client: Client, onHeard: () => void): void {
  const [trusting] = client.listeners("ws_message");
  if (trusting === undefined) return;
  client.off("ws_message", trusting);
  client.on("ws_message", (data: unknown, isBinary: unknown) => {
    onHeard();
    const frame = typeof data === "string" ? mended(parsedJson(data) ?? {}) : {};
    if (isWhole(frame)) trusting(JSON.stringify(frame), isBinary);
  });
}

/** What Slack tells about events themselves, such as that there were too many, holds no event. */
function mended(frame: Json): Json {
  const payload = objectAt(frame, "payload");
  if (frame["type"] !== "events_api" || Object.hasOwn(payload, "event")) return frame;
  return { ...frame, payload: { ...payload, event: { type: payload["type"] } } };
}

function isWhole(frame: Json): boolean {
  if (frame["type"] !== "events_api") return textAt(frame, "type") !== undefined;
  return textAt(objectAt(objectAt(frame, "payload"), "event"), "type") !== undefined;
}

async function answer(event: Json, { take, report }: LineOptions): Promise<void> {
  const { type: kind, ack } = event;
  const payload = objectAt(event, "body");
  if (kind !== "events_api" && kind !== "slash_commands" && kind !== "interactive") return;
  try {
    await take({ kind, payload });
    if (typeof ack === "function") await ack();
  } catch (error) {
    report({ level: "error", text: `Cannot acknowledge ${kind}: ${reasonOf(error)}. Slack will send it again.` });
  }
}

async function closed(client: Client): Promise<void> {
  await within(PATIENCE.goodbye, client.disconnect()).catch(() => undefined);
}

function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds / 1_000} s`)), milliseconds);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
