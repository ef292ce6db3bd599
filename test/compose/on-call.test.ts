import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import { liveOnCall } from "../../src/compose/on-call.ts";
import { later } from "../../src/app/clock.ts";
import { virtualClock } from "../support/platform/virtual-clock.ts";

const plan = (name: string): string => `people:
  - id: ana
    name: ${name}
    slack: U0123456789
policies:
  - id: all
    levels:
      - call: [person ana]
        by: [mention]
        wait: 10m
pagers:
  - name: hook
    kind: webhook
    url: https://pager.example.org/in
`;

/** An `oncall.yaml` that somebody edits, and what the bot makes of it. */
async function anOnCallFile(text: string | undefined) {
  const folder = mkdtempSync(join(tmpdir(), "kms-oncall-"));
  const path = join(folder, "oncall.yaml");
  const write = (words: string) => writeFileSync(path, words);
  if (text !== undefined) write(text);
  const clock = virtualClock();
  const warnings: string[] = [];
  const live = await liveOnCall(path, clock, (problem) => void warnings.push(problem));
  onTestFinished(() => {
    live.close();
    rmSync(folder, { recursive: true });
  });
  const sees = (look: () => boolean) =>
    vi.waitUntil(
      () => {
        clock.step(later(clock.now(), 2_000));
        return look();
      },
      { timeout: 20_000, interval: 10 },
    );
  return { live, write, remove: () => rmSync(path), warnings, sees, nameOf: () => live.oncall()?.people[0]?.name };
}

it("takes up an edited oncall.yaml while the bot runs", async () => {
  const { live, write, sees, nameOf } = await anOnCallFile(plan("Ana"));
  expect(nameOf()).toBe("Ana");
  expect(live.pagerNamed("hook")?.name).toBe("hook");
  write(plan("Ana López"));
  await sees(() => nameOf() === "Ana López");
});

it("goes by the last good one while it is broken or gone, and says so", async () => {
  const { write, remove, warnings, sees, nameOf } = await anOnCallFile(plan("Ana"));
  write("people: [nobody\n");
  await sees(() => warnings.some((one) => one.includes("Who was on call before still is")));
  expect(nameOf()).toBe("Ana");
  remove();
  await sees(() => warnings.some((one) => one.includes("it is gone")));
  expect(nameOf()).toBe("Ana");
  write(plan("Bo"));
  await sees(() => nameOf() === "Bo");
});

it("restricts everybody and says so while it is broken from the start, and nobody where there is none", async () => {
  const broken = await anOnCallFile("people: 5\n");
  expect(broken.warnings.join("\n")).toContain("Nobody is paged and everybody only looks until it is corrected");
  expect(broken.live.oncall()).toMatchObject({ roles: [], isUnusable: true });
  expect(broken.live.remarks()).toEqual(["Cannot use oncall.yaml: say kms check."]);
  const none = await anOnCallFile(undefined);
  expect(none.warnings).toEqual([]);
  expect(none.live.oncall()).toBeUndefined();
  none.write(plan("Ana"));
  await none.sees(() => none.nameOf() === "Ana");
});
