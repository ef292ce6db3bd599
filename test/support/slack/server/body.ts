import type { IncomingMessage } from "node:http";
import { isJson, type Json } from "../json.ts";

/** Slack reads forms, JSON and the query string alike. */
export async function readBody(request: IncomingMessage, query: URLSearchParams): Promise<Json> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  const asked = Object.fromEntries(query);
  if ((request.headers["content-type"] ?? "").startsWith("application/json")) return { ...asked, ...jsonIn(text) };
  return { ...asked, ...Object.fromEntries(new URLSearchParams(text)) };
}

function jsonIn(text: string): Json {
  try {
    const value: unknown = JSON.parse(text);
    return isJson(value) ? value : {};
  } catch {
    return {};
  }
}

/** From the header, or the body. */
export function tokenOf(request: IncomingMessage, body: Json): string | undefined {
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1];
  return bearer ?? (typeof body["token"] === "string" ? body["token"] : undefined);
}

/** oauth.v2.access takes the app's name and secret as Basic credentials too. */
export function basicOf(request: IncomingMessage): Json {
  const encoded = /^Basic (.+)$/.exec(request.headers.authorization ?? "")?.[1];
  if (encoded === undefined) return {};
  const [clientId, clientSecret] = Buffer.from(encoded, "base64").toString().split(":");
  return { client_id: clientId, client_secret: clientSecret };
}
