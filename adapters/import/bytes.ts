import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { createGunzip } from "node:zlib";
import xz from "xz-decompress";
import { SourceError } from "./item.ts";
import { IMPORT_LIMITS } from "./limits.ts";

/** How the bytes of a file are packed, told from its first bytes: names lie. */
export type Packing = "zip" | "gzip" | "xz" | "none";

export async function packingOf(path: string): Promise<Packing> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(6), 0, 6, 0);
    const start = buffer.subarray(0, bytesRead).toString("hex");
    if (start.startsWith("504b0304") || start.startsWith("504b0506")) return "zip";
    if (start.startsWith("1f8b")) return "gzip";
    return start === "fd377a585a00" ? "xz" : "none";
  } finally {
    await file.close();
  }
}

/** The bytes of a file, unpacked; `onRead` hears how many packed bytes were read. Stops at a bomb. */
export async function* unpacked(
  path: string,
  packing: Packing,
  onRead: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  let packed = 0;
  let total = 0;
  const source = createReadStream(path, { highWaterMark: 262_144 });
  source.on("data", (chunk) => {
    packed += chunk.length;
    onRead(chunk.length);
  });
  for await (const chunk of unpacking(source, packing)) {
    total += chunk.length;
    if (isBomb(total, packed)) throw new SourceError(bombMessage(path));
    yield chunk;
  }
}

/** Whether an archive unpacks to more than text could. */
export function isBomb(unpackedBytes: number, packedBytes: number): boolean {
  if (unpackedBytes > IMPORT_LIMITS.unpackedBytes) return true;
  return unpackedBytes > IMPORT_LIMITS.ratioFreeBytes && unpackedBytes > packedBytes * IMPORT_LIMITS.ratio;
}

export function bombMessage(path: string): string {
  return `Cannot read ${path} to its end: it unpacks to far more than text would. If you trust it, unpack it yourself and import the folder.`;
}

function unpacking(source: Readable, packing: Packing): AsyncIterable<Uint8Array> {
  if (packing === "gzip") return source.pipe(forwardingErrors(source, createGunzip()));
  if (packing !== "xz") return source;
  const { XzReadableStream } = xz;
  return new XzReadableStream(Readable.toWeb(source)) as ReadableStream<Uint8Array>;
}

function forwardingErrors<T extends { destroy: (error: Error) => unknown }>(source: Readable, target: T): T {
  source.on("error", (error) => target.destroy(error));
  return target;
}
