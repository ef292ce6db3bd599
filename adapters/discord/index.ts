import { GatewayDispatchEvents } from "discord.js";
import type { GatewayDispatchPayload } from "discord.js";
import { systemClock, withinTime } from "../../src/app/clock.ts";
import type { Intake, Platform } from "../../src/app/platform.ts";
import type { Instant } from "../../src/core/resolution/responder.ts";
import { discordClients } from "./clients.ts";
import type { DiscordConfig } from "./config.ts";
import type { Desk, DiscordTools } from "./desk.ts";
import { find } from "./find.ts";
import { nameOf } from "./name-of.ts";
import { OUR_LIMITS } from "./limits.ts";
import { people } from "./people.ts";
import { places } from "./places.ts";
import { messageUrl } from "./ref.ts";
import { register } from "./register.ts";
import { send } from "./send.ts";
import { supervise, type Supervised } from "./supervise.ts";
import { type Taker, taker } from "./take.ts";
import { withoutNulls } from "./without-nulls.ts";

export { ConfigError, readDiscordConfig, type DiscordConfig } from "./config.ts";

/** What the adapter needs of the rest. Without a memory, nothing is read back after a restart. */
export type DiscordPorts = Partial<DiscordTools>;

export type Discord = {
  /** For the bot: what can be done on Discord. */
  readonly platform: Platform;
  /** Begins to listen; what is heard goes to the intake. Resolves at once, and connects for as long as it takes. */
  readonly connect: (intake: Intake) => Promise<void>;
  /** Hears nothing more. What is being taken in is finished first, as far as that is quick; the rest is read again at the next start. */
  readonly stop: () => Promise<void>;
  readonly health: () => DiscordHealth;
};

type DiscordHealth = {
  /** When Discord was last heard from; undefined before the first time. */
  readonly heardAt: Instant | undefined;
  readonly isConnected: boolean;
};

/** Discord, as the configuration says. Nothing happens before `connect`. */
export function discord(config: DiscordConfig, ports: DiscordPorts = {}): Discord {
  const desk = assemble(config, ports);
  let running: Running | undefined;
  return {
    platform: {
      name: "discord",
      prefix: `/${config.command} `,
      lookUp: "lookup ",
      send: (post) => send(desk, post),
      find: (post) => find(desk, post),
      nameOf: (tenant, named) => nameOf(desk, tenant, named),
      linkTo: messageUrl,
      threadUnder: ({ place, ref }) => (ref.channel === place.channel ? ref.message : (place.thread ?? ref.message)),
    },
    connect: async (intake) => {
      const taking = taker(desk, intake);
      running = { line: supervise(desk, (packet) => hear(desk, taking, withoutNulls(packet))), taker: taking };
    },
    stop: async () => {
      await withinTime(desk.clock, OUR_LIMITS.goodbye, finish(running));
    },
    health: () => ({ heardAt: running?.line.heardAt(), isConnected: running?.line.isConnected() ?? false }),
  };
}

type Running = { readonly line: Supervised; readonly taker: Taker };

async function finish(running: Running | undefined): Promise<void> {
  await running?.line.stop();
  await running?.taker.stop();
}

function assemble(config: DiscordConfig, ports: DiscordPorts): Desk {
  const clients = discordClients(config);
  const { clock = systemClock, report = () => {} } = ports;
  return {
    memory: shortMemory(),
    complete: async () => [],
    titleOf: () => undefined,
    random: Math.random,
    ...ports,
    clock,
    report,
    config,
    clients,
    places: places(clients.posts),
    people: people({ clients, clock, report }),
    identity: { user: "", application: "" },
    answers: new Map(),
    threadless: new Map(),
  };
}

/** With READY Discord says who we are, before anything else. An old bot's application has the bot's own id. */
function hear(desk: Desk, { hear: take }: Taker, packet: GatewayDispatchPayload): void {
  if (packet.t === GatewayDispatchEvents.Ready) {
    const {
      user,
      application,
    }: { readonly user: { readonly id: string }; readonly application?: { readonly id: string } } = packet.d;
    desk.identity.user = user.id;
    desk.identity.application = application?.id ?? user.id;
    void register(desk);
  }
  take(packet);
}

function shortMemory(): Desk["memory"] {
  const values = new Map<string, string>();
  return { get: async (key) => values.get(key), set: async (key, value) => void values.set(key, value) };
}
