import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import type { Upload } from "./call.ts";
import { refuse } from "./errors.ts";

export type Body = { readonly json: unknown; readonly files: readonly Upload[] };

export async function rawBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  await once(request, "end");
  return Buffer.concat(chunks);
}

/** JSON, or a form with `payload_json` and `files[n]`. */
export async function readBody(raw: Buffer, contentType: string): Promise<Body> {
  if (raw.length === 0) return { json: undefined, files: [] };
  if (contentType.startsWith("multipart/form-data")) return await readForm(raw, contentType);
  return { json: parsed(raw.toString("utf8")), files: [] };
}

async function readForm(raw: Buffer, contentType: string): Promise<Body> {
  const form = await new Response(new Uint8Array(raw), { headers: { "content-type": contentType } }).formData();
  const payload = form.get("payload_json");
  const files = [...form.entries()].flatMap(([key, value]) => (typeof value === "string" ? [] : [upload(key, value)]));
  return { json: typeof payload === "string" ? parsed(payload) : undefined, files: await Promise.all(files) };
}

async function upload(key: string, file: File): Promise<Upload> {
  const index = /\d+/.exec(key)?.[0] ?? "0";
  return {
    index,
    filename: file.name,
    contentType: file.type || undefined,
    bytes: new Uint8Array(await file.arrayBuffer()),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse("invalidJson");
  }
}
