import { createServer, type Server } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { httpApp, type RunningApp } from "./boltApp.ts";
import { call } from "./caller.ts";
import type { Attempt } from "./delivery/envelope.ts";
import { type FakeSlack, startFakeSlack } from "./index.ts";
import { isJson, type Json, stringAt } from "./json.ts";

let slack: FakeSlack;
beforeEach(async () => {
  slack = await startFakeSlack();
});
afterEach(() => slack.close());

describe("an HTTP delivery", () => {
  let server: Server;
  let status = 200;
  let headers: Json[] = [];
  let extra: { [name: string]: string } = {};

  beforeEach(async () => {
    status = 200;
    headers = [];
    extra = {};
    server = createServer((request, response) => {
      headers.push({ ...request.headers });
      if (status !== 0) response.writeHead(status, extra).end();
    });
    await new Promise<void>((resolve) => {
      server.listen(0, "127.0.0.1", resolve);
    });
    const address = server.address();
    slack.useHttp(`http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/`);
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  it("is tried again at once, after one minute and after five, and then no more", async () => {
    status = 500;
    slack.user("U1").says("C1", "hi");
    await slack.until(() => slack.deliveries.log.length === 2);
    slack.clock.advance(60_000);
    await slack.until(() => slack.deliveries.log.length === 3);
    slack.clock.advance(5 * 60_000 - 1);
    await slack.quiet();
    expect(headers).toHaveLength(3);
    slack.clock.advance(1);
    await slack.until(() => slack.deliveries.log.length === 4);
    slack.clock.advance(24 * 60 * 60_000);
    await slack.quiet();
    expect(headers.map((header) => header["x-slack-retry-num"])).toEqual([undefined, "1", "2", "3"]);
    expect(headers[1]?.["x-slack-retry-reason"]).toBe("http_error");
  });

  it("is tried again when no answer comes within three seconds", async () => {
    status = 0;
    slack.user("U1").says("C1", "hi");
    await slack.until(() => headers.length === 1);
    slack.clock.advance(3_000);
    await slack.until(() => headers.length === 2);
    expect(headers[1]?.["x-slack-retry-reason"]).toBe("http_timeout");
  });

  it("is not tried again when the app says so, nor when it is a command", async () => {
    status = 500;
    extra = { "X-Slack-No-Retry": "1" };
    slack.user("U1").says("C1", "hi");
    await slack.user("U1").types("/kms 5389", "C1");
    await slack.quiet();
    expect(headers).toHaveLength(2);
    expect(slack.noticesFor("U1")).toEqual(['/kms failed with the error "dispatch_failed"']);
  });

  it("may be lost, so that a retry is all there is", async () => {
    slack.deliveries.next({ kind: "lose" });
    slack.user("U1").says("C1", "hi");
    await slack.until(() => headers.length === 1);
    expect(headers[0]?.["x-slack-retry-num"]).toBe("1");
  });
});

describe("a signature", () => {
  let running: RunningApp;
  let heard = 0;
  const attempt: Attempt = {
    envelope: { kind: "events_api", payload: { type: "url_verification", challenge: "c" } },
    retryNum: 0,
    retryReason: undefined,
  };

  it("opens Bolt's door when it is good, even twice or from the future, and never when it is bad or old", async () => {
    heard = 0;
    const served = await httpApp(slack, (app) => app.message(async () => void (heard += 1)));
    running = served;
    const webhook = slack.useHttp(served.url);
    expect(await webhook.verifyUrl()).toBe(true);
    slack.user("U1").says("C1", "hi");
    await slack.until(() => heard === 1);
    expect(await webhook.replay()).toBe(200);
    await slack.until(() => heard === 2);
    expect(await webhook.forge(attempt, { kind: "bad" })).toBe(401);
    expect(await webhook.forge(attempt, { kind: "missing" })).toBe(401);
    expect(await webhook.forge(attempt, { kind: "good", ageSeconds: 301 })).toBe(401);
    expect(await webhook.forge(attempt, { kind: "good", ageSeconds: -3600 })).toBe(200);
    await running.stop();
  });
});

describe("a socket", () => {
  type Client = { readonly socket: WebSocket; readonly frames: Json[]; pongs: number };

  async function connect(): Promise<Client> {
    const opened = await call(slack, "apps.connections.open", {}, slack.appToken);
    const client: Client = { socket: new WebSocket(stringAt(opened, "url") ?? ""), frames: [], pongs: 0 };
    client.socket.on("message", (data: Buffer) => {
      const frame: unknown = JSON.parse(data.toString());
      if (isJson(frame)) client.frames.push(frame);
    });
    client.socket.on("pong", () => {
      client.pongs += 1;
    });
    await slack.until(() => client.frames.length > 0, "hello");
    return client;
  }

  const envelopes = (client: Client) => client.frames.filter((frame) => frame["envelope_id"] !== undefined);

  it("says how many there are", async () => {
    const [first, second] = [await connect(), await connect()];
    expect([first.frames[0], second.frames[0]]).toMatchObject([
      { type: "hello", num_connections: 1 },
      { type: "hello", num_connections: 2 },
    ]);
  });

  it("is one too many after ten", async () => {
    for (let count = 0; count < 10; count += 1) await connect();
    slack.clock.advance(60_000);
    const eleventh = await connect();
    expect(eleventh.frames).toMatchObject([{ type: "disconnect", reason: "too_many_websockets" }]);
    expect(slack.sockets.count).toBe(10);
  });

  it("gets every event that the others don't", async () => {
    const clients = [await connect(), await connect()];
    for (let count = 0; count < 4; count += 1) slack.user("U1").says("C1", `line ${count}`);
    await slack.until(() => clients.flatMap(envelopes).length === 4);
    expect(clients.map((client) => envelopes(client).length)).toEqual([2, 2]);
  });

  it("gets an event again that was not acknowledged in three seconds, with the same event_id", async () => {
    const client = await connect();
    slack.user("U1").says("C1", "hi");
    await slack.until(() => envelopes(client).length === 1);
    slack.clock.advance(3_000);
    const [first, second] = await slack.until(() => (envelopes(client).length === 2 ? envelopes(client) : undefined));
    expect(second).toMatchObject({ retry_attempt: 1, retry_reason: "http_timeout" });
    expect(second?.["payload"]).toEqual(first?.["payload"]);
    expect(second?.["envelope_id"]).not.toBe(first?.["envelope_id"]);
  });

  it("answers pings until they are muted", async () => {
    const client = await connect();
    client.socket.ping();
    await slack.until(() => client.pongs === 1);
    slack.sockets.mutePings();
    client.socket.ping();
    await slack.quiet();
    expect(client.pongs).toBe(1);
  });

  it("shows in its answer to a command what the person reads", async () => {
    const client = await connect();
    const typing = slack.user("U1").types("/kms 5389", "C1");
    const [envelope] = await slack.until(() => (envelopes(client).length > 0 ? envelopes(client) : undefined));
    client.socket.send(JSON.stringify({ envelope_id: envelope?.["envelope_id"], payload: { text: "here" } }));
    await typing;
    expect(slack.channel("C1").ephemeralFor("U1")).toMatchObject([{ text: "here" }]);
  });

  it("may be half-open: the command times out", async () => {
    await connect();
    slack.sockets.freeze();
    const typing = slack.user("U1").types("/kms 5389", "C1");
    slack.clock.advance(3_000);
    await typing;
    expect(slack.noticesFor("U1")).toEqual(['/kms failed with the error "operation_timeout"']);
  });

  it("takes a ticket once", async () => {
    const client = await connect();
    const again = new WebSocket(client.socket.url);
    const failed = new Promise((resolve) => again.once("error", resolve));
    expect(await failed).toBeInstanceOf(Error);
  });
});

const say = () => call(slack, "chat.postMessage", { channel: "C1", text: "x" });
const posted = () => slack.channel("C1").messages().length;

describe("a faulty call", () => {
  it.each([
    { fault: { kind: "http500" } as const, count: 0 },
    { fault: { kind: "http500", sideEffect: true } as const, count: 1 },
    { fault: { kind: "resetBefore" } as const, count: 0 },
    { fault: { kind: "resetAfter" } as const, count: 1 },
    { fault: { kind: "htmlBody" } as const, count: 0 },
  ])("is heard as an error and leaves $count messages after $fault.kind", async ({ fault, count }) => {
    slack.faults.next("chat.postMessage", fault);
    await expect(say()).rejects.toBeInstanceOf(Error);
    expect(posted()).toBe(count);
    await say();
    expect(posted()).toBe(count + 1);
  });

  it("says ok: false with status 200, or to wait without saying how long", async () => {
    slack.faults.next("*", { kind: "okFalse", error: "internal_error" });
    expect(await say()).toEqual({ ok: false, error: "internal_error" });
    slack.faults.next("*", { kind: "rateLimited", retryAfter: "missing" });
    expect(await say()).toMatchObject({ error: "ratelimited" });
    expect(slack.rejections).toEqual([]);
  });

  it("is done at once but answered late when it is slow, and never when it hangs", async () => {
    slack.faults.next("chat.postMessage", { kind: "slow", ms: 5_000 });
    slack.faults.next("chat.postMessage", { kind: "hang", sideEffect: true });
    const slow = say();
    await slack.until(() => posted() === 1);
    const hanging = say().catch(() => "never answered");
    await slack.until(() => posted() === 2);
    slack.clock.advance(5_000);
    expect(await slow).toMatchObject({ ok: true });
    const closing = startFakeSlack();
    await slack.close();
    slack = await closing;
    expect(await hanging).toBe("never answered");
  });
});
