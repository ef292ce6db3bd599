import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readPagerDuty } from "../../../adapters/pager/read-pagerduty.ts";

function signedBy(secret: string, body: string): string {
  return `v1=${createHmac("sha256", secret).update(body).digest("hex")}`;
}

function aBody(facts: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    event: {
      id: "01D",
      event_type: "incident.acknowledged",
      agent: { summary: "Ana" },
      data: { incident_key: "kms/case-1/1" },
      ...facts,
    },
  });
}

describe("news from PagerDuty", () => {
  it("says who acknowledged or resolved which page there", () => {
    const body = aBody();
    expect(readPagerDuty(body, signedBy("S", body), "S")).toEqual({
      kind: "news",
      delivery: "01D",
      key: "kms/case-1/1",
      event: "acknowledge",
      by: "Ana",
    });
    const resolved = aBody({ event_type: "incident.resolved", agent: null });
    expect(readPagerDuty(resolved, signedBy("S", resolved), "S")).toMatchObject({ event: "resolve", by: "PagerDuty" });
  });

  it("is believed while the secret is being changed, when one of the signatures is right", () => {
    const body = aBody();
    expect(readPagerDuty(body, `${signedBy("old", body)}, ${signedBy("S", body)}`, "S").kind).toBe("news");
  });

  it.each([
    ["without a signature", undefined, "S"],
    ["with a wrong one", signedBy("T", aBody()), "S"],
    ["with none set up", signedBy("", aBody()), ""],
  ])("is refused %s", (_, signature, secret) => {
    expect(readPagerDuty(aBody(), signature, secret).kind).toBe("refused");
  });

  it.each([
    "{",
    "null",
    aBody({ event_type: "constructor" }),
    aBody({ data: { incident_key: "other" } }),
    aBody({ event_type: "incident.triggered" }),
  ])("is none of our business: %s", (body) => {
    expect(readPagerDuty(body, signedBy("S", body), "S").kind).toBe("other");
  });
});
