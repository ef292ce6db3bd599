import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { WebSocketServer } from "ws";
import type { Sockets } from "../delivery/sockets.ts";
import { type Office, serve } from "./office.ts";

export type Listening = {
  /** Calls that came in and have no answer yet. */
  readonly open: () => number;
  readonly close: () => Promise<void>;
};

/** An ephemeral port on 127.0.0.1; the caller needs its address before there is anything to serve. */
export async function bind(): Promise<{ readonly server: Server; readonly origin: string }> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return { server, origin: `http://127.0.0.1:${portOf(server.address())}` };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("Cannot start the fake Slack: it got no port.");
  return address.port;
}

/** Answers calls and takes sockets, one for each ticket. */
export function listen(server: Server, office: Office, sockets: Sockets): Listening {
  const websockets = new WebSocketServer({ noServer: true, autoPong: false });
  const used = new Set<string>();
  let open = 0;
  server.on("request", (request, response) => {
    open += 1;
    response.once("close", () => {
      open -= 1;
    });
    serve(office, request, response).catch((error: unknown) => {
      response.writeHead(500).end(`The fake itself failed: ${String(error)}`);
    });
  });
  server.on("upgrade", (request, stream, head) => {
    const ticket = new URL(request.url ?? "/", "http://fake").searchParams.get("ticket") ?? "";
    if (!ticket.startsWith("ticket") || used.has(ticket)) return stream.destroy();
    used.add(ticket);
    websockets.handleUpgrade(request, stream, head, (socket) => sockets.accept(socket));
    return undefined;
  });
  return { open: () => open, close: () => closed(server, sockets) };
}

async function closed(server: Server, sockets: Sockets): Promise<void> {
  await sockets.closeAll();
  server.closeAllConnections();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
}
