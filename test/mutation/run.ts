import { execFileSync } from "node:child_process";
import { globSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { instrument, type Mutant } from "./instrument.ts";
import { type Module, MODULES } from "./modules.ts";
import { tryOut } from "./try-out.ts";

/** Makes small mistakes in what must not have any, and counts how many the tests notice. Ends with 1 under the goal. */
const GOAL = 0.85;
const root = resolve(import.meta.dirname, "../..");

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    since: { type: "string" },
    sample: { type: "string" },
    seed: { type: "string" },
    quiet: { type: "boolean" },
  },
});
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
const share = Number(values.sample ?? 1);
process.env["SEED"] ??= String(seed);
console.log(`Seed ${seed}${share < 1 ? `, one mutant in ${Math.round(1 / share)}` : ""}.`);

const shares: { readonly name: string; readonly noticed: number; readonly of: number }[] = [];
for (const module of MODULES) {
  const files = chosen(module);
  if (files.length > 0) shares.push(await judge(module, files));
}
for (const { name, noticed, of } of shares) console.log(line(name, noticed, of));
process.exitCode = shares.some(({ noticed, of }) => noticed < GOAL * of) ? 1 : 0;

/** The files of a module that are asked for: all, or those under a path or changed since a revision. */
function chosen({ sources }: Module): readonly string[] {
  const since = values.since;
  const changed = since === undefined ? undefined : changedSince(since);
  return globSync([...sources], { cwd: root })
    .filter((file) => positionals.length === 0 || positionals.some((path) => file.startsWith(path)))
    .filter((file) => changed === undefined || changed.has(file))
    .toSorted();
}

function changedSince(revision: string): ReadonlySet<string> {
  const named = execFileSync("git", ["diff", "--name-only", revision], { cwd: root, encoding: "utf8" });
  return new Set(named.split("\n"));
}

async function judge(module: Module, files: readonly string[]) {
  const start = performance.now();
  const { code, mutants } = await instrument(root, files);
  const drawn = mutants.filter(({ id }) => drawOf(Number(id)) < share);
  const { reached, noticed } = await tryOut(root, module.tests, code, drawn);
  if (values.quiet !== true) {
    for (const one of drawn.filter(({ id }) => !noticed.has(id))) console.log(told(one, reached.has(one.id)));
  }
  const seconds = Math.round((performance.now() - start) / 1_000);
  console.log(`${module.name}: ${drawn.length} mutants in ${files.length} files, ${seconds} s.`);
  return { name: module.name, noticed: noticed.size, of: drawn.length };
}

/** A number between 0 and 1 that looks random, the same for the same seed and mutant. */
function drawOf(id: number): number {
  let bits = Math.imul(seed ^ Math.imul(id + 1, 0x9e3779b1), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return ((bits ^ (bits >>> 16)) >>> 0) / 2 ** 32;
}

function told({ file, line: at, kind, was, became }: Mutant, isReached: boolean): string {
  return `${file}:${at} ${isReached ? "" : "(no test comes here) "}${kind}: ${short(was)} → ${short(became)}`;
}

function short(code: string): string {
  const text = code.replaceAll(/\s+/g, " ");
  return text.length > 90 ? `${text.slice(0, 89)}…` : text;
}

function line(name: string, noticed: number, of: number): string {
  const percent = of === 0 ? 100 : (100 * noticed) / of;
  return `${name.padEnd(14)} ${noticed} of ${of} noticed: ${percent.toFixed(1)} % (goal ${100 * GOAL} %)`;
}
