/**
 * Text as chat delivers it, made plain: one kind of newline, space, quote, dash and digit; no invisible or control
 * characters, no ANSI colours, no chat escapes. Cleaning what is clean changes nothing.
 */
export function clean(text: string): string {
  if (PLAIN.test(text)) return text;
  const visible = fold(withoutInvisible(text.toWellFormed())).normalize("NFC").replace(MARK_FLOOD, "$1");
  return unlinked(decoded(visible)).normalize("NFC");
}

/** Nothing to do: printable ASCII, newlines and tabs, without `&` and `<`. */
const PLAIN = /^[\n\t\x20-\x25\x27-\x3b\x3d-\x7e]*$/;

/** More than two combining marks on one letter say nothing. */
const MARK_FLOOD = /(\p{M}{2})\p{M}+/gu;

function withoutInvisible(text: string): string {
  return text.replace(NEWLINE, "\n").replace(ANSI, "").replace(INVISIBLE, "");
}

const NEWLINE = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
/** Colours and cursor moves, and titles: a control character (ESC), a bracket, and what it says. */
const ANSI = /[^\P{Cc}\n\t](?:\[[0-9;?]{0,32}[ -/]{0,4}[@-~]|\][^\p{Cc}]{0,200}[^\P{Cc}\n\t]\\?)/gu;
/** Controls other than tab and newline, zero-width and bidirectional characters, soft hyphens, variation selectors. */
const INVISIBLE = /[^\P{Cc}\n\t]|\p{Default_Ignorable_Code_Point}|[\ufff9-\ufffb]/gu;

function fold(text: string): string {
  return text.replace(FOLDED, (sign) => FOLDS.get(sign) ?? folded(sign.charCodeAt(0)));
}

const FOLDED =
  /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\u00ab\u00bb\u2010-\u2015\u2212\u2018-\u201f\u2032\u2033\u2039\u203a\u2026\u0660-\u0669\u06f0-\u06f9\ufb00-\ufb04\uff01-\uff5e]/g;

const FOLDS: ReadonlyMap<string, string> = new Map([
  ...signs("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
  ...signs("\u2018\u2019\u201a\u201b\u2032\u2039\u203a", "'"),
  ...signs("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
  ["\u2026", "..."],
  ["\ufb00", "ff"],
  ["\ufb01", "fi"],
  ["\ufb02", "fl"],
  ["\ufb03", "ffi"],
  ["\ufb04", "ffl"],
]);

function signs(from: string, to: string): [string, string][] {
  return Array.from(from).map((sign) => [sign, to]);
}

/** Full-width signs lie at a fixed distance from ASCII; Arabic-Indic digits are counted from their zero; the rest is space. */
function folded(unit: number): string {
  if (unit >= 0xff01 && unit <= 0xff5e) return String.fromCharCode(unit - 0xfee0);
  if (unit >= 0x0660 && unit <= 0x0669) return String(unit - 0x0660);
  if (unit >= 0x06f0 && unit <= 0x06f9) return String(unit - 0x06f0);
  return " ";
}

/** Chat escapes three signs, and pastes come escaped twice. {@link https://docs.slack.dev/messaging/formatting-message-text} */
function decoded(text: string): string {
  return text.includes("&") ? text.replace(ENTITY, (_, name: string) => ENTITIES[name] ?? "") : text;
}

const ENTITY = /&(?:amp;)*(lt|gt|amp|quot|apos|nbsp|#39|#34);/g;
const ENTITIES: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
  nbsp: " ",
  "#39": "'",
  "#34": '"',
};

/** Slack wraps what looks like a link: `<http://a.b|a.b>`, `<mailto:a@b|a@b>`. What the person saw is the label. */
function unlinked(text: string): string {
  if (!text.includes("<")) return text;
  let last = text;
  for (let depth = 0; depth < 8; depth += 1) {
    const next = last.replace(LINK, (_, address: string, label: string | undefined) => label ?? address);
    if (next === last) return next;
    last = next;
  }
  return last;
}

const LINK = /<((?:https?|ftp|file|mailto|tel):[^<>|\s]{1,2000})(?:\|([^<>\n]{1,2000}))?>/g;
