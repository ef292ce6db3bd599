import type { Publish } from "./api/method.ts";
import { limiter, type Rate } from "./api/rates.ts";
import { type Clock, virtualClock } from "./clock.ts";
import { announcer } from "./delivery/announcer.ts";
import { Deliveries } from "./delivery/deliveries.ts";
import type { Envelope, Receipt } from "./delivery/envelope.ts";
import { Sockets } from "./delivery/sockets.ts";
import { type Endpoints, Webhook } from "./delivery/webhook.ts";
import { Person, type Stage } from "./people/person.ts";
import { editsAs, type Posting, postsAs } from "./people/monitor.ts";
import { Room } from "./people/room.ts";
import { Faults } from "./server/faults.ts";
import { bind, type Listening, listen } from "./server/listen.ts";
import type { CallRecord } from "./server/office.ts";
import { APP_TOKEN, botTokenOf, buildWorld, type Setting } from "./world/build.ts";
import { newInstallCode, uninstall } from "./world/install.ts";
import { visibleText, visibleView } from "./world/visible.ts";
import { FILES_AT } from "./world/wire.ts";
import type { Message, Ping, View, World } from "./world/world.ts";

export type FakeSlackOptions = Setting & {
  readonly clock?: Clock;
  /** Another rate than a method's tier gives it. */
  readonly rates?: { readonly [method: string]: Rate };
};

/** Slack in this process: the real wire protocols, virtual time, and people to act with. */
export async function startFakeSlack(options: FakeSlackOptions = {}): Promise<FakeSlack> {
  const { server, origin } = await bind();
  const slack = new FakeSlack(origin, options);
  const { rates = {} } = options;
  const desk = { world: slack.world, now: slack.clock.now, origin, rates, limit: slack.limit, publish: slack.publish };
  const warn = (warning: string): number => slack.warnings.push(warning);
  const office = { clock: slack.clock, desk: { ...desk, warn }, faults: slack.faults, record: slack.record };
  slack.opened(listen(server, office, slack.sockets));
  return slack;
}

export class FakeSlack {
  readonly world: World;
  readonly clock: Clock;
  readonly faults = new Faults();
  readonly sockets: Sockets;
  readonly deliveries: Deliveries;
  /** Every call of the Web API and the response_urls. */
  readonly calls: CallRecord[] = [];
  /** The calls that Slack turned down, except where a fault was asked for. A good app leaves this empty. */
  readonly rejections: CallRecord[] = [];
  /** What Slack took, but frowns on: `missing_text_in_message`, `message_truncated`. */
  readonly warnings: string[] = [];
  readonly limit: ReturnType<typeof limiter>;
  readonly publish: Publish;
  /** Give it to the SDK as `slackApiUrl`. */
  readonly apiUrl: string;
  readonly #origin: string;
  readonly #notices: { readonly user: string; readonly text: string }[] = [];
  #listening: Listening | undefined;

  constructor(origin: string, options: FakeSlackOptions) {
    this.#origin = origin;
    this.apiUrl = `${origin}/api/`;
    this.world = buildWorld(options);
    this.clock = options.clock ?? virtualClock();
    this.limit = limiter(this.clock);
    this.sockets = new Sockets(this.clock, this.world);
    this.deliveries = new Deliveries(this.clock, this.sockets.send);
    this.publish = announcer(this.world, this.clock.now, this.limit, this.#deliver);
  }

  opened(listening: Listening): void {
    this.#listening = listening;
  }

  get appToken(): string {
    return APP_TOKEN;
  }

  get signingSecret(): string {
    return this.world.app.signingSecret;
  }

  botToken(team = "T1"): string {
    return botTokenOf(team);
  }

  user(id: string): Person {
    return new Person(this.#stage, id);
  }

  /** Another app, such as a monitor, says something in a channel. */
  appPosts(name: string, channel: string, posting: Posting): Message {
    return postsAs(this.#stage, name, channel, posting);
  }

  /** It writes anew what it had said. */
  appEdits(message: Message, posting: Posting): Message {
    return editsAs(this.#stage, message, posting);
  }

  channel(id: string): Room {
    return new Room(this.world, id);
  }

  /** What Slack itself told somebody: commands and clicks that failed. */
  noticesFor(user: string): readonly string[] {
    return this.#notices.filter((notice) => notice.user === user).map((notice) => notice.text);
  }

  /** Who was notified by the app, or by one person. */
  pings(by?: string): readonly Ping[] {
    const bots = [...this.world.teams.values()].map((team) => team.bot?.user);
    const authors = new Set(by === undefined ? bots : [by]);
    return this.world.pings.filter((ping) => authors.has(ping.by));
  }

  /** A message or a view as a person reads it. */
  visibleText(what: Message | View): string {
    return "ts" in what ? visibleText(this.world, what) : visibleView(this.world, what);
  }

  /** Deliver over HTTP from now on, to this address or these. */
  useHttp(endpoints: string | Endpoints): Webhook {
    const all =
      typeof endpoints === "string" ? { events: endpoints, commands: endpoints, interactivity: endpoints } : endpoints;
    const webhook = new Webhook(this.clock, this.world, all);
    this.deliveries.useTransport(webhook.send);
    return webhook;
  }

  /** Somebody agrees to install the app; the code comes back with the redirect. */
  agreesToInstall(user: string, team: string, scopes: readonly string[]): string {
    return newInstallCode(this.world, team, user, scopes, this.clock.now());
  }

  /** An admin removes the app: its tokens die, and it is told. */
  uninstall(team = "T1"): void {
    this.publish(team, { type: "app_uninstalled" });
    uninstall(this.world, team);
  }

  /** Waits for what a test expects to see; fails after 25 real seconds. */
  async until<Seen>(look: () => Seen | undefined | false, what = "what the test waits for"): Promise<Seen> {
    const deadline = Date.now() + 25_000;
    while (Date.now() < deadline) {
      const seen = look();
      if (seen !== undefined && seen !== false) return seen;
      await turn();
    }
    throw new Error(`Cannot see ${what}: it did not come in 25 s. Rejections: ${JSON.stringify(this.rejections)}.`);
  }

  /** Waits until nothing is on its way for a while: to see that nothing happens. What a fault holds back counts as on its way. */
  async quiet(): Promise<void> {
    let calm = 0;
    await this.until(() => {
      calm = this.deliveries.open === 0 && this.#listening?.open() === 0 ? calm + 1 : 0;
      return calm > 10;
    }, "silence");
  }

  /** Empties the logs, so that a long run does not pile them up. The world stays as it is. */
  forget(): void {
    for (const log of [this.calls, this.rejections, this.warnings, this.deliveries.log, this.world.pings])
      log.length = 0;
  }

  async close(): Promise<void> {
    await this.#listening?.close();
  }

  readonly record = (call: CallRecord): void => {
    this.calls.push(call);
    if (call.error !== undefined) this.rejections.push(call);
  };

  readonly #deliver = (envelope: Envelope): Promise<Receipt> => {
    const text = JSON.stringify(envelope.payload).replaceAll(FILES_AT, this.#origin);
    const payload: Envelope["payload"] = JSON.parse(text);
    return this.deliveries.deliver({ ...envelope, payload });
  };

  get #stage(): Stage {
    return {
      world: this.world,
      origin: this.#origin,
      now: this.clock.now,
      publish: this.publish,
      deliver: this.#deliver,
      record: this.record,
      notice: (user, text) => this.#notices.push({ user, text }),
    };
  }
}

function turn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 2);
  });
}
