import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { email } from "../../../adapters/pager/email.ts";
import { grafana } from "../../../adapters/pager/grafana.ts";
import { HTTP_TOOLS } from "../../../adapters/pager/http.ts";
import { pagersFor } from "../../../adapters/pager/index.ts";
import { opsgenie } from "../../../adapters/pager/opsgenie.ts";
import { pagerDuty } from "../../../adapters/pager/pagerduty.ts";
import { signature, webhook } from "../../../adapters/pager/webhook.ts";
import type { Pager } from "../../../src/core/escalation/paging.ts";
import { aPaging, pagerContract, type PagerStand, TEST_TIMEOUT } from "../../contract/pager.contract.ts";
import { type FaultyServer, faultyServer, type Received } from "./faulty-server.ts";
import { smtpServer } from "./smtp-server.ts";

const tools = { ...HTTP_TOOLS, timeout: TEST_TIMEOUT, allow: ["127.0.0.1"] };

function standing(make: (url: string) => Pager, keyOf: (received: Received) => unknown) {
  return async (): Promise<PagerStand> => {
    const server: FaultyServer = await faultyServer();
    const keysTaken = () => server.received.filter(({ mood }) => mood === "well").map((one) => String(keyOf(one)));
    const everything = () => server.received.map(({ path, body }) => `${path} ${body}`).join("\n");
    return { pager: make(server.url), service: { ...server, keysTaken, everything } };
  };
}

const field = (name: string) => (received: Received) => Reflect.get(Object(JSON.parse(received.body)), name);

pagerContract(
  "PagerDuty",
  standing((url) => pagerDuty({ name: "pd", routingKey: "R0", url, tools }), field("dedup_key")),
);
pagerContract(
  "Opsgenie",
  standing(
    (url) => opsgenie({ name: "og", apiKey: "K0", url, tools }),
    (received) => field("alias")(received) ?? decodeURIComponent(received.path.split("/")[2]!),
  ),
  undefined,
  50,
);
pagerContract(
  "Grafana",
  standing((url) => grafana({ name: "gf", url, tools }), field("alert_uid")),
  undefined,
  50,
);
pagerContract(
  "webhook",
  standing((url) => webhook({ name: "wh", url, secret: "S0", now: () => 1_790_000_000_000, tools }), field("key")),
  undefined,
  50,
);
pagerContract(
  "e-mail",
  async () => {
    const server = await smtpServer();
    const pager = email({
      name: "mail",
      server: `${server.url}?ignoreTLS=true`,
      from: "kms@example.org",
      to: ["oncall@example.org"],
      timeout: TEST_TIMEOUT,
    });
    const keysTaken = () => server.mails.map(({ text }) => /^X-Kms-Key: (.*)$/im.exec(text)?.[1]?.trim() ?? "");
    return {
      pager,
      service: { ...server, keysTaken, everything: () => server.mails.map(({ text }) => text).join("\n") },
    };
  },
  ["too-many", "broken", "hang", "reset", "reset-after"],
  30,
);

describe("pagers", () => {
  it("are all enrolled in the contract", () => {
    const files = readdirSync(resolve(import.meta.dirname, "../../../adapters/pager"));
    const shared = new Set([
      "cleaned.ts",
      "guard.ts",
      "http.ts",
      "index.ts",
      "outcome.ts",
      "pagerduty-hook.ts",
      "read-pagerduty.ts",
    ]);
    expect(files.filter((name) => !shared.has(name)).toSorted()).toEqual([
      "email.ts",
      "grafana.ts",
      "opsgenie.ts",
      "pagerduty.ts",
      "webhook.ts",
    ]);
  });

  it("sign a webhook over its time and body, so that a receiver can check both", async () => {
    const server = await faultyServer();
    await webhook({ name: "wh", url: server.url, secret: "S0", now: () => 1_790_000_000_999, tools }).page(aPaging());
    const [received] = server.received;
    expect(received!.headers["x-kms-timestamp"]).toBe("1790000000");
    expect(received!.headers["x-kms-signature"]).toBe(signature("S0", "1790000000", received!.body));
    expect(received!.headers["idempotency-key"]).toBe("kms/case-1/1/trigger/1");
    await server.close();
  });

  it("take a duplicate for a page, and a redirect for a mistake", async () => {
    const server = await faultyServer();
    const pager = pagerDuty({ name: "pd", routingKey: "R0", url: server.url, tools });
    server.setMood(() => "duplicate");
    expect(await pager.page(aPaging())).toEqual({ kind: "paged" });
    server.setMood(() => "redirect");
    expect(await pager.page(aPaging())).toMatchObject({ kind: "failed", why: "it redirects elsewhere (302)" });
    expect(server.received).toHaveLength(2);
    server.setMood(() => "forbidden");
    expect(await pager.page(aPaging())).toMatchObject({ kind: "failed", advice: "Correct the integration key." });
    await server.close();
  });

  it("do not send to a private address that is not on the list", async () => {
    const server = await faultyServer();
    const pager = webhook({
      name: "wh",
      url: server.url,
      secret: undefined,
      now: () => 0,
      tools: { ...tools, allow: [] },
    });
    expect(await pager.page(aPaging())).toMatchObject({ kind: "failed", why: "127.0.0.1 is a private address" });
    expect(server.received).toHaveLength(0);
    await server.close();
  });

  it("try again when a name has no address for now", async () => {
    const pager = pagerDuty({
      name: "pd",
      routingKey: "R0",
      url: "https://pager.example.org/",
      tools: { ...tools, resolve: () => Promise.reject(new Error("down")) },
    });
    expect(await pager.page(aPaging())).toEqual({
      kind: "later",
      after: undefined,
      why: "the host pager.example.org has no address",
    });
  });

  it("say which variable is missing, and who has no address", async () => {
    const pagers = pagersFor(
      [
        { name: "pd", kind: "pagerduty", key: "PD_KEY", url: undefined },
        { name: "mail", kind: "email", server: "SMTP_URL", from: "kms@example.org", to: [] },
      ],
      {
        secret: (variable) => (variable === "SMTP_URL" ? "smtp://127.0.0.1:1" : undefined),
        now: () => 0,
      },
    );
    expect(await pagers.get("pd")!.page(aPaging())).toEqual({
      kind: "failed",
      why: "PD_KEY is not set",
      advice: "Set PD_KEY in the environment and start again.",
    });
    expect(await pagers.get("mail")!.page(aPaging({ emails: [] }))).toMatchObject({
      kind: "failed",
      why: "nobody to write to has an e-mail address",
    });
  });
});
