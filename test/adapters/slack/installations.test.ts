import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SCOPES } from "../../../adapters/slack/scopes.ts";
import { type KeyValues, slack as startSlack, type Slack } from "../../../adapters/slack/index.ts";
import type { Post } from "../../../src/app/platform.ts";
import { writeAction } from "../../../src/core/resolution/token.ts";
import { aView } from "../../contract/views.ts";
import { type FakeSlack, startFakeSlack } from "../../support/slack/index.ts";
import { clockOf, keepingIntake } from "./driver.ts";

/** Seconds. */
const HOUR = 3_600;

const teams = [
  { id: "T1", installed: false },
  { id: "T2", installed: false },
];
const users = [
  { id: "U1", team: "T1" },
  { id: "U2", team: "T2" },
];
const channels = [
  { id: "C1", team: "T1" },
  { id: "C2", team: "T2" },
];

describe("many workspaces", () => {
  let slack: FakeSlack;
  let adapters: Slack[];
  let intake: ReturnType<typeof keepingIntake>;
  let values: Map<string, string>;
  let looks: string[];

  async function start({ rotatesTokens = false, organisation = false } = {}): Promise<void> {
    const facts = organisation ? { enterprise: "E1", isOrgWide: true } : {};
    const installable = teams.map((team) => ({ ...team, ...facts }));
    slack = await startFakeSlack({ teams: installable, users, channels, app: { rotatesTokens } });
    await another();
  }

  /** One more replica on the same installations. */
  async function another(): Promise<Slack> {
    const { clientId, clientSecret } = slack.world.app;
    const identity = { kind: "oauth", clientId, clientSecret, stateSecret: "a-long-secret", port: 0 } as const;
    const reach = { kind: "http", signingSecret: slack.signingSecret, port: 0 } as const;
    const config = { reach, identity, command: "/kms", apiUrl: slack.apiUrl };
    const adapter = startSlack(config, { clock: clockOf(slack), installations: keyValues(values, looks) });
    await adapter.connect(intake);
    slack.useHttp(`http://127.0.0.1:${adapter.health().port}/slack/events`);
    adapters.push(adapter);
    return adapter;
  }

  beforeEach(() => {
    adapters = [];
    values = new Map();
    looks = [];
    intake = keepingIntake();
  });

  afterEach(async () => {
    await Promise.all(adapters.map((adapter) => adapter.stop()));
    await slack.close();
  });

  const first = (): Slack => {
    const [adapter] = adapters;
    if (adapter === undefined) throw new Error("Expected a replica.");
    return adapter;
  };

  /** What a browser does: takes the link, and comes back with a code and its cookie. */
  async function install(user: string, team: string, cookie = true): Promise<number> {
    const origin = `http://127.0.0.1:${first().health().port}`;
    const page = await fetch(`${origin}/slack/install`);
    const state = /state=([^"&]+)/.exec(await page.text())?.[1] ?? "";
    const code = slack.agreesToInstall(user, team, SCOPES);
    const headers = cookie ? { Cookie: (page.headers.get("set-cookie") ?? "").split(";")[0] ?? "" } : {};
    const back = await fetch(`${origin}/slack/oauth_redirect?code=${code}&state=${state}`, { headers });
    if (back.ok) slack.channel(team === "T1" ? "C1" : "C2").invite(slack.world.teams.get(team)?.bot?.user ?? "");
    return back.status;
  }

  function endOf(team: string): number {
    return JSON.parse(values.get(team) ?? "{}").installation.bot.expiresAt;
  }

  /** As if the token had been given so many hours ago; it is good for twelve. */
  function runsOutSoon(hours = 11): void {
    const kept = JSON.parse(values.get("T1") ?? "{}");
    const { bot } = kept.installation;
    const installation = { ...kept.installation, bot: { ...bot, expiresAt: bot.expiresAt - hours * HOUR } };
    values.set("T1", JSON.stringify({ ...kept, installation }));
  }

  it("asks for the scopes that the manifest names, and no more", async () => {
    await start();
    const page = await (await fetch(`http://127.0.0.1:${first().health().port}/slack/install`)).text();
    expect(decodeURIComponent(/scope=([^"&]+)/.exec(page)?.[1] ?? "").split(",")).toEqual([...SCOPES]);
  });

  it("are each spoken to with their own token, and heard as themselves", async () => {
    await start();
    expect(await install("U1", "T1")).toBe(200);
    expect(await install("U2", "T2")).toBe(200);
    expect(await first().platform.send(aPost("T1", "C1"))).toMatchObject({ kind: "sent" });
    expect(await first().platform.send(aPost("T2", "C2"))).toMatchObject({ kind: "sent" });
    expect(await first().platform.send(aPost("T1", "C2"))).toMatchObject({ kind: "impossible" });
    expect(slack.channel("C2").everything()).toHaveLength(1);
    slack.user("U1").says("C1", "one");
    slack.user("U2").says("C2", "two");
    await slack.until(() => intake.kept().length === 2);
    expect(intake.kept().map(({ place }) => place.tenant)).toEqual(["T1", "T2"]);
  });

  it("cannot be installed by a link that somebody else began", async () => {
    await start();
    expect(await install("U1", "T1", false)).not.toBe(200);
    expect(values.size).toBe(0);
  });

  it("says how to install it where it is not installed", async () => {
    await start();
    const sent = await first().platform.send(aPost("T1", "C1"));
    expect(sent).toMatchObject({ kind: "impossible", advice: expect.stringContaining("/slack/install") });
  });

  it("forgets the token of a workspace that removed the app, and of no other", async () => {
    await start();
    await install("U1", "T1");
    await install("U2", "T2");
    slack.uninstall("T1");
    await slack.until(() => values.size === 1, "one token forgotten");
    expect([...values.keys()]).toEqual(["T2"]);
    expect(await first().platform.send(aPost("T1", "C1"))).toMatchObject({ kind: "impossible", why: "not_installed" });
    expect(await first().platform.send(aPost("T2", "C2"))).toMatchObject({ kind: "sent" });
  });

  it("renews a token that runs out soon, once for all calls at the time", async () => {
    await start({ rotatesTokens: true });
    await install("U1", "T1");
    runsOutSoon();
    const sent = await Promise.all([1, 2, 3].map(() => first().platform.send(aPost("T1", "C1"))));
    expect(sent.map(({ kind }) => kind)).toEqual(["sent", "sent", "sent"]);
    expect(slack.calls.filter(({ args }) => args["grant_type"] === "refresh_token")).toHaveLength(1);
    expect(slack.rejections).toEqual([]);
  });

  it("is renewed once, by one of two replicas, and the other goes on with the old token meanwhile", async () => {
    await start({ rotatesTokens: true });
    await install("U1", "T1");
    runsOutSoon();
    const second = await another();
    const sent = await Promise.all(
      [first(), second, first(), second].map(({ platform }) => platform.send(aPost("T1", "C1"))),
    );
    expect(sent.map(({ kind }) => kind)).toEqual(["sent", "sent", "sent", "sent"]);
    expect(slack.calls.filter(({ args }) => args["grant_type"] === "refresh_token")).toHaveLength(1);
    expect(slack.rejections).toEqual([]);
  });

  it("is waited for where the old token is over and another replica has the renewal", async () => {
    await start({ rotatesTokens: true });
    await install("U1", "T1");
    runsOutSoon(12.5);
    const taken = `renewing T1 ${endOf("T1")} ${Math.floor(slack.clock.now() / 30_000)}`;
    values.set(taken, "1");
    const before = looks.length;
    const sending = first().platform.send(aPost("T1", "C1"));
    await slack.until(() => looks.length > before + 2, "a look for the renewed token");
    runsOutSoon(-8);
    expect(await sending).toMatchObject({ kind: "sent" });
    expect(slack.calls.filter(({ args }) => args["grant_type"] === "refresh_token")).toEqual([]);
  });

  it("keeps an installation that is newer than the removal that Slack still tells of", async () => {
    await start();
    await install("U1", "T1");
    const removal = { type: "app_uninstalled" };
    slack.publish("T1", removal);
    await slack.until(() => values.size === 0, "the token forgotten");
    slack.clock.advance(5_000);
    await install("U1", "T1");
    const envelope = slack.deliveries.log.at(-1)?.envelope;
    if (envelope === undefined) throw new Error("Expected a delivery.");
    slack.clock.advance(1_000);
    await slack.deliveries.deliver(envelope);
    expect([...values.keys()]).toEqual(["T1"]);
  });

  it("are one where an organisation has the app for all of them: one token, and one tenant for its shared channels", async () => {
    await start({ organisation: true });
    expect(await install("U1", "T1")).toBe(200);
    slack.channel("C2").invite("UBOTE1");
    expect([...values.keys()]).toEqual(["E1"]);
    expect(await first().platform.send(aPost("E1", "C1"))).toMatchObject({ kind: "sent" });
    expect(await first().platform.send(aPost("E1", "C2"))).toMatchObject({ kind: "sent" });
    slack.user("U1").says("C1", "one");
    slack.user("U2").says("C2", "two");
    await slack.until(() => intake.kept().length === 2);
    await slack.user("U2").types("/kms 5389", "C2");
    expect(intake.kept().map(({ place }) => place.tenant)).toEqual(["E1", "E1", "E1"]);
    slack.uninstall("T1");
    await slack.until(() => values.size === 0, "the token forgotten");
    expect(await first().platform.send(aPost("E1", "C1"))).toMatchObject({ kind: "impossible", why: "not_installed" });
  });

  it("tries again later when the place where tokens are kept cannot be read", async () => {
    await start();
    await install("U1", "T1");
    values.set("T1", "{broken");
    expect(await first().platform.send(aPost("T1", "C1"))).toMatchObject({ kind: "later" });
  });
});

/** Notes each key that is looked up. */
function keyValues(values: Map<string, string>, looks: string[]): KeyValues {
  return {
    get: async (key) => {
      looks.push(key);
      return values.get(key);
    },
    set: async (key, value) => void values.set(key, value),
    add: async (key, value) => !values.has(key) && values.set(key, value) === values,
    delete: async (key) => void values.delete(key),
  };
}

function aPost(tenant: string, channel: string): Post {
  const place = { platform: "slack", tenant, channel, thread: undefined, kind: "channel" } as const;
  return { kind: "post", key: "k", place, replyTo: undefined, view: aView("Words"), tokenOf: writeAction };
}
