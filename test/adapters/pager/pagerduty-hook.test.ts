import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { operationsApp } from "../../../adapters/operations/app.ts";
import { metrics } from "../../../adapters/operations/index.ts";
import { pagerDutyHook, type TakeNews } from "../../../adapters/pager/pagerduty-hook.ts";

const SECRET = "S3CRET";

function aBody(facts: Readonly<Record<string, unknown>> = {}): string {
  const data = { incident_key: "kms/k3f9x2ab/1" };
  return JSON.stringify({
    event: { id: "01D", event_type: "incident.acknowledged", agent: { summary: "Ana" }, data, ...facts },
  });
}

/** PagerDuty calls the bot's server. */
async function told(body: string, take: TakeNews, secret = SECRET): Promise<number> {
  const app = operationsApp({
    ready: async () => ({ isReady: true, facts: {} }),
    metrics: metrics(),
    routes: [pagerDutyHook(SECRET, take)],
  });
  const signature = `v1=${createHmac("sha256", secret).update(body).digest("hex")}`;
  const headers = { "x-pagerduty-signature": signature, "content-type": "application/json" };
  return (await app.request("/hooks/pagerduty", { method: "POST", body, headers })).status;
}

describe("PagerDuty's hook", () => {
  it("hands in what was answered there", async () => {
    const news: unknown[] = [];
    expect(await told(aBody(), async (one) => news.push(one))).toBe(200);
    expect(news).toEqual([{ kind: "news", delivery: "01D", key: "kms/k3f9x2ab/1", event: "acknowledge", by: "Ana" }]);
  });

  it("refuses what is not signed with the secret", async () => {
    const news: unknown[] = [];
    expect(await told(aBody(), async (one) => news.push(one), "guess")).toBe(401);
    expect(news).toEqual([]);
  });

  it("is content with news about something else", async () => {
    const news: unknown[] = [];
    expect(await told(aBody({ event_type: "incident.triggered" }), async (one) => news.push(one))).toBe(200);
    expect(await told(aBody({ data: { incident_key: "theirs" } }), async (one) => news.push(one))).toBe(200);
    expect(news).toEqual([]);
  });

  it("asks to be told again when it could not be kept", async () => {
    expect(
      await told(aBody(), async () => {
        throw new Error("the disk is full");
      }),
    ).toBe(503);
  });
});
