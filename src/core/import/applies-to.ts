/** What an article applies to. */
export type AppliesTo = { readonly products: readonly string[]; readonly versions: readonly string[] };

/**
 * Reads a list such as `- Microsoft Exchange Server, versions 5.0, 5.5, used with:`. Versions are kept apart from
 * the names, so that a name is the same whatever its version.
 */
export function appliesTo(entries: readonly string[]): AppliesTo {
  const read = entries.map(readEntry);
  return {
    products: unique(read.map((entry) => entry.product)),
    versions: unique(read.flatMap((entry) => entry.versions)),
  };
}

type Entry = { readonly product: string; readonly versions: readonly string[] };

function readEntry(entry: string): Entry {
  const words = entry
    .replace(/^[\s*\u2022-]+/, "")
    .replace(/,?\s*used (?:with|on):?\s*$/i, "")
    .replace(/^the operating systems?:\s*/i, "")
    .replace(/\s+/g, " ")
    .trim();
  const named = /^(.*?),?\s+versions?:?\s+(\d.*)$/i.exec(words);
  if (named !== null) return { product: named[1] ?? "", versions: readVersions(named[2] ?? "") };
  const trailing = /^(.*[^\d\s.,])\s+(\d+\.\d+[a-z]?)$/.exec(words);
  return trailing === null
    ? { product: words, versions: [] }
    : { product: trailing[1] ?? "", versions: [trailing[2] ?? ""] };
}

/** Reads `5.5, 5.5 SP1 and 6.0`, and `winnt:5.5,5.5 SP1` as the archive's header has it. */
export function readVersions(list: string): readonly string[] {
  return unique(
    list
      .replace(/[A-Za-z]*\s*:/g, ",")
      .split(/,|;|\band\b/)
      .map((version) => version.trim())
      .filter((version) => /\d/.test(version) && version.length <= LONGEST_VERSION),
  );
}

const LONGEST_VERSION = 40;

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value) => value !== ""))];
}
