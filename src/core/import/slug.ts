/** A file-safe name for some words: lower case, ASCII letters and digits, dashes between; at most `most` characters. */
export function slug(words: string, most = 80): string {
  const dashed = words
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[ßæœøłđþ]/g, (letter) => ONE_LETTER[letter] ?? "")
    .replace(/[\u0300-\u036f'"\u2019]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  if (dashed.length <= most) return dashed;
  const cut = dashed.slice(0, most);
  return cut.slice(0, Math.max(cut.lastIndexOf("-"), most / 2)).replace(/-+$/, "");
}

/** Letters that are no letter with a mark on it. */
const ONE_LETTER: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  þ: "th",
};

/** Eight hex digits that stay the same as long as the text does (FNV-1a, 32 bits; not for security). */
export function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}
