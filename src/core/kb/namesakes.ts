import { canonicalCode } from "../signals/code.ts";

/** Something else that goes by a name of ours: its errors are taken for ours by their words, and no article is about them. */
export type Namesake = {
  /** What it is, such as "Windows activation's KMS". */
  readonly name: string;
  /** Whose ours is, such as "Exchange's". */
  readonly ours: string;
  /** Event sources of its own. */
  readonly sources: readonly string[];
  /** Error codes of its own, in their one notation. */
  readonly codes: readonly string[];
  /** Words and phrases that only it has. */
  readonly words: readonly string[];
  /** Texts that must be taken for it. */
  readonly samples: readonly string[];
};

export type NamesakesParsed =
  | { readonly kind: "namesakes"; readonly namesakes: readonly Namesake[] }
  | { readonly kind: "unusable"; readonly why: string };

/** How much the file may say: it is looked through at every look-up. */
export const NAMESAKE_LIMITS = { namesakes: 50, entries: 200, entry: 500 } as const;

/**
 * Reads `namesakes.json`, the file of a knowledge base that says what it is not about. It is read at every start, so it is
 * JSON: neither YAML nor a schema library has to be loaded for it.
 */
export function parseNamesakes(text: string): NamesakesParsed {
  const data = asObject(fromJson(text));
  const list: unknown = data?.["namesakes"];
  if (!Array.isArray(list) || list.length > NAMESAKE_LIMITS.namesakes)
    return unusable('it is no JSON object with a list "namesakes" of 50 at most');
  const namesakes: Namesake[] = [];
  for (const [at, one] of list.entries()) {
    const read = namesakeFrom(one);
    if (typeof read === "string") return unusable(`number ${at + 1} of its namesakes ${read}`);
    namesakes.push(read);
  }
  return { kind: "namesakes", namesakes };
}

function unusable(why: string): NamesakesParsed {
  return { kind: "unusable", why };
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Fields = Readonly<Record<string, unknown>>;

function asObject(value: unknown): Fields | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : undefined;
}

const LISTS = ["sources", "codes", "words", "samples"] as const;

/** What is known of one; a phrase that goes on "number 2 of its namesakes" where it makes no sense. */
function namesakeFrom(value: unknown): Namesake | string {
  const fields = asObject(value) ?? {};
  const stranger = Object.keys(fields).find((key) => !["name", "ours", ...LISTS].includes(key));
  if (stranger !== undefined) return `has a key "${stranger}", which says nothing`;
  const [name, ours] = [textIn(fields["name"]), textIn(fields["ours"])];
  if (name === undefined || ours === undefined) return 'needs a "name" and whose is "ours"';
  const [sources, codes, words, samples] = LISTS.map((key) => textsIn(fields[key]));
  if (sources === undefined || codes === undefined || words === undefined || samples === undefined)
    return "has a list of something else than texts";
  const wrong = codes.find((code) => canonicalCode(code) === undefined);
  if (wrong !== undefined) return `has "${wrong}" among its codes, which is none`;
  if (sources.length + codes.length + words.length === 0) return "has nothing to know it by";
  return { name, ours, sources, codes: codes.map((code) => canonicalCode(code) ?? code), words, samples };
}

function textIn(value: unknown): string | undefined {
  const isText = typeof value === "string" && value.trim() !== "" && value.length <= NAMESAKE_LIMITS.entry;
  return isText ? value.trim() : undefined;
}

/** An absent list is empty; undefined where it is no list of texts. */
function textsIn(value: unknown): readonly string[] | undefined {
  if (value === undefined) return [];
  if (!Array.isArray(value) || value.length > NAMESAKE_LIMITS.entries) return undefined;
  const texts = value.flatMap((one) => textIn(one) ?? []);
  return texts.length === value.length ? texts : undefined;
}
