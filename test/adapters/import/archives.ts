import { writeFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";

/** One entry of an archive that a test makes by hand, because no honest program would write it. */
export type ArchiveEntry = {
  readonly name: string;
  readonly text?: string | Uint8Array;
  /** As tar has it: `0` a file, `2` a symbolic link, `3` a device, `5` a folder. */
  readonly type?: "0" | "1" | "2" | "3" | "5";
  readonly link?: string;
};

/** {@link https://www.gnu.org/software/tar/manual/html_node/Standard.html} */
export function tarOf(entries: readonly ArchiveEntry[]): Buffer {
  const blocks = entries.flatMap(({ name, text = "", type = "0", link = "" }) => {
    const data = Buffer.from(text);
    const header = Buffer.alloc(512);
    header.write(name.slice(0, 99), 0);
    header.write("0000644\0", 100);
    header.write("0000000\0", 108);
    header.write("0000000\0", 116);
    header.write(`${data.length.toString(8).padStart(11, "0")}\0`, 124);
    header.write("00000000000\0", 136);
    header.write("        ", 148);
    header.write(type, 156);
    header.write(link, 157);
    header.write("ustar\0", 257);
    header.write("00", 263);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
    return [header, data, Buffer.alloc((512 - (data.length % 512)) % 512)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

/** {@link https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT} */
export function zipOf(entries: readonly ArchiveEntry[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, text = "", type = "0" } of entries) {
    const data = Buffer.from(text);
    const packed = deflateRawSync(data);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("504b0304", "hex"), common, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(type === "2" ? 0o120777 * 0x10000 : 0o100644 * 0x10000, 6);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from("504b01021403", "hex"), common, tail, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write("504b0506", 0, "hex");
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

function crc32(data: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** A typewritten article, as long as its title says something. */
export function articleText(id: string, title = "A title", day = "07-MAR-2001"): string {
  return `DOCUMENT:${id}  ${day}  [backup]\nTITLE   :${title}\n\n${"=".repeat(70)}\nSUMMARY\n=======\n\nText of ${title}.\n`;
}

export function write(path: string, data: string | Uint8Array): string {
  writeFileSync(path, data);
  return path;
}
