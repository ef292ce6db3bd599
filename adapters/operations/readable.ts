/** A line of the log for people: the time of day, how bad it is, what happened, and the facts. */
export function readable(line: string): string {
  const { time = "", level = "", text = "", ...facts }: Readonly<Record<string, string | number>> = JSON.parse(line);
  const rest = Object.entries(facts).map(([name, fact]) => `${name}=${fact}`);
  return `${[String(time).slice(11, 19), String(level).padEnd(5), clean(String(text)), ...rest.map(clean)].join("  ")}\n`;
}

/** What an error brought along must not move the cursor or change colours. */
function clean(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, " ");
}
