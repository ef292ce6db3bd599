import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** How the service behaves for one request. */
export type Mood =
  | "well"
  | "duplicate"
  | "bad-request"
  | "forbidden"
  | "too-many"
  | "broken"
  | "hang"
  | "reset"
  | "reset-after"
  | "redirect"
  | "nonsense";

export type Received = {
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
  readonly mood: Mood;
};

/** A paging service on a real socket that does to each request what `mood` says. */
export type FaultyServer = {
  readonly url: string;
  readonly received: readonly Received[];
  readonly setMood: (mood: (request: number) => Mood) => void;
  readonly forget: () => void;
  readonly close: () => Promise<void>;
};

export async function faultyServer(): Promise<FaultyServer> {
  const received: Received[] = [];
  let mood: (request: number) => Mood = always;
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8");
    request.on("data", (piece: string) => (body += piece));
    request.on("end", () => {
      const now = mood(received.length);
      received.push({ path: request.url ?? "", headers: request.headers, body, mood: now });
      behave(now, request, response);
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${portOf(server.address())}/hook`,
    received,
    setMood: (next) => void (mood = next),
    forget: () => void received.splice(0),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => void server.close(() => resolve()));
    },
  };
}

const STATUS: Readonly<Partial<Record<Mood, number>>> = {
  well: 202,
  duplicate: 409,
  "bad-request": 400,
  forbidden: 403,
  "too-many": 429,
  broken: 503,
  redirect: 302,
};

function behave(mood: Mood, request: IncomingMessage, response: ServerResponse): void {
  if (mood === "hang") return;
  if (mood === "reset") return void request.socket.resetAndDestroy();
  if (mood === "nonsense") return void request.socket.end("it works!\r\n\r\n");
  if (mood === "reset-after") {
    response.writeHead(202, { "content-length": "100" });
    response.write("{");
    return void setImmediate(() => request.socket.resetAndDestroy());
  }
  response.writeHead(STATUS[mood] ?? 500, {
    ...(mood === "too-many" ? { "retry-after": "7" } : {}),
    ...(mood === "redirect" ? { location: "http://169.254.169.254/latest/meta-data" } : {}),
  });
  response.end(JSON.stringify({ status: mood, message: "said password=tiger12 to us" }));
}

function always(): Mood {
  return "well";
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("Expected a port, but the server has none");
  return address.port;
}
