import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { redact } from "../../src/core/redaction/redact.ts";
import { LEAKS, remainder } from "../core/redaction/leak-generators.ts";
import { LINES } from "../core/redaction/log-lines.ts";
import { random } from "../core/redaction/random.ts";

const VARIANTS = 200;
const LINES_A_MAKER = 120;
const REAL_LINES = 200_000;

/** Prints how many secrets are recognised, how many innocent lines are touched, and how long it takes. */
function main(): void {
  const seed = Number(process.env["SEED"] ?? 20_261_120);
  console.log(`seed ${seed}`);
  printRecall(seed);
  printFalsePositives(seed);
  printRealLines(process.env["KMS_EVAL_DIR"]);
  printSpeed();
}

function printRecall(seed: number): void {
  const rows = Object.entries(LEAKS).map(([name, make]) => {
    const r = random(seed);
    const leaks = Array.from({ length: VARIANTS }, () => make(r));
    return { name, found: leaks.filter(({ text, secrets }) => isGone(redact(text).text, secrets)).length };
  });
  for (const { name, found } of rows) console.log(`${name.padEnd(44)} ${found} of ${VARIANTS}`);
  const found = rows.reduce((sum, row) => sum + row.found, 0);
  console.log(`recall: ${percent(found, rows.length * VARIANTS)} over ${rows.length} shapes x ${VARIANTS} variants\n`);
}

function isGone(text: string, secrets: readonly string[]): boolean {
  return secrets.every((secret) => remainder(text, secret) === undefined);
}

function printFalsePositives(seed: number): void {
  const r = random(seed);
  const lines = Object.entries(LINES).flatMap(([kind, makers]) =>
    makers.flatMap((make) => Array.from({ length: LINES_A_MAKER }, () => ({ kind, text: make(r) }))),
  );
  for (const [kind, of] of Map.groupBy(lines, (line) => line.kind))
    console.log(`${kind.padEnd(44)} ${touched(of.map(({ text }) => text)).length} of ${of.length} touched`);
  const wrong = touched(lines.map(({ text }) => text));
  console.log(`false positives: ${percent(wrong.length, lines.length)} of ${lines.length} generated log lines`);
  for (const line of wrong.slice(0, 5)) console.log(`  ${redact(line).text.slice(0, 200)}`);
}

function touched(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => redact(line).found.length > 0);
}

/** Lines of real articles: a folder of text files. */
function printRealLines(folder: string | undefined): void {
  if (folder === undefined)
    return console.log("real lines: skipped. Set KMS_EVAL_DIR to a folder of text files to measure them.");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.(?:txt|md|log)$/i.test(name),
  );
  const lines = files
    .flatMap((name) => readFileSync(join(folder, name), "latin1").split(/\r?\n/))
    .filter((line) => line.trim() !== "")
    .slice(0, REAL_LINES);
  const wrong = touched(lines);
  console.log(
    `false positives: at most ${percent(wrong.length, lines.length)} of ${lines.length} real lines (examples of passwords in articles count too)`,
  );
  if (process.env["SHOW"] !== undefined)
    for (const line of wrong) console.log(`  ${line.trim()}\n    ${redact(line).text.trim()}`);
}

/** Texts made to keep a careless expression busy, at two sizes: twice the text takes about twice the time. */
function printSpeed(): void {
  const bad = [
    "password=",
    "-----BEGIN RSA PRIVATE KEY-----\n",
    "eyJaaaaaaaa",
    "http://a:",
    "mysql ",
    "4111 ",
    "Authorization: ",
    "net use ",
    'password="\\"',
    "a".repeat(50),
    "DE89 3704 ",
    "aws ",
    "Digest ",
    "<password>",
    "xoxb-1-",
  ];
  for (const piece of bad)
    console.log(
      `${JSON.stringify(piece.slice(0, 30)).padEnd(44)} ${[256, 512].map((kilobytes) => `${kilobytes} KB ${took(piece, kilobytes * 1024)} ms`).join(" · ")}`,
    );
}

function took(piece: string, length: number): number {
  const text = piece.repeat(Math.ceil(length / piece.length));
  const start = performance.now();
  redact(text);
  return Math.round(performance.now() - start);
}

function percent(part: number, of: number): string {
  return `${((100 * part) / of).toFixed(2)} % (${part} of ${of})`;
}

main();
