import { describe, expect, it, onTestFinished } from "vitest";
import {
  metrics,
  readiness,
  readOperationsConfig,
  type Route,
  serveOperations,
} from "../../../adapters/operations/index.ts";
import { openSqlite } from "../../../adapters/store/sqlite/open.ts";
import type { Line } from "../../../src/app/line.ts";
import { aDelivery } from "../../contract/store/work.ts";
import { aStoreFile } from "../../support/a-store.ts";
import { aStage, virtualClock } from "../../support/platform/a-bot.ts";

type Facts = { readonly line?: Line; readonly isStopping?: boolean; readonly routes?: readonly Route[] };

/** A bot on Slack with its server, and what a request to it brings. */
async function anOffice({ line, isStopping = false, routes = [] }: Facts = {}) {
  const clock = virtualClock();
  const figures = metrics();
  const bare = await openSqlite(aStoreFile(), clock);
  const store = figures.counted(bare, clock);
  const stage = await aStage({ store, clock, meter: figures.meter });
  const lines = { slack: () => line ?? { isConnected: true, heardAt: clock.now() } };
  const ready = readiness({ clock, store, lines, isStopping: () => isStopping });
  figures.watch({ clock, store, lines, model: "3f9a1c20" });
  const server = await serveOperations({ host: "127.0.0.1", port: 0 }, { ready, metrics: figures, routes });
  if (typeof server === "string") throw new Error(server);
  onTestFinished(() => server.stop());
  const ask = async (path: string, init?: RequestInit) => {
    const answer = await fetch(`http://127.0.0.1:${server.port}${path}`, init);
    return { status: answer.status, text: await answer.text() };
  };
  return { ...stage, clock, store: bare, ask };
}

describe("whoever runs the bot", () => {
  it("hears that it is alive", async () => {
    const { ask } = await anOffice();
    expect(await ask("/healthz")).toEqual({ status: 200, text: "alive\n" });
  });

  it("hears that it is ready, and why", async () => {
    const { ask } = await anOffice();
    const { status, text } = await ask("/readyz");
    expect(status).toBe(200);
    expect(JSON.parse(text)).toEqual({
      ready: true,
      bot: "Running.",
      store: "It can be written.",
      slack: "Connected. Last told us something 0 s ago.",
    });
  });

  it("hears that the store cannot be written any more", async () => {
    const { ask, store } = await anOffice();
    await store.close();
    const { status, text } = await ask("/readyz");
    expect(status).toBe(503);
    expect(text).toContain("It cannot be written: driver has already been destroyed.");
    expect((await ask("/metrics")).text).toContain('kms_store_errors_total{action="check"} 1');
  });

  it("hears that a delivery could not be kept, although a little can still be written", async () => {
    const clock = virtualClock();
    const disk = { isFull: true };
    const bare = await openSqlite(aStoreFile(), clock);
    onTestFinished(() => bare.close());
    const accept: typeof bare.accept = (delivery) =>
      disk.isFull ? Promise.reject(new Error("could not extend file")) : bare.accept(delivery);
    const store = metrics().counted({ ...bare, accept }, clock);
    const ready = readiness({ clock, store, lines: {}, isStopping: () => false });
    await expect(store.accept(aDelivery())).rejects.toThrow("could not extend file");
    expect(await ready()).toMatchObject({ isReady: false });
    disk.isFull = false;
    await store.accept(aDelivery());
    clock.jump(5_000);
    expect(await ready()).toMatchObject({ isReady: true });
  });

  it("hears within a second that it can be written again", async () => {
    const clock = virtualClock();
    const fault: { why: Error | undefined } = { why: new Error("database or disk is full") };
    const store = { check: () => (fault.why === undefined ? Promise.resolve() : Promise.reject(fault.why)) };
    const ready = readiness({ clock, store, lines: {}, isStopping: () => false });
    expect(await ready()).toMatchObject({ isReady: false });
    fault.why = undefined;
    expect(await ready()).toMatchObject({ isReady: false });
    clock.jump(1_000);
    expect(await ready()).toMatchObject({ isReady: true });
  });

  it("hears that a platform is not heard from", async () => {
    const { ask } = await anOffice({ line: { isConnected: false, heardAt: undefined } });
    const { status, text } = await ask("/readyz");
    expect(status).toBe(503);
    expect(JSON.parse(text)).toMatchObject({ ready: false, slack: "Not connected. Nothing was heard yet." });
  });

  it("hears that it is about to stop, so that nobody sends it more", async () => {
    const { ask } = await anOffice({ isStopping: true });
    expect((await ask("/readyz")).status).toBe(503);
  });

  it("sees what came, what was answered and what waits", async () => {
    const { ask, person, settle, clock, fake } = await anOffice();
    await person("Ana").says("error 1");
    await person("Bo").says("lunch?", { channel: "C2" });
    await settle();
    fake.misbehave(() => ({ kind: "later", after: 60_000 }));
    await person("Ana").says("error 2", { channel: "C3" });
    await settle();
    clock.jump(30_000);
    const { text } = await ask("/metrics");
    for (const line of [
      'kms_events_total{platform="slack",outcome="stored"} 3',
      'kms_worked_total{platform="slack",event="said",outcome="answered"} 2',
      'kms_worked_total{platform="slack",event="said",outcome="silent"} 1',
      'kms_sends_total{platform="slack",outcome="sent"} 1',
      'kms_sends_total{platform="slack",outcome="later"} 1',
      'kms_queue_waiting{queue="inbox"} 0',
      'kms_queue_waiting{queue="outbox"} 1',
      'kms_queue_age_seconds{queue="outbox"} 30',
      'kms_platform_up{platform="slack"} 1',
    ])
      expect(text).toContain(line);
    expect(text).toContain("nodejs_eventloop_lag_p99_seconds");
    expect(text).not.toContain("lunch");
  });
});

describe("a hook", () => {
  const echo: Route = {
    path: "/hooks/echo",
    handle: async (request) => new Response(await request.text(), { status: 202 }),
  };

  const broken: Route = {
    path: "/hooks/broken",
    handle: () => Promise.reject(new Error("token t0psecret")),
  };

  it("gets the request as it came", async () => {
    const { ask } = await anOffice({ routes: [echo] });
    expect(await ask("/hooks/echo", { method: "POST", body: "{ }" })).toEqual({ status: 202, text: "{ }" });
    expect((await ask("/hooks/echo")).status).toBe(404);
    expect((await ask("/hooks/other", { method: "POST", body: "" })).status).toBe(404);
  });

  it("is spared what is too large", async () => {
    const { ask } = await anOffice({ routes: [echo] });
    expect((await ask("/hooks/echo", { method: "POST", body: "x".repeat(2_000_000) })).status).toBe(413);
  });

  it("that fails tells nobody why", async () => {
    const { ask } = await anOffice({ routes: [broken] });
    expect(await ask("/hooks/broken", { method: "POST" })).toEqual({
      status: 500,
      text: "Something went wrong here. Try again.\n",
    });
  });
});

describe("the server's address", () => {
  it.each([
    { env: {}, says: undefined },
    { env: { KMS_PORT: "" }, says: undefined },
    { env: { KMS_PORT: "8080" }, says: { host: "127.0.0.1", port: 8080 } },
    { env: { KMS_PORT: "8080", KMS_HOST: "0.0.0.0" }, says: { host: "0.0.0.0", port: 8080 } },
  ])("for $env is $says", ({ env, says }) => {
    expect(readOperationsConfig(env)).toEqual(says);
  });

  it.each(["http", "-1", "65536", "80 80"])("with the port %j is a mistake that is explained", (port) => {
    expect(readOperationsConfig({ KMS_PORT: port })).toContain(`KMS_PORT is "${port}". Set a port between`);
  });
});
