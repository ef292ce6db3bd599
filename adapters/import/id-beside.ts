import { slug } from "../../src/core/import/slug.ts";

/**
 * Another id for a document whose title is that of an earlier one: the folders that it lies in tell the two apart, the
 * nearest first (`disk-full-payments`), else a number does. `name` is its path.
 */
export function idBeside(id: string, name: string, isTaken: (id: string) => boolean): string {
  const folders = name.split(/[\\/]/).slice(0, -1);
  const words = Array.from({ length: MOST_FOLDERS }, (_, at) => slug(folders.slice(-1 - at).join(" "), LONGEST_WORD));
  const among = words.filter((word) => word !== "").map((word) => joined(id, word));
  const free = among.find((one) => !isTaken(one));
  if (free !== undefined) return free;
  let number = 2;
  while (isTaken(joined(id, String(number)))) number += 1;
  return joined(id, String(number));
}

/** The title gives way where both together are too long for an id. */
function joined(id: string, word: string): string {
  return `${id.slice(0, LONGEST_ID - word.length - 1).replace(/-+$/, "")}-${word}`;
}

/** As `ARTICLE_ID` of the article format has it. */
const LONGEST_ID = 64;

const MOST_FOLDERS = 2;

/** Letters that the folders may add. */
const LONGEST_WORD = 24;
