import { createServer } from "node:http";
import { virtualClock } from "./clock.ts";
import type { VirtualClock } from "./clock.ts";
import type { FakeDiscord } from "./discord.ts";
import { gateway, sessionStarts } from "./gateway/gateway.ts";
import type { Gateway } from "./gateway/gateway.ts";
import { acceptSockets, listen } from "./listen.ts";
import { DEFAULTS } from "./options.ts";
import type { DiscordOptions } from "./options.ts";
import { readers } from "./people/read.ts";
import type { Scene } from "./people/scene.ts";
import { setup } from "./people/setup.ts";
import { faults } from "./rest/faults.ts";
import type { CallRecord, Rejection } from "./rest/log.ts";
import { rates } from "./rest/rates.ts";
import type { Rates } from "./rest/rates.ts";
import { restHandler } from "./rest/server.ts";
import type { RestOptions } from "./rest/server.ts";
import { waiting } from "./waiting.ts";
import type { Waiting } from "./waiting.ts";
import { snowflakes } from "./world/snowflake.ts";
import { archiveIdle } from "./world/threads.ts";
import { emptyWorld } from "./world/world.ts";
import type { World } from "./world/world.ts";

export type { FakeDiscord } from "./discord.ts";
export type { DiscordOptions } from "./options.ts";
export type { Person } from "./people/person.ts";
export type { Invocation } from "./people/invocation.ts";

/**
 * Starts a Discord on this machine that the real discord.js talks to over HTTP and WebSocket. It refuses what
 * Discord refuses, with Discord's codes; stop it when the test is over.
 * @example
 * const discord = await startDiscord({ channels: ["errors"] });
 * const ana = discord.user("ana");
 * const reply = await ana.types("/kms lookup", { query: "5389" }, "errors").reply();
 * await ana.clicks(reply, "Done").reply();
 * expect(discord.rejections).toEqual([]);
 */
export async function startDiscord(given: DiscordOptions = {}): Promise<FakeDiscord> {
  const options: Required<DiscordOptions> = { ...DEFAULTS, ...given };
  const server = createServer();
  const address = await listen(server);
  const parts = partsOf(options, address);
  const line = gatewayOf(options, parts);
  const changed = (): void => {
    line.flush();
    parts.wait.changed();
  };
  const planned = faults();
  const limits = rates(parts.clock, { enforced: options.rates === "on", invalidLimit: options.invalidLimit });
  server.on("request", restOf(parts, line, options, { faults: planned, rates: limits, changed }));
  const close = acceptSockets(server, line);
  parts.clock.onAdvance((now) => {
    archiveIdle(parts.world, now);
    changed();
  });
  return {
    ...connection(options, parts),
    ...people(options, { world: parts.world, clock: parts.clock, changed, until: parts.wait.until }),
    ...reports(parts, limits),
    clock: parts.clock,
    advance: parts.clock.advance,
    fails: planned.add,
    heals: planned.clear,
    gateway: line,
    stop: async () => {
      parts.clock.stop();
      await close();
    },
  };
}

/** What the REST API, the gateway and the people share. */
type Parts = {
  readonly address: string;
  readonly clock: VirtualClock;
  readonly world: World;
  readonly wait: Waiting;
  readonly calls: CallRecord[];
  readonly rejections: Rejection[];
  readonly credentials: { token: string };
};

function partsOf(options: Required<DiscordOptions>, address: string): Parts {
  const clock = virtualClock(options.now);
  const calls: CallRecord[] = [];
  const rejections: Rejection[] = [];
  const wait = waiting(() => describe(calls, rejections));
  const world = worldOf(options, address, clock);
  return { address, clock, world, wait, calls, rejections, credentials: { token: options.token } };
}

function worldOf(options: Required<DiscordOptions>, address: string, clock: VirtualClock): World {
  const nextId = snowflakes();
  const bot = { id: nextId(clock.now()), name: options.botName, bot: true };
  return emptyWorld({ bot, origin: `http://${address}`, nextId, seesContent: options.messageContent });
}

function gatewayOf(options: Required<DiscordOptions>, { world, clock, address, wait, credentials }: Parts): Gateway {
  const { messageContent, members, presences, heartbeatInterval, bufferSize, identifyLimit, concurrency, lean } =
    options;
  return gateway({
    world,
    clock,
    changed: () => wait.changed(),
    granted: { messageContent, members, presences },
    heartbeatInterval,
    bufferSize,
    identifyLimit,
    concurrency,
    lean,
    token: () => credentials.token,
    resetToken: () => void (credentials.token += " (reset)"),
    resumeUrl: () => `ws://${address}/resume`,
  });
}

function restOf(
  parts: Parts,
  line: Gateway,
  { shards, lean }: Required<DiscordOptions>,
  controls: Pick<RestOptions, "faults" | "rates" | "changed">,
) {
  const { address, credentials, ...shared } = parts;
  const info = { url: `ws://${address}`, shards, sessionStarts: () => sessionStarts(line) };
  return restHandler({
    ...shared,
    during: parts.wait.during,
    gateway: info,
    lean,
    token: () => credentials.token,
    ...controls,
  });
}

function connection(options: Required<DiscordOptions>, { address, world }: Parts) {
  return { api: `http://${address}/api`, token: options.token, botId: world.bot.id, mention: `<@${world.bot.id}>` };
}

/** The first guild is built before any client hears of it. */
function people(options: Required<DiscordOptions>, scene: Scene) {
  const building = setup(scene, options);
  scene.changed();
  return { ...building, ...readers(scene) };
}

function reports({ wait, calls, rejections }: Parts, limits: Rates) {
  return {
    calls,
    rejections,
    invalidRequests: () => limits.invalid(),
    until: async <T>(probe: () => T | undefined | false, what = "it to be so") => await wait.until(probe, what),
    settled: wait.settled,
    quiet: wait.quiet,
  };
}

function describe(calls: readonly CallRecord[], rejections: readonly Rejection[]): string {
  const last = calls.slice(-5).map((call) => `${call.route} → ${call.status ?? "no answer"}`);
  const refused = rejections
    .slice(-3)
    .map((one) => `${one.route}: ${one.code} ${one.message} ${one.problems.join("; ")}`);
  return `Last calls: ${last.join(", ") || "none"}. Refused: ${refused.join(", ") || "none"}.`;
}
