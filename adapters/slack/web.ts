import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { ConfigError } from "./config.ts";
import { type Report, reasonOf } from "./report.ts";

/** Answers one request; false where it is not its. */
export type Route = (request: IncomingMessage, response: ServerResponse, path: string) => Promise<boolean>;

export type Web = { readonly port: number; readonly stop: () => Promise<void> };

/** Serves the routes. Port 0 takes any that is free; a `ConfigError` where the port cannot be had. */
export async function serve(port: number, routes: readonly Route[], report: Report): Promise<Web> {
  const server = createServer((request, response) => {
    answer(request, response, routes).catch((error: unknown) => {
      report({ level: "error", text: `Cannot answer a request: ${reasonOf(error)}.` });
      end(response, 500);
    });
  });
  server.requestTimeout = 15_000;
  server.headersTimeout = 10_000;
  await listening(server, port);
  server.on("error", (error) => report({ level: "error", text: `The HTTP server failed: ${reasonOf(error)}.` }));
  const address = server.address();
  return { port: isAddress(address) ? address.port : port, stop: () => stopped(server) };
}

export function end(response: ServerResponse, status: number, text = ""): void {
  if (!response.headersSent) response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8" });
  response.end(text);
}

async function answer(request: IncomingMessage, response: ServerResponse, routes: readonly Route[]): Promise<void> {
  const path = new URL(request.url ?? "/", "http://localhost").pathname;
  for (const route of routes) if (await route(request, response, path)) return;
  end(response, 404);
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const refuse = (error: Error) => {
      const text = `Cannot listen to Slack: ${reasonOf(error)}. Set SLACK_PORT to one on which nobody else listens.`;
      reject(new ConfigError(text));
    };
    server.once("error", refuse);
    server.listen(port, () => {
      server.off("error", refuse);
      resolve();
    });
  });
}

function isAddress(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === "object" && address !== null;
}

/** Takes no more requests, and waits for those under way; a connection that is kept open for more is closed. */
function stopped(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    const impatience = setTimeout(() => server.closeAllConnections(), PATIENCE);
    server.close(() => {
      clearInterval(sweep);
      clearTimeout(impatience);
      resolve();
    });
  });
}

/** How long a request under way may take when the bot is stopped. Milliseconds. */
const PATIENCE = 5_000;
