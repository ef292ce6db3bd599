import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { crc32 } from "node:zlib";
import { SNAPSHOT_FORMAT } from "../../src/core/matching/snapshot.ts";
import { FILE_FORMAT } from "./snapshot-file.ts";

/** Where snapshots are kept: `KMS_CACHE`, else `kms` in the user's cache folder; undefined when `KMS_CACHE` is empty. */
export function cacheFolder(environment: Readonly<Record<string, string | undefined>>): string | undefined {
  const own = environment["KMS_CACHE"];
  if (own !== undefined) return own === "" ? undefined : own;
  const shared = environment["XDG_CACHE_HOME"] ?? environment["LOCALAPPDATA"];
  return join(shared !== undefined && shared !== "" ? shared : join(homedir(), ".cache"), "kms");
}

/** The snapshot of a folder: another folder, format or indexer is another file. */
export function snapshotPath(cache: string, root: string): string {
  return join(cache, `${shortHash(root)}-${indexingRules()}.kms`);
}

/** Names the way in which articles are indexed: what was indexed by other rules is of no use. */
export function indexingRules(): string {
  return shortHash([SNAPSHOT_FORMAT, FILE_FORMAT, indexerSum(), isLittleEndian ? "" : "big"].join(" "));
}

/** Removes the snapshots that this one has replaced: those of the same folder by other rules. */
export function removeOutdated(path: string): void {
  const own = basename(path);
  const [folder = own] = own.split("-");
  for (const name of readdirSync(dirname(path)))
    if (name !== own && name.startsWith(`${folder}-`) && name.endsWith(".kms")) rmSync(join(dirname(path), name));
}

function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 24);
}

const isLittleEndian = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

/** Nobody remembers to say that a rule was changed. */
function indexerSum(): number {
  let sum = 0;
  for (const folder of ["matching", "kb"]) {
    const path = fileURLToPath(new URL(`../../src/core/${folder}/`, import.meta.url));
    for (const name of readdirSync(path).toSorted()) {
      if (!name.startsWith("default-model")) sum = crc32(readFileSync(join(path, name)), sum);
    }
  }
  return sum;
}
