import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import { liveOnCall } from "../../src/compose/on-call.ts";
import { later } from "../../src/app/clock.ts";
import { utc } from "../../src/core/escalation/hand-off-text.ts";
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
  const news: string[] = [];
  const live = await liveOnCall(path, clock, {
    warn: (problem) => void warnings.push(problem),
    info: (word) => void news.push(word),
  });
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
  return {
    live,
    clock,
    write,
    remove: () => rmSync(path),
    warnings,
    news,
    sees,
    nameOf: () => live.oncall()?.people[0]?.name,
  };
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

it("tells whoever asks since when and why an old plan is in force, and once that the new one is", async () => {
  const { live, clock, write, remove, news, sees, nameOf } = await anOnCallFile(plan("Ana"));
  const begun = clock.now();
  await sees(() => clock.now() > begun + 180_000);
  write(plan("Ana").replace("person ana", "person anna"));
  await sees(() => live.remarks().length > 0);
  const [remark = ""] = live.remarks();
  const [, since = ""] = /^Cannot use oncall.yaml since (.* UTC) \(line 8: /.exec(remark) ?? [];
  expect(Date.parse(since.replace(" UTC", "Z"))).toBeGreaterThan(begun);
  expect(remark).toContain("anna");
  expect(remark).toContain(`What it said at ${utc(begun)} still counts`);
  expect(nameOf()).toBe("Ana");
  remove();
  await sees(() => live.remarks().some((one) => one.includes("it is gone")));
  expect(live.remarks()[0]).toContain(`since ${since} (it is gone)`);
  expect(news).toEqual([]);
  write(plan("Bo"));
  await sees(() => nameOf() === "Bo");
  expect(live.remarks()).toEqual([]);
  expect(news).toEqual([expect.stringContaining("can be used again")]);
});
