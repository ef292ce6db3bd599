/** What a line begins with when it begins a list item. */
export type Marker = {
  readonly family: "number" | "letter" | "dash" | "star" | "other";
  readonly indent: number;
  /** The column at which the item's text begins. */
  readonly content: number;
  /** Which number or letter; undefined for bullets. */
  readonly order: number | undefined;
  /** Whether a list can begin with it: `1.`, `a.` and every bullet can; `q.` cannot. */
  readonly first: boolean;
};

/** Reads the number or the bullet at the beginning of a line. */
export function readMarker(line: string): Marker | undefined {
  const found = MARKER.exec(line);
  if (found === null) return undefined;
  const [, lead = "", mark = "", gap = ""] = found;
  const family = familyOf(mark);
  if (family === "star" && lead.length > MOST_STAR_INDENT) return undefined;
  const order = orderOf(mark, family);
  return {
    family,
    indent: lead.length,
    content: lead.length + mark.length + gap.length,
    order,
    first: order === undefined || (family === "number" ? order <= MOST_FIRST_NUMBER : order === 1),
  };
}

const MARKER = /^( *)(\d{1,3}[.)]|[A-Za-z][.)]|[-*+o\u2022\u00b7])( +)(?=\S)/;

/** Deeper asterisks are comments of a listing far more often than bullets. */
const MOST_STAR_INDENT = 1;

/** Lists go on after a table or a picture that took their item's place; a year or a size is no list. */
const MOST_FIRST_NUMBER = 40;

function familyOf(mark: string): Marker["family"] {
  if (/^\d/.test(mark)) return "number";
  if (/^[A-Za-z][.)]/.test(mark)) return "letter";
  if (mark === "-") return "dash";
  return mark === "*" ? "star" : "other";
}

function orderOf(mark: string, family: Marker["family"]): number | undefined {
  if (family === "number") return Number.parseInt(mark, 10);
  return family === "letter" ? mark.toLowerCase().charCodeAt(0) - 96 : undefined;
}
