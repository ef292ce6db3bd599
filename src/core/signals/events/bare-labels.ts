import type { Label } from "./label.ts";
import { ID_LABELS, meaningOf } from "./labels.ts";

/**
 * Labels that authors write without a colon: `Event ID 2247`, `Event ID - 289`, and below or beside such an id
 * `Source MSExchangeIS`, `Type      Error`.
 */
export function bareLabels(text: string): readonly Label[] {
  if (!HINT.test(text)) return [];
  const ids = [...text.matchAll(ID)].map(labelAt);
  return ids.length === 0 ? [] : [...ids, ...[...text.matchAll(BESIDE)].map(labelAt)];
}

const HINT = /id[ \t]{0,3}-?[ \t]{0,3}#?\d|nr\.? \d|\bevent[ \t]{2,}\d/i;

/** Groups: what stands before it on its line, the label, what stands between it and its value. */
const ID = new RegExp(
  `^([\\s>*_\`•|-]{0,24})(${ID_LABELS.toSorted((a, b) => b.length - a.length)
    .map((label) => label.replaceAll(".", "\\.").replaceAll(" ", "[ -]?"))
    .join(
      "|",
    )}|event(?=[ \\t]{2}))([ \\t]{1,24}[-#]?[ \\t]{0,3}|[ \\t]{0,3}[-#][ \\t]{0,3})(?=\\d{1,5}(?![\\w%]|[.,]\\d))`,
  "gimu",
);

const BESIDE =
  /(^[ \t>*•-]{0,12}|(?<=\S[ \t]{3,40}))(Source|Type|Category|Description)([ \t]{1,3}-[ \t]{1,3}|[ \t]{2,24}|[ \t](?=[A-Z][\w/]{0,40}(?: [\w/-]{1,40}){0,4}$))(?=[^\s:=-])/gm;

function labelAt(match: RegExpExecArray): Label {
  const [, lead = "", written = "", gap = ""] = match;
  const start = match.index + lead.length;
  return {
    ...(meaningOf(written) ?? { field: "id", telling: true }),
    written,
    start,
    valueStart: start + written.length + gap.length,
    startsLine: true,
    indent: lead.length,
    separator: " ",
    quoted: false,
  };
}
