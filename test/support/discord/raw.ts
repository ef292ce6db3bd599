import { once } from "node:events";
import { WebSocket } from "ws";
import type { FakeDiscord } from "./index.ts";
import { isObject, listOf } from "./json.ts";
import type { JsonObject } from "./json.ts";

/** What a bare HTTP client sees of an answer. */
export type RawAnswer = {
  readonly status: number;
  readonly json: JsonObject;
  /** The objects of an answer that is an array. */
  readonly list: readonly JsonObject[];
  readonly text: string;
  readonly headers: Headers;
};

/** Calls the API without discord.js, which would wait, retry and check for itself. */
export async function call(
  discord: FakeDiscord,
  line: string,
  body?: unknown,
  token = discord.token,
): Promise<RawAnswer> {
  const [method = "GET", path = "/"] = line.split(" ");
  const response = await fetch(`${discord.api}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${token}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const parsed: unknown = /^[[{]/.test(text) ? JSON.parse(text) : {};
  const list = listOf(parsed).filter(isObject);
  return { status: response.status, json: isObject(parsed) ? parsed : {}, list, text, headers: response.headers };
}

/** A gateway client that does nothing of its own accord. */
export type RawLine = {
  readonly frames: readonly JsonObject[];
  readonly send: (op: number, d: unknown) => void;
  readonly close: (code: number) => void;
  /** The first frame with that op, or that dispatch by name. */
  readonly frame: (wanted: number | string) => Promise<JsonObject>;
  readonly closed: Promise<number>;
};

/** Opens a line to the gateway; HELLO has arrived. */
export async function dial(discord: FakeDiscord, query = "?v=10&encoding=json"): Promise<RawLine> {
  const socket = new WebSocket(`${discord.api.replace("http", "ws").replace("/api", "/")}${query}`);
  const frames: JsonObject[] = [];
  const listeners = new Set<() => void>();
  socket.on("message", (data) => {
    const frame: unknown = JSON.parse(Buffer.isBuffer(data) ? data.toString("utf8") : "{}");
    if (isObject(frame)) frames.push(frame);
    for (const listener of listeners) listener();
  });
  const closed = new Promise<number>((resolve) => void socket.on("close", resolve));
  await once(socket, "open");
  return {
    frames,
    send: (op, d) => socket.send(JSON.stringify({ op, d })),
    close: (code) => socket.close(code),
    closed,
    frame: async (wanted) =>
      await new Promise<JsonObject>((resolve) => {
        const look = (): void => {
          const found = frames.find((one) => one["op"] === wanted || one["t"] === wanted);
          if (found !== undefined) resolve(found);
        };
        listeners.add(look);
        look();
      }),
  };
}

/** Logs a raw line in; answers the session's id. */
export async function identify(line: RawLine, discord: FakeDiscord, intents: number, shard = [0, 1]): Promise<string> {
  line.send(2, { token: discord.token, intents, properties: {}, shard });
  const ready = await line.frame("READY");
  return isObject(ready["d"]) ? String(ready["d"]["session_id"]) : "";
}

/** The paths of a 50035's nested errors: `embeds.0.title`. */
export function objections(errors: unknown, path: readonly string[] = []): readonly string[] {
  if (typeof errors !== "object" || errors === null) return [];
  const inner: JsonObject = { ...errors };
  const own = Array.isArray(inner["_errors"]) ? [path.join(".")] : [];
  return [
    ...own,
    ...Object.entries(inner).flatMap(([key, value]) => (key === "_errors" ? [] : objections(value, [...path, key]))),
  ];
}
