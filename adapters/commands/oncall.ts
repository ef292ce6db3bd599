import { instantOf, parseLocalTime } from "../../src/core/escalation/local-time.ts";
import { onCallNow } from "../../src/app/on-call-now.ts";
import type { KeptOverride } from "../../src/app/overrides.ts";
import { onCallText } from "../../src/core/escalation/on-call-text.ts";
import type { ParsedOnCall } from "../../src/core/escalation/parse-oncall.ts";
import type { Problem } from "../../src/core/kb/problem.ts";
import { type Instant, instant } from "../../src/core/resolution/responder.ts";

/** What `kms oncall [--at TIME]` needs from outside. */
export type OnCallTools = {
  readonly args: readonly string[];
  /** Reads and parses `oncall.yaml`; undefined where there is none. */
  readonly read: () => Promise<ParsedOnCall | undefined>;
  /** What was said in chats, or why that is not known. */
  readonly overrides: () => Promise<readonly KeptOverride[] | string>;
  readonly now: () => Instant;
  readonly write: (line: string) => void;
};

/** Says who is on call, and until when. Exit codes: 0 said · 1 the file cannot be used · 2 the command line is wrong. */
export async function oncall({ args, read, overrides, now, write }: OnCallTools): Promise<0 | 1 | 2> {
  const at = timeAsked(args, now);
  if (at === undefined) {
    write(
      "Cannot tell the time: write `kms oncall --at 2026-03-29T02:30` (UTC), or with an offset, such as 2026-03-29T02:30+02:00.",
    );
    return 2;
  }
  const parsed = await read();
  if (parsed === undefined) {
    write("Cannot say who is on call: there is no oncall.yaml. Copy oncall.example.yaml and put in your people.");
    return 1;
  }
  for (const problem of parsed.kind === "plan" ? parsed.warnings : parsed.problems) write(lineFor(problem));
  if (parsed.kind === "rejected") return 1;
  const kept = await overrides();
  const facts = onCallNow(parsed.plan, typeof kept === "string" ? [] : kept, { tenant: "all", remarks: [] });
  for (const line of onCallText(facts, at)) write(line);
  if (typeof kept === "string") write(`Overrides that were said in a chat are not known here: ${kept}.`);
  return 0;
}

/** Every problem of `oncall.yaml`, for `kms check`. */
export function oncallProblems(parsed: ParsedOnCall): readonly Problem[] {
  return parsed.kind === "plan" ? parsed.warnings : parsed.problems;
}

function timeAsked(args: readonly string[], now: () => Instant): Instant | undefined {
  if (args.length === 0) return now();
  const written = args[0]?.startsWith("--at=") === true ? args[0].slice(5) : args[0] === "--at" ? args[1] : undefined;
  if (written === undefined || args.length > 2) return undefined;
  const local = parseLocalTime(written);
  if (local !== undefined) return instantOf(local, "UTC");
  const time = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})$/.test(written)
    ? Date.parse(written)
    : Number.NaN;
  return Number.isNaN(time) ? undefined : instant(time);
}

function lineFor({ file, line, severity, message }: Problem): string {
  return `${file}:${line}: ${severity}: ${message}`;
}
