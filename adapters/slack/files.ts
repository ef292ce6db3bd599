import { decodeText } from "./decode.ts";
import type { FileRef } from "./heard.ts";
import { isOfSlack } from "./hosts.ts";
import { FILE_LIMITS } from "./limits.ts";

export type FileAccess = { readonly token: string; readonly apiUrl: string | undefined };

/** The text of a message's files, one after the other. One that is too large, or no text, is left out. */
export async function readFiles(files: readonly FileRef[], access: FileAccess): Promise<string> {
  const small = files.filter(({ bytes }) => bytes === undefined || bytes <= FILE_LIMITS.bytes);
  const read = await Promise.all(small.slice(0, FILE_LIMITS.files).map((file) => readFile(file, access)));
  return read.filter((text) => text !== undefined && text !== "").join("\n");
}

/** The token goes to Slack's own hosts only. A sign-in page instead of the file means that the token may not read it. */
async function readFile(file: FileRef, { token, apiUrl }: FileAccess): Promise<string | undefined> {
  if (!isOfSlack(file.url, apiUrl)) return undefined;
  const signal = AbortSignal.timeout(FILE_LIMITS.wait);
  const response = await fetch(file.url, { headers: { Authorization: `Bearer ${token}` }, redirect: "error", signal });
  const isPage = (response.headers.get("content-type") ?? "").startsWith("text/html");
  if (response.ok && !isPage && response.body !== null) return decodeText(await firstBytes(response.body));
  await response.body?.cancel();
  const why = isPage
    ? "Slack answers with its sign-in page; the scope files:read is missing"
    : `status ${response.status}`;
  throw new Error(`a file is refused: ${why}`);
}

/** The stream is left as soon as there is more of it than is read of a file. */
async function firstBytes(body: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= FILE_LIMITS.bytes) break;
  }
  return Buffer.concat(chunks).subarray(0, FILE_LIMITS.bytes);
}
