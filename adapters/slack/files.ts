import { decodeText } from "./decode.ts";
import type { FileRef } from "./heard.ts";
import { textFileIn } from "./file-ref.ts";
import { isOfSlack } from "./hosts.ts";
import { objectAt } from "./json.ts";
import { FILE_LIMITS } from "./limits.ts";
import type { Clients } from "./clients.ts";

export type FileAccess = {
  readonly token: string;
  readonly apiUrl: string | undefined;
  readonly clicks: Clients["clicks"];
};

type Addressed = Extract<FileRef, { kind: "addressed" }>;

/** The text of a message's files, one after the other. One that is too large, or no text, is left out. */
export async function readFiles(files: readonly FileRef[], access: FileAccess): Promise<string> {
  const found = await Promise.all(files.slice(0, MOST_NAMED).map((file) => addressOf(file, access)));
  const small = found.flat().filter(({ bytes }) => bytes === undefined || bytes <= FILE_LIMITS.bytes);
  const read = await Promise.all(small.slice(0, FILE_LIMITS.files).map((file) => readFile(file, access)));
  return read.filter((text) => text !== undefined && text !== "").join("\n");
}

/** More files than that come with no message. */
const MOST_NAMED = 10;

async function addressOf(file: FileRef, { clicks, token }: FileAccess): Promise<readonly Addressed[]> {
  if (file.kind === "addressed") return [file];
  return textFileIn(objectAt({ ...(await clicks.files.info({ token, file: file.id })) }, "file"));
}

/** The token goes to Slack's own hosts only. A sign-in page instead of the file means that the token may not read it. */
async function readFile(file: Addressed, { token, apiUrl }: FileAccess): Promise<string | undefined> {
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
