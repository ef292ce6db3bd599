import { type Entry, openPromise, type ZipFile } from "yauzl";
import { bombMessage, isBomb } from "./bytes.ts";
import { entryNameFault } from "./entry-name.ts";
import { type Item, SourceError } from "./item.ts";
import { IMPORT_LIMITS } from "./limits.ts";
import { documentFault } from "./tar-items.ts";

/** The entries of a zip archive; `onRead` hears how many packed bytes each one had. */
export async function* zipItems(path: string, onRead: (bytes: number) => void): AsyncGenerator<Item> {
  const zip = await openZip(path);
  let packed = 0;
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    if (zip.entriesRead > IMPORT_LIMITS.entries)
      throw new SourceError(
        `Cannot read ${path} to its end: it has more than ${IMPORT_LIMITS.entries} entries. Split it.`,
      );
    onRead(entry.compressedSize);
    packed += entry.compressedSize;
    const item = await itemOf(zip, entry, path);
    total += item?.kind === "bytes" ? item.bytes.length : 0;
    if (isBomb(total, packed)) throw new SourceError(bombMessage(path));
    if (item !== undefined) yield item;
  }
}

/** Names are checked entry by entry, so that one bad entry does not hide the others. */
async function openZip(path: string): Promise<ZipFile> {
  try {
    return await openPromise(path, { lazyEntries: true, decodeStrings: false });
  } catch (error) {
    throw new SourceError(
      `Cannot read ${path}: it is no zip archive or it is cut off (${messageOf(error)}). Download it again.`,
    );
  }
}

async function itemOf(zip: ZipFile, entry: Entry, path: string): Promise<Item | undefined> {
  const short = nameOf(entry);
  const name = `${path}/${short}`;
  const why = faultOf(entry, short);
  if (why === "") return undefined;
  if (why !== undefined) return { kind: "left", name, why };
  try {
    return { kind: "bytes", name, bytes: await bytesOf(zip, entry) };
  } catch (error) {
    return { kind: "left", name, why: `cannot be unpacked (${messageOf(error)})` };
  }
}

/** Bit 11 says UTF-8; without it, only the ASCII part of a name is certain, which is enough for a report. */
function nameOf(entry: Entry): string {
  const utf8 = (entry.generalPurposeBitFlag & 0x800) !== 0;
  return entry.fileNameRaw.toString(utf8 ? "utf8" : "latin1");
}

function faultOf(entry: Entry, name: string): string | undefined {
  const unsafe = entryNameFault(name);
  if (unsafe !== undefined) return unsafe;
  const mode = (entry.externalFileAttributes >>> 16) & FILE_TYPE;
  if (mode === SYMBOLIC_LINK) return "link";
  if (name.endsWith("/")) return "";
  if (mode !== 0 && mode !== REGULAR_FILE) return "device or special file";
  if (entry.isEncrypted()) return "encrypted";
  return documentFault(name, entry.uncompressedSize);
}

/** {@link https://www.man7.org/linux/man-pages/man7/inode.7.html} */
const FILE_TYPE = 0o170000;
const SYMBOLIC_LINK = 0o120000;
const REGULAR_FILE = 0o100000;

async function bytesOf(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const stream = await zip.openReadStreamPromise(entry);
  const chunks: Buffer[] = [];
  for await (const chunk of stream) {
    if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
