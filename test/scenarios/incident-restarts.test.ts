import { describe, expect, it } from "vitest";
import { engines } from "../support/a-store.ts";
import { aWatch, type Watch } from "../support/platform/an-incident.ts";
import { STEPS } from "./incident-steps.ts";

/** When the bot is restarted: with everything done, or with whatever is under way. */
type Restarts = "never" | "after every step" | "in every step";

/** Everything that people see in the end, and what the pager was told; names nobody can guess are left out. */
async function played(on: Watch, restarts: Restarts): Promise<readonly string[]> {
  let watch = on;
  for (const step of STEPS) {
    await step.act(watch);
    if (restarts !== "in every step") await watch.settle();
    if (restarts !== "never") watch = await watch.restarted();
    await watch.settle();
  }
  const places = ["C1", "C2", "DUana", "DUbo", "DUcy"];
  const told = watch.pager.told.map(({ event, key }) => `${event} ${key}`);
  return [...places.flatMap((place) => [`== ${place}`, ...watch.texts(place)]), "== pager", ...told].map(withoutNames);
}

function withoutNames(text: string): string {
  return text.replaceAll(/Incident [a-z0-9]{8}/g, "Incident …").replaceAll(/kms\/[a-z0-9]{8}/g, "kms/…");
}

describe.each(engines)("the bot is stopped and started again during an escalation, kept in $engine", ({ shelf }) => {
  it("between every two steps and in the middle of each: the end is the same", async () => {
    const undisturbed = await played(await aWatch({ shelf }), "never");
    expect(undisturbed.join("\n")).toContain("Resolved by cy");
    expect(undisturbed.slice(undisturbed.indexOf("== pager"))).toEqual([
      "== pager",
      "trigger kms/…/2",
      "trigger kms/…/1",
      "acknowledge kms/…/1",
      "acknowledge kms/…/2",
      "resolve kms/…/1",
      "resolve kms/…/2",
    ]);
    expect(await played(await aWatch({ shelf }), "after every step")).toEqual(undisturbed);
    expect(await played(await aWatch({ shelf }), "in every step")).toEqual(undisturbed);
  });
});
