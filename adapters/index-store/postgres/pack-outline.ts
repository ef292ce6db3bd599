import { type Outline } from "../../../src/core/excerpt/outline.ts";

/**
 * An outline as bytes: six `u32`s (size in units, bytes of words, of weights, of the stream, of the story, of the card),
 * the length (f32), the words joined by line breaks, the weights (f32), the stream and the story (u16), the card and the
 * texts. Little-endian.
 */
const HEADER = 28;

export function packOutline({ words, weights, stream, story, length, size, card, texts }: Outline): Buffer {
  const spelled = Buffer.from(words.join("\n"));
  const header = Buffer.alloc(HEADER);
  [size, spelled.length, weights.byteLength, stream.byteLength, story.byteLength, card.byteLength].forEach(
    (value, place) => header.writeUInt32LE(value, 4 * place),
  );
  header.writeFloatLE(length, 24);
  return Buffer.concat([header, spelled, bytesOf(weights), bytesOf(stream), bytesOf(story), card, texts]);
}

export function unpackOutline(bytes: Buffer): Outline {
  const [size, spelled, weights, stream, story, card] = [0, 4, 8, 12, 16, 20].map((at) => bytes.readUInt32LE(at));
  let at = HEADER;
  const next = (length = 0): Buffer => bytes.subarray(at, (at += length));
  const words = next(spelled).toString().split("\n");
  return {
    words,
    size: size ?? 0,
    length: bytes.readFloatLE(24),
    weights: new Float32Array(aligned(next(weights))),
    stream: new Uint16Array(aligned(next(stream))),
    story: new Uint16Array(aligned(next(story))),
    card: next(card),
    texts: next(bytes.length - at),
  };
}

function bytesOf({ buffer, byteOffset, byteLength }: Float32Array | Uint16Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** A copy at the beginning of a buffer of its own. */
function aligned(bytes: Buffer): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
