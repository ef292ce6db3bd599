import { Parser, type ReadEntry } from "tar";
import { entryNameFault } from "./entry-name.ts";
import { fileType, whyOther } from "./file-type.ts";
import { type Item, SourceError } from "./item.ts";
import { IMPORT_LIMITS } from "./limits.ts";

/** The entries of a tar archive, as its bytes come in. */
export async function* tarItems(path: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Item> {
  const ready: Item[] = [];
  let fault: string | undefined;
  const parser = new Parser({
    onReadEntry: (entry) => collect(path, entry, ready),
    onwarn: (code, message) => {
      if (code !== "TAR_ENTRY_INFO") fault ??= message;
    },
  });
  let entries = 0;
  for await (const chunk of chunks) {
    parser.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    for (const item of ready.splice(0)) {
      entries += 1;
      if (entries > IMPORT_LIMITS.entries)
        throw new SourceError(
          `Cannot read ${path} to its end: it has more than ${IMPORT_LIMITS.entries} entries. Split it.`,
        );
      yield item;
    }
  }
  parser.end();
  yield* ready.splice(0);
  if (entries === 0 && fault !== undefined)
    throw new SourceError(
      `Cannot read ${path}: it is no tar archive (${fault}). Give it an ending that says what it is.`,
    );
}

function collect(path: string, entry: ReadEntry, ready: Item[]): void {
  const name = `${path}/${entry.path}`;
  const why = faultOf(entry);
  if (why !== undefined) {
    if (why !== "") ready.push({ kind: "left", name, why });
    entry.resume();
    return;
  }
  const chunks: Buffer[] = [];
  entry.on("data", (chunk: Buffer) => chunks.push(chunk));
  entry.on("end", () => ready.push({ kind: "bytes", name, bytes: new Uint8Array(Buffer.concat(chunks)) }));
}

/** Empty for what is nothing to speak of, such as a folder. */
function faultOf(entry: ReadEntry): string | undefined {
  const unsafe = entryNameFault(entry.path);
  if (unsafe !== undefined) return unsafe;
  if (entry.type === "Directory" || entry.type === "GNUDumpDir") return "";
  if (entry.type === "SymbolicLink" || entry.type === "Link") return "link";
  if (entry.type !== "File" && entry.type !== "OldFile" && entry.type !== "ContiguousFile")
    return "device or special file";
  return documentFault(entry.path, entry.size);
}

/** Why a file inside an archive is not read as a document. */
export function documentFault(name: string, size: number): string | undefined {
  const type = fileType(name);
  if (type === "archive") return "archive inside an archive";
  if (type === "other") return whyOther(name);
  if (type === "csv" || type === "json") return "export inside an archive (unpack it first)";
  return size > IMPORT_LIMITS.documentBytes ? "larger than 1 MB" : undefined;
}
