import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, statfsSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { basename, join } from "node:path";

/** A small disk of our own that can be filled up and broken. */
export type SmallDisk = {
  readonly folder: string;
  readonly fill: () => void;
  readonly free: () => void;
  /** It finds an error on itself and lets nobody write any more, as ext4 does. */
  readonly breakDown: () => void;
  /** Checks and mends it; nobody may have a file of it open. */
  readonly repair: () => void;
  readonly remove: () => void;
};

/** Makes one of so many megabytes, or says why that cannot be done here. */
export function smallDisk(megabytes: number): SmallDisk | string {
  if (userInfo().uid !== 0) return "a disk of our own takes root";
  const own = mkdtempSync(join(tmpdir(), "kms-disk-"));
  const [image, folder] = [`${own}.img`, own];
  try {
    writeFileSync(image, "");
    truncateSync(image, megabytes * 1_000_000);
    execFileSync("mkfs.ext4", ["-q", "-F", "-m", "0", image]);
    mount(image, folder);
  } catch (error) {
    rmSync(image, { force: true });
    rmSync(own, { recursive: true });
    return `a disk cannot be made here: ${error instanceof Error ? error.message.split("\n")[0] : String(error)}`;
  }
  chmodSync(folder, 0o777);
  const filler = join(folder, "filler");
  return {
    folder,
    fill: () => fill(filler, folder),
    free: () => rmSync(filler),
    breakDown: () => writeFileSync(`/sys/fs/ext4/${deviceOf(folder)}/trigger_fs_error`, "1"),
    repair: () => {
      execFileSync("umount", [folder]);
      // It ends with 1 where it mended something.
      execFileSync("sh", ["-c", 'e2fsck -fy "$0" >/dev/null 2>&1 || [ $? -lt 4 ]', image]);
      mount(image, folder);
    },
    remove: () => {
      execFileSync("umount", ["-l", folder]);
      rmSync(folder, { recursive: true });
      rmSync(image);
    },
  };
}

function mount(image: string, folder: string): void {
  execFileSync("mount", ["-o", "loop,errors=remount-ro", image, folder]);
}

/** In pieces, until nothing more fits: what is said to be free is not always to be had. */
function fill(file: string, folder: string): void {
  for (let size = statfsSync(folder).bavail * statfsSync(folder).bsize; size >= 512; size = Math.floor(size / 2)) {
    try {
      writeFileSync(file, Buffer.alloc(size), { flag: "a" });
    } catch {
      // The next piece is smaller.
    }
  }
}

function deviceOf(folder: string): string {
  const line = readFileSync("/proc/mounts", "utf8")
    .split("\n")
    .find((one) => one.split(" ")[1] === folder);
  return basename(line?.split(" ")[0] ?? "none");
}
