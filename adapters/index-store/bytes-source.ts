import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/** Bytes that are read where they are needed: a file, or memory where there is no file. */
export type BytesSource = {
  readonly size: number;
  /** Bytes of their own, at the start of a buffer; fewer than asked for at the end. */
  readonly read: (from: number, to: number) => Uint8Array<ArrayBuffer>;
  readonly close: () => void;
};

/** Undefined where there is no such file. It stays readable when another takes its place, until it is closed. */
export function openBytes(path: string): BytesSource | undefined {
  try {
    const file = openSync(path, "r");
    return { size: fstatSync(file).size, read: (from, to) => readAt(file, from, to), close: () => closeSync(file) };
  } catch {
    return undefined;
  }
}

export function bytesInMemory(buffer: ArrayBuffer): BytesSource {
  return {
    size: buffer.byteLength,
    read: (from, to) => new Uint8Array(buffer.slice(from, to)),
    close: () => undefined,
  };
}

function readAt(file: number, from: number, to: number): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.allocUnsafeSlow(Math.max(0, to - from));
  let length = 0;
  while (length < bytes.length) {
    const read = readSync(file, bytes, length, bytes.length - length, from + length);
    if (read === 0) break;
    length += read;
  }
  return new Uint8Array(bytes.buffer, 0, length);
}
