import { Events, Status } from "discord.js";
import type { Client, GatewayDispatchPayload } from "discord.js";
import type { Instant } from "../../src/core/resolution/responder.ts";
import { gatewayClient } from "./gateway-client.ts";
import type { Desk } from "./desk.ts";
import { pause } from "./pause.ts";
import { reasonOf } from "./report.ts";

/** A connection to the gateway that is made anew whenever it is lost for good. */
export type Supervised = {
  readonly stop: () => Promise<void>;
  readonly isConnected: () => boolean;
  /** When Discord was last heard from; undefined before the first time. */
  readonly heardAt: () => Instant | undefined;
};

/** How a connection ended. */
type End =
  | { readonly kind: "lost"; readonly why: string }
  /** MESSAGE CONTENT was not granted. */
  | { readonly kind: "denied" }
  /** It would end the same way again: trying on only uses up the day's logins. */
  | { readonly kind: "hopeless"; readonly why: string };

/** Milliseconds. Discord's own client reconnects within a session; we step in where it does not succeed. */
const PACE = { first: 1_000, most: 30_000, look: 5_000, patience: 30_000 } as const;

/** Keeps a connection until it is stopped. Nothing that happens to it ever ends the process. */
export function supervise(desk: Desk, hear: Hear): Supervised {
  const line = {
    client: undefined as Client | undefined,
    heardAt: undefined as Instant | undefined,
    stopped: Promise.withResolvers<void>(),
  };
  let isStopped = false;
  void line.stopped.promise.then(() => (isStopped = true));
  const heard = (packet: GatewayDispatchPayload): void => {
    line.heardAt = desk.clock.now();
    try {
      hear(packet);
    } catch (error) {
      desk.report({ level: "error", text: `Cannot deal with ${packet.t}: ${reasonOf(error)}. The rest goes on.` });
    }
  };
  const running = keepOn(desk, heard, line, () => isStopped);
  return {
    stop: async () => {
      isStopped = true;
      line.stopped.resolve();
      await running;
    },
    isConnected: () => line.client !== undefined && isUp(line.client),
    heardAt: () => line.heardAt,
  };
}

type Hear = (packet: GatewayDispatchPayload) => void;

type Line = { client: Client | undefined; readonly stopped: PromiseWithResolvers<void> };

async function keepOn(desk: Desk, hear: Hear, line: Line, isOver: () => boolean): Promise<void> {
  let [watch, longest] = [desk.config.watch, PACE.first as number];
  while (!isOver()) {
    line.client = gatewayClient(desk.config, watch);
    const since = desk.clock.now();
    const end = await endOf(desk, line.client, hear, line.stopped.promise);
    await line.client.destroy().catch(() => undefined);
    if (end === undefined) return;
    tell(desk, end);
    if (end.kind === "hopeless") return;
    if (end.kind === "denied") watch = false;
    longest = desk.clock.now() - since > 2 * PACE.most ? PACE.first : Math.min(longest * 2, PACE.most);
    await pause(desk.clock, end.kind === "denied" ? 0 : longest * (0.5 + desk.random() / 2), line.stopped.promise);
  }
}

/** Connects, and resolves when nothing more is to be hoped for from this client; with nothing when we stop. */
async function endOf(desk: Desk, client: Client, hear: Hear, stopped: Promise<void>): Promise<End | undefined> {
  const { promise, resolve } = Promise.withResolvers<End>();
  client.on(Events.Raw, hear);
  client.on(Events.ShardDisconnect, ({ code }) => resolve(endAfter(code, desk.config.watch)));
  client.on(Events.Error, (error) => resolve({ kind: "lost", why: reasonOf(error) }));
  client.on(Events.ShardError, () => undefined);
  client.on(Events.Invalidated, () => resolve({ kind: "lost", why: "the session is invalid" }));
  client.login(desk.config.token).catch((error: unknown) => resolve(endAfterLogin(error)));
  const callOff = lookAfter(desk, client, resolve);
  return await Promise.race([promise, stopped.then(() => undefined)]).finally(callOff);
}

/** Resolves where the client has been without a connection for too long. */
function lookAfter({ clock }: Desk, client: Client, resolve: (end: End) => void): () => void {
  let upAt = clock.now();
  const look = (): void => {
    if (isUp(client)) upAt = clock.now();
    if (clock.now() - upAt >= PACE.patience) resolve({ kind: "lost", why: "no connection for 30 s" });
    else callOff = clock.after(PACE.look, look);
  };
  let callOff = clock.after(PACE.look, look);
  return () => callOff();
}

function isUp({ ws }: Client): boolean {
  return ws.shards.size > 0 && ws.shards.every(({ status }) => status === Status.Ready);
}

/** {@link https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes} */
function endAfter(code: number, watch: boolean): End {
  if (code === 4_014 && watch) return { kind: "denied" };
  if (code === 4_004) return { kind: "hopeless", why: BAD_TOKEN };
  if (code === 4_013 || code === 4_014) return { kind: "hopeless", why: "Discord refuses the intents we ask for" };
  return { kind: "lost", why: `closed with ${code}` };
}

const BAD_TOKEN =
  "Discord does not accept the token. Reset it in the developer portal (Bot, Reset Token), put it into DISCORD_TOKEN, and start again";

function endAfterLogin(error: unknown): End {
  const isToken = error instanceof Error && "code" in error && error.code === "TokenInvalid";
  return isToken ? { kind: "hopeless", why: BAD_TOKEN } : { kind: "lost", why: reasonOf(error) };
}

function tell({ report }: Desk, end: End): void {
  if (end.kind === "denied") report({ level: "error", text: NOT_GRANTED });
  else if (end.kind === "hopeless") report({ level: "error", text: `Cannot connect to Discord: ${end.why}.` });
  else report({ level: "warn", text: `The connection to Discord was lost: ${end.why}. It is made anew.` });
}

const NOT_GRANTED =
  "Cannot watch channels on Discord: MESSAGE CONTENT is not granted. Switch on Message Content Intent in the developer portal (your application, Bot, Privileged Gateway Intents) and start again, or set DISCORD_WATCH=false. Until then I answer commands, mentions and direct messages only.";
