import { parseArgs } from "node:util";
import { cpus } from "node:os";
import { chaosEngines } from "./engines.ts";
import { clocks } from "./clocks.ts";
import { deploys } from "./deploys.ts";
import { disk } from "./disk.ts";
import { histories } from "./histories.ts";
import { kill } from "./kill.ts";
import { lines } from "./lines.ts";
import { load } from "./load.ts";
import { outages } from "./outages.ts";
import { pager } from "./pager.ts";
import { posts } from "./posts.ts";
import { races } from "./races.ts";
import { restarts } from "./restarts.ts";
import { soak } from "./soak.ts";
import { triples } from "./triples.ts";
import { versions } from "./versions.ts";
import type { Finding, Options, Scenario } from "./scenario.ts";

/** Runs the scenarios that are named, or all: `npm run chaos -- kill --full --seed 7`. Ends with 1 when a promise is broken. */
const scenarios: readonly Scenario[] = [
  kill,
  deploys,
  triples,
  races,
  posts,
  pager,
  histories,
  clocks,
  lines,
  load,
  restarts,
  outages,
  versions,
  soak,
  disk,
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    short: { type: "boolean" },
    full: { type: "boolean" },
    seed: { type: "string" },
    count: { type: "string" },
    engine: { type: "string" },
    earlier: { type: "string" },
  },
});
const unknown = positionals.filter((name) => !scenarios.some((scenario) => scenario.name === name));
if (unknown.length > 0) {
  console.error(
    `Cannot run ${unknown.join(", ")}: there is no such scenario. There are: ${scenarios.map(({ name }) => name).join(", ")}.`,
  );
  process.exit(2);
}
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
const chosen = positionals.length === 0 ? scenarios : scenarios.filter(({ name }) => positionals.includes(name));
console.log(
  `seed ${seed} · ${values.full === true ? "full" : "short"} · Node ${process.version} · ${cpus().length} cores (${cpus()[0]?.model ?? "?"}) · ${new Date().toISOString().slice(0, 10)}`,
);
const { engines, close } = await chaosEngines();
const broken = await runAll({
  seed,
  isFull: values.full === true,
  count: values.count === undefined ? undefined : Number(values.count),
  engines: values.engine === undefined ? engines : engines.filter(({ name }) => name === values.engine),
  earlier: values.earlier,
});
await close();
process.exit(broken === 0 ? 0 : 1);

async function runAll(options: Options): Promise<number> {
  let count = 0;
  for (const { name, promise, run } of chosen) {
    console.log(`\n${name}: ${promise}`);
    const begun = performance.now();
    const findings = await run(options);
    print(findings);
    count += findings.flatMap((finding) => finding.broken).length;
    console.log(`${((performance.now() - begun) / 1000).toFixed(1)} s`);
  }
  console.log(count === 0 ? "\nEvery promise was kept." : `\n${count} promises were broken.`);
  return count;
}

function print(findings: readonly Finding[]): void {
  console.table(findings.map(({ engine, counts }) => ({ engine, ...counts })));
  for (const { engine, broken: promises } of findings)
    for (const what of promises) console.log(`BROKEN (${engine}) ${what}`);
}
