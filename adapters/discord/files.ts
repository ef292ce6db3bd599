import type { APIAttachment } from "discord.js";
import { isTextFile } from "../../src/app/text-file.ts";
import { decodeText } from "./decode.ts";
import { OUR_LIMITS } from "./limits.ts";

type File = Pick<APIAttachment, "filename" | "size" | "url" | "content_type">;

/** The texts of a message's text files: `message.txt`, which Discord makes of a long paste, logs and the like. */
export async function readFiles(
  files: readonly File[],
  isOurs: (url: URL) => boolean,
  patience: number = OUR_LIMITS.patience,
): Promise<readonly string[]> {
  const deadline = AbortSignal.timeout(patience);
  const texts: string[] = [];
  let left: number = OUR_LIMITS.file;
  for (const file of files.filter(isText)) {
    const bytes = file.size <= left ? await download(file.url, left, isOurs, deadline) : undefined;
    const text = bytes === undefined ? undefined : decodeText(bytes);
    if (bytes === undefined || text === undefined || text.trim() === "") continue;
    left -= bytes.length;
    texts.push(text);
  }
  return texts;
}

/** Where Discord keeps files; besides, the host of another API we were told to use. */
export function isFileHost(apiUrl: string | undefined): (url: URL) => boolean {
  const own = apiUrl === undefined ? undefined : new URL(apiUrl).host;
  return (url) =>
    (url.protocol === "https:" && ["cdn.discordapp.com", "media.discordapp.net"].includes(url.host)) ||
    url.host === own;
}

/** A file without an ending is text if Discord says so. */
function isText({ filename, content_type: type }: File): boolean {
  return isTextFile(filename) || (!/\.\w{1,5}$/.test(filename) && (type ?? "").startsWith("text/"));
}

/** Nothing where it is not to be had in time, or is larger than it said. */
async function download(
  address: string,
  most: number,
  isOurs: (url: URL) => boolean,
  signal: AbortSignal,
): Promise<Uint8Array | undefined> {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !isOurs(url)) return undefined;
  try {
    const answer = await fetch(url, { redirect: "error", signal });
    return answer.ok && answer.body !== null ? await upTo(answer.body, most) : undefined;
  } catch {
    return undefined;
  }
}

async function upTo(body: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > most) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
