/**
 * Whether a monitor's message tells that the trouble is over rather than that there is some: `[RESOLVED] …`, `Recovered: …`.
 * The first line that begins with a monitor's word for it decides, so `[FIRING:1, RESOLVED:2]` is not over.
 */
export function alertIsOver(text: string): boolean {
  const lines = text.slice(0, LONGEST).split("\n").map(bare);
  const telling = lines.slice(0, MOST_LINES).find((line) => OVER.test(line) || UNDER_WAY.test(line));
  return telling !== undefined && OVER.test(telling);
}

/** The word stands at the top; what follows may quote anything. */
const [MOST_LINES, LONGEST] = [3, 2_000];

/** Without the signs, brackets and emoji that it begins with. */
function bare(line: string): string {
  return line.replace(/^(?::[\w+-]+:|[^\p{L}])+/u, "");
}

const OVER = /^(?:resolved|recovered|recovery|closed|ok)(?=$|[\]:*#|,]| (?:in|on|at|#|-|–|service|host)\b| [#-])/i;
const UNDER_WAY = /^(?:firing|triggered|alerting|problem|critical|warning|warn|error|down|opened|new)\b/i;
