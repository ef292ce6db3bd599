import { once } from "node:events";
import type { Server } from "node:http";
import { WebSocketServer } from "ws";
import { converse } from "./gateway/connection.ts";
import type { Gateway } from "./gateway/gateway.ts";

/** Listens on a free port of this machine; answers the address without a scheme, such as `127.0.0.1:40123`. */
export async function listen(server: Server): Promise<string> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string")
    throw new Error("Cannot listen: the server has no port. Listen on TCP.");
  return `127.0.0.1:${address.port}`;
}

/** Takes WebSocket connections on the same port. Answers how to stop it. */
export function acceptSockets(server: Server, gateway: Gateway): () => Promise<void> {
  const sockets = new WebSocketServer({ server });
  sockets.on("connection", (socket, request) => {
    const url = new URL(request.url ?? "/", "http://discord");
    // A client that breaks off is no news; what follows is told by "close".
    socket.on("error", () => undefined);
    converse(gateway, socket, url.searchParams);
  });
  return async () => {
    for (const socket of sockets.clients) socket.terminate();
    server.closeAllConnections();
    await new Promise<void>((resolve) => void server.close(() => resolve()));
  };
}
