import { type Clock, systemClock } from "../../src/app/clock.ts";
import type { Intake, Platform, Tenant } from "../../src/app/platform.ts";
import type { Instant, Responder } from "../../src/core/resolution/responder.ts";
import { helpView } from "../../src/core/view/help-view.ts";
import type { View } from "../../src/core/view/view.ts";
import { asides } from "./aside.ts";
import { type Channels, channels } from "./channels.ts";
import { slackClients } from "./clients.ts";
import type { SlackConfig } from "./config.ts";
import { find } from "./find.ts";
import { eventsRoute } from "./http.ts";
import type { KeyValues } from "./installation-store.ts";
import { type Installations, installations } from "./installations.ts";
import { openLine } from "./line.ts";
import type { Mail } from "./mail.ts";
import { type People, people } from "./people.ts";
import { slackLink, threadOf } from "./ref.ts";
import { renderHome } from "./render.ts";
import type { Report } from "./report.ts";
import { send } from "./send.ts";
import { type Supervised, superviseLines } from "./sockets.ts";
import { type Taker, taker } from "./take.ts";
import { oneToken } from "./tokens.ts";
import { type Route, serve, type Web } from "./web.ts";

export { ConfigError, readSlackConfig, type SlackConfig } from "./config.ts";
export type { KeyValues } from "./installation-store.ts";
export type { Report } from "./report.ts";

/** What the adapter needs of the rest; only many workspaces need `installations`. */
export type SlackPorts = {
  readonly clock?: Clock;
  readonly report?: Report;
  /** Keeps installations by tenant: `get`, `set`, `add` and `delete`. */
  readonly installations?: KeyValues;
  /** What the Home tab shows to a person: their open cases, and what is new. Without it, what the bot can do. */
  readonly home?: (tenant: Tenant, who: Responder) => Promise<View>;
};

export type Slack = {
  /** For the bot: what can be done on Slack. */
  readonly platform: Platform;
  /** Begins to listen; what is heard goes to the intake. Rejects only where a port is taken, with a `ConfigError`. */
  readonly connect: (intake: Intake) => Promise<void>;
  /** Hears nothing more. What is being taken in is finished first. */
  readonly stop: () => Promise<void>;
  readonly health: () => SlackHealth;
};

type SlackHealth = {
  /** When Slack was last heard from, pings not counted; undefined before the first time. */
  readonly heardAt: Instant | undefined;
  /** Whether Slack can reach us: a socket is open, or HTTP is served. A socket that is silent for half a minute is over. */
  readonly isConnected: boolean;
  /** Open sockets; undefined in HTTP mode. */
  readonly sockets: number | undefined;
  /** Where HTTP is served; undefined where nothing is. */
  readonly port: number | undefined;
};

/** Slack, as the configuration says how to reach it. Nothing happens before `connect`. */
export function slack(config: SlackConfig, ports: SlackPorts = {}): Slack {
  const parts = assemble(config, ports);
  let heardAt: Instant | undefined;
  let running: Running | undefined;
  const onHeard = (): void => void (heardAt = parts.clock.now());
  return {
    platform: {
      name: "slack",
      prefix: `${config.command} `,
      send: (post) => send(parts.mail, post),
      find: (post) => find(parts.mail, post),
      nameOf: (tenant, { kind, id }) => (kind === "person" ? parts.people : parts.channels).nameOf(tenant, id),
      linkTo: slackLink,
      threadUnder: ({ place, replyTo, ref }) => threadOf(place, replyTo) ?? ref.message,
    },
    connect: async (intake) => {
      running = await run(config, parts, intake, onHeard);
    },
    stop: async () => {
      await running?.taker.settled();
      await Promise.all([running?.sockets?.stop(), running?.web?.stop()]);
    },
    health: () => {
      const sockets = running?.sockets?.open();
      const isConnected = running !== undefined && sockets !== 0;
      return { heardAt, isConnected, sockets, port: running?.web?.port };
    },
  };
}

type Parts = {
  readonly clock: Clock;
  readonly report: Report;
  readonly mail: Mail;
  readonly people: People;
  readonly channels: Channels;
  readonly home: NonNullable<SlackPorts["home"]>;
  readonly installed: Installations | undefined;
};

function assemble({ identity, apiUrl, command }: SlackConfig, ports: SlackPorts): Parts {
  const {
    clock = systemClock,
    report = () => {},
    home = async () => helpView({ prefix: `${command} ` }, () => true),
  } = ports;
  const values = ports.installations;
  const installed = identity.kind === "oauth" ? installations({ identity, apiUrl, values, clock, report }) : undefined;
  const tokens = identity.kind === "workspace" ? oneToken(identity.botToken) : installed?.tokens;
  if (tokens === undefined) throw new Error("Cannot start Slack: it has no token. Pass an identity.");
  const mail = { clients: slackClients(apiUrl), tokens, asides: asides(clock, apiUrl) };
  const asking = { ...mail, clock, report };
  return { clock, report, home, installed, mail, people: people(asking), channels: channels(asking) };
}

type Running = { readonly taker: Taker; readonly sockets: Supervised | undefined; readonly web: Web | undefined };

async function run(config: SlackConfig, parts: Parts, intake: Intake, onHeard: () => void): Promise<Running> {
  const { reach, identity, apiUrl } = config;
  const { clock, report, mail, installed } = parts;
  const taking = taker({
    ...mail,
    people: parts.people,
    channels: parts.channels,
    clock,
    report,
    apiUrl,
    intake,
    showHome: (...whose) => showHome(parts, ...whose),
  });
  const { take } = taking;
  const routes: readonly Route[] = [
    ...(reach.kind === "http"
      ? [eventsRoute({ signingSecret: reach.signingSecret, clock, report, take, onHeard })]
      : []),
    ...(installed === undefined ? [] : [installed.route]),
  ];
  const port = reach.kind === "http" ? reach.port : identity.kind === "oauth" ? identity.port : 0;
  const web = routes.length === 0 ? undefined : await serve(port, routes, report);
  if (reach.kind === "http") return { taker: taking, sockets: undefined, web };
  const { appToken } = reach;
  const open = () => openLine({ appToken, apiUrl, report, take, onHeard });
  return { taker: taking, web, sockets: superviseLines({ openLine: open, clock, report }) };
}

async function showHome({ mail, home }: Parts, tenant: Tenant, who: Responder): Promise<void> {
  const token = await mail.tokens.tokenFor(tenant);
  if (token === undefined) return;
  const view = renderHome(await home(tenant, who));
  await mail.clients.clicks.apiCall("views.publish", { token, user_id: who.id, view });
}
