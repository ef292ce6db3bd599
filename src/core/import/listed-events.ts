import type { EventSignature } from "../kb/article.ts";
import { isKnownSource } from "../signals/events/known-sources.ts";
import type { Block } from "./block.ts";

/**
 * Events that a document lists by their numbers alone where the words above speak of a log: `4315 - Source NETBT: Unable
 * to …`, `5000 - MSExchangeIS - Unable …`, `2019: The server was …`, `Event 21: Negative Response …`.
 */
export function listedEvents(blocks: readonly Block[]): readonly EventSignature[] {
  return blocks.flatMap((block, at) => {
    if (block.kind === "list") return block.items.flatMap(listedEvents);
    if (block.kind !== "literal") return [];
    const before = blocks[at - 1];
    const lead = before?.kind === "paragraph" ? before.text.slice(-LEAD_LENGTH) : "";
    return beginnings(block.lines).flatMap((line) => eventIn(line, ABOUT_LOGS.test(lead)));
  });
}

/** Only the end of a paragraph announces what comes after it. */
const LEAD_LENGTH = 200;

const ABOUT_LOGS = /\bevents?\b|event ?(?:log|viewer|ids?)|(?:application|system|security) log/i;

/** The first line of each paragraph: what stands below it continues it. */
function beginnings(lines: readonly string[]): readonly string[] {
  return lines.filter((line, at) => line.trim() !== "" && (lines[at - 1] ?? "").trim() === "");
}

function eventIn(line: string, isAboutLogs: boolean): readonly EventSignature[] {
  const [, said, digits = "", name = ""] = LISTED.exec(line) ?? [];
  if (digits === "" || (said === undefined && !isAboutLogs)) return [];
  const source = isKnownSource(name.trim()) ? name.trim() : undefined;
  return [{ id: Number(digits), source, category: undefined, level: undefined, text: undefined, role: "mentioned" }];
}

/** Groups: "Event", the number, the program where it is named; no row of a dump (`0000: 00 00`). */
const LISTED =
  /^\s{0,8}(?:[-*•] )?(Event #? ?)?(?!0)(\d{2,5})(?![\d.,/])(?:\s{0,3}[-:]\s{0,3}|\s{1,8}(?=["A-Z]))(?:(?:Source:? )?([A-Z][\w. ]{1,40}?)(?:\s?[-:]\s|\s{0,2}$))?/;
