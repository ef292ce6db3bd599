import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { decide } from "../../src/core/matching/decide.ts";
import { indexArticles } from "../../src/core/matching/index.ts";
import { readSignals } from "../../src/core/signals/read.ts";
import { buildProgram } from "./build-program.ts";
import { milliseconds, NONE } from "./figures.ts";
import { readArticles } from "./inputs.ts";
import { median, percentile } from "./metrics.ts";
import { readOptions } from "./options.ts";
import { OUTPUT_OPTIONS, outputFor } from "./output.ts";
import { tableText } from "./table.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** What we promise; milliseconds. */
const LIMITS = { process: 300, paste: 2 } as const;

const STARTS = 20;

/** Measures `kms 5389` as a person feels it, and one paste in a bot that is running. */
export async function start(args: readonly string[]): Promise<void> {
  const output = outputFor(readOptions(args, OUTPUT_OPTIONS));
  buildProgram();
  const mains = ["src/main.ts", "dist/src/main.js"];
  const rows = [
    [...row("node by itself", startTimes(["--eval", "0"]), Number.POSITIVE_INFINITY).slice(0, 3), NONE, NONE],
    ...mains.map((main) => row(`node ${main} 5389`, startTimes([main, "5389"]), LIMITS.process)),
    pasteRow(),
  ];
  const head = ["what", "median", "p95", "limit", "within"];
  output.print(tableText([head, ...rows], output.writing));
}

function row(what: string, times: readonly number[], limit: number): readonly string[] {
  const middle = median(times);
  const rare = percentile(times, 0.95);
  return [what, milliseconds(middle), milliseconds(rare), milliseconds(limit), middle <= limit ? "yes" : "NO"];
}

function startTimes(args: readonly string[]): readonly number[] {
  return Array.from({ length: STARTS }, () => {
    const before = performance.now();
    execFileSync(process.execPath, args, { cwd: ROOT, stdio: ["ignore", "ignore", "inherit"] });
    return performance.now() - before;
  });
}

const PASTE = `Event Type: Error
Event Source: MSExchangeKMS
Event Category: General
Event ID: 5389
Date: 11/20/2026
Time: 3:04:05 AM
User: N/A
Computer: MAIL01
Description:
The Key Management Service could not start.`;

const WARM_UP = 500;
const PASTES = 1_000;

/** With the knowledge base that comes with the program. */
function pasteRow(): readonly string[] {
  const index = indexArticles(readArticles(join(ROOT, "kb")));
  const once = () => {
    const before = performance.now();
    decide(index, { readings: [readSignals(PASTE, "channel")], answers: [] });
    return performance.now() - before;
  };
  for (let at = 0; at < WARM_UP; at++) once();
  const times = Array.from({ length: PASTES }, once);
  return row("one paste, warm", times, LIMITS.paste);
}
