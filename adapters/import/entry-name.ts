import { IMPORT_LIMITS } from "./limits.ts";

/** Why a name from an archive is not trusted; undefined when it is. Nothing is ever written under such a name: the check shows an archive for what it is. */
export function entryNameFault(name: string): string | undefined {
  const parts = name.split(/[\\/]/);
  if (name === "" || name.length > IMPORT_LIMITS.nameLength) return "name is empty or too long";
  if (hasControlCharacters(name)) return "name has control characters";
  if (/^[\\/]/.test(name) || /^[A-Za-z]:/.test(name)) return "absolute path";
  if (parts.includes("..")) return "path leads outside its archive";
  if (parts.some((part) => DEVICE.test(part))) return "name of a device";
  return undefined;
}

/** {@link https://learn.microsoft.com/windows/win32/fileio/naming-a-file} */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;

function hasControlCharacters(name: string): boolean {
  return Array.from(name).some((character) => character < " " || character === "\u007F");
}
