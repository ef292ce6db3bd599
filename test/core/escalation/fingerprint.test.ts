import { expect, it } from "vitest";
import { errorFingerprint } from "../../../src/core/escalation/fingerprint.ts";
import { readSignals } from "../../../src/core/signals/read.ts";

it("tells two numbers apart that are asked about, so that one does not join the incident of the other", () => {
  const [one, other] = ["5085", "5389"].map((text) => errorFingerprint(readSignals(text, "command")));
  expect([one, other]).toEqual(["number 5085", "number 5389"]);
});
