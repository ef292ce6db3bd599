import type { RawData, WebSocket } from "ws";
import type { Clock } from "../clock.ts";
import { isJson, stringAt } from "../json.ts";
import { nextId } from "../world/ids.ts";
import { LIFETIMES } from "../world/lifetimes.ts";
import type { World } from "../world/world.ts";
import { type Attempt, failed, type Receipt } from "./envelope.ts";

/** {@link https://docs.slack.dev/apis/events-api/using-socket-mode} */
const MOST_SOCKETS = 10;

/** After "refresh_requested" the old socket lives on for a moment. */
const REFRESH_GRACE = 10_000;

type Line = {
  readonly socket: WebSocket;
  readonly waiting: Map<string, (receipt: Receipt) => void>;
  leaving: boolean;
  frozen: boolean;
};

/** The Socket Mode end of Slack: every delivery goes to one of the open sockets, in turn. */
export class Sockets {
  readonly #clock: Clock;
  readonly #world: World;
  #lines: Line[] = [];
  #turn = 0;
  #pongs = true;
  #opened = 0;
  #refused = 0;

  constructor(clock: Clock, world: World) {
    this.#clock = clock;
    this.#world = world;
  }

  /** Open sockets, the oldest first. */
  get count(): number {
    return this.#lines.length;
  }

  /** Sockets that were ever opened. */
  get opened(): number {
    return this.#opened;
  }

  /** Sockets that were turned away, because there were too many. */
  get refused(): number {
    return this.#refused;
  }

  accept(socket: WebSocket): void {
    if (this.#lines.length >= MOST_SOCKETS) {
      this.#refused += 1;
      socket.send(JSON.stringify({ type: "disconnect", reason: "too_many_websockets", debug_info: DEBUG }));
      socket.close(1000);
      return;
    }
    const line: Line = { socket, waiting: new Map(), leaving: false, frozen: false };
    this.#opened += 1;
    this.#lines.push(line);
    socket.on("message", (data) => settle(line, data));
    socket.on("ping", (data: Buffer) => {
      if (this.#pongs && !line.frozen) socket.pong(data);
    });
    socket.on("close", () => this.#gone(line));
    socket.on("error", () => socket.terminate());
    const connection = { app_id: this.#world.app.id };
    const hello = { type: "hello", num_connections: this.count, connection_info: connection, debug_info: DEBUG };
    socket.send(JSON.stringify(hello));
  }

  /** Ends with the acknowledgement, with 3 s of silence, or with the socket. */
  readonly send = (attempt: Attempt): Promise<Receipt> => {
    const ready = this.#lines.filter((line) => !line.leaving);
    const line = ready[this.#turn++ % Math.max(1, ready.length)];
    if (line === undefined) return Promise.resolve(failed("connection_failed"));
    const id = nextId(this.#world, "envelope");
    return new Promise((resolve) => {
      const cancel = this.#clock.after(LIFETIMES.ack, () => line.waiting.get(id)?.(failed("http_timeout")));
      line.waiting.set(id, (receipt) => {
        cancel();
        line.waiting.delete(id);
        resolve(receipt);
      });
      if (!line.frozen) line.socket.send(frameOf(id, attempt));
    });
  };

  /** Asks the app to come back on a new socket, as Slack does every few hours. */
  refresh(index = 0, reason: "refresh_requested" | "warning" | "link_disabled" = "refresh_requested"): void {
    const line = this.#at(index);
    line.leaving = true;
    line.socket.send(JSON.stringify({ type: "disconnect", reason, debug_info: DEBUG }));
    this.#clock.after(REFRESH_GRACE, () => line.socket.close(1000));
  }

  /** The connection breaks without a goodbye. */
  drop(index = 0): void {
    this.#at(index).socket.terminate();
  }

  /** Half-open: looks alive, says and hears nothing. */
  freeze(index = 0): void {
    this.#at(index).frozen = true;
  }

  /** The app's pings go unanswered. */
  mutePings(muted = true): void {
    this.#pongs = !muted;
  }

  /** Pings the app; once it was pinged, Bolt expects one every 30 s of real time. */
  ping(): void {
    for (const line of this.#lines) line.socket.ping("Ping from applink");
  }

  /** Any frame at all, malformed ones too. */
  sendRaw(frame: string | Uint8Array, index = 0): void {
    this.#at(index).socket.send(frame);
  }

  /** Says goodbye; an app that is still running comes back, so it is stopped first. */
  async closeAll(): Promise<void> {
    await Promise.all(this.#lines.map((line) => goodbye(line.socket)));
  }

  #at(index: number): Line {
    const line = this.#lines[index];
    if (line === undefined)
      throw new Error(`Cannot use socket ${index}: only ${this.count} are open. Wait until the app connected.`);
    return line;
  }

  #gone(line: Line): void {
    this.#lines = this.#lines.filter((other) => other !== line);
    for (const answer of line.waiting.values()) answer(failed("connection_failed"));
  }
}

/** Waits for the other side's goodbye, but not for long. */
function goodbye(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const impatient = setTimeout(() => socket.terminate(), 500);
    socket.once("close", () => {
      clearTimeout(impatient);
      resolve();
    });
    socket.close(1001);
  });
}

const DEBUG = { host: "applink-fake", approximate_connection_time: 18_060 } as const;

function frameOf(id: string, { envelope, retryNum, retryReason }: Attempt): string {
  const retry = envelope.kind === "events_api" ? { retry_attempt: retryNum, retry_reason: retryReason ?? "" } : {};
  const accepts = envelope.kind !== "events_api";
  return JSON.stringify({
    envelope_id: id,
    type: envelope.kind,
    payload: envelope.payload,
    accepts_response_payload: accepts,
    ...retry,
  });
}

function settle(line: Line, data: RawData): void {
  if (line.frozen) return;
  const text = Buffer.isBuffer(data) ? data.toString() : "";
  const frame: unknown = JSON.parse(text);
  if (!isJson(frame)) return;
  line.waiting.get(stringAt(frame, "envelope_id") ?? "")?.({ kind: "acked", body: frame["payload"] });
}
