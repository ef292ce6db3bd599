import type { Publish } from "../api/method.ts";
import type { Envelope, Receipt } from "../delivery/envelope.ts";
import { isJson, type Json, objectsAt } from "../json.ts";
import type { CallRecord } from "../server/office.ts";
import { say } from "../server/respond.ts";
import { openDirect } from "../world/access.ts";
import { escape } from "../world/markup.ts";
import { Refusal } from "../world/refusal.ts";
import type { Channel, Message, User, View, World } from "../world/world.ts";
import { controlNamed, type Pick } from "./controls.ts";
import { type Filled, formValues } from "./form.ts";
import { afterSubmit, type Submitted } from "./outcome.ts";
import { channelOf, clickPayload, commandPayload, type Scene, shortcutPayload, viewPayload } from "./payloads.ts";
import { deletes, edits, reacts, type Saying, says } from "./talk.ts";

/** What a person's hands reach: the world, and the way to the app. */
export type Stage = {
  readonly world: World;
  readonly origin: string;
  readonly now: () => number;
  readonly publish: Publish;
  readonly deliver: (envelope: Envelope) => Promise<Receipt>;
  readonly record: (call: CallRecord) => void;
  /** What Slack itself tells somebody, such as that a command failed. */
  readonly notice: (user: string, text: string) => void;
};

export type Clicked = { readonly kind: "sent"; readonly receipt: Receipt } | { readonly kind: "cancelled" };

/** Somebody in front of Slack: does only what the client lets people do, and throws otherwise. */
export class Person {
  readonly id: string;
  readonly #stage: Stage;

  constructor(stage: Stage, id: string) {
    this.id = id;
    this.#stage = stage;
  }

  says(channel: string, keys: string, saying: Saying = {}): Message {
    return says(this.#stage, this.#user, this.#place(channel), keys, saying);
  }

  /** Says it to the bot: `@kms …`. */
  mentions(channel: string, keys: string, saying: Saying = {}): Message {
    const bot = this.#stage.world.teams.get(this.#place(channel).team)?.bot;
    return this.says(channel, `@${bot?.user} ${keys}`, saying);
  }

  edits(message: Message, keys: string): Message {
    return edits(this.#stage, this.#user, message, keys);
  }

  deletes(message: Message): void {
    deletes(this.#stage, this.#user, message);
  }

  reacts(message: Message, name: string): void {
    reacts(this.#stage, this.#user, message, name);
  }

  /** A slash command. Ends when the app acknowledged it, or when Slack tells the person that it failed. */
  async types(line: string, channel: string, options: { readonly thread?: string } = {}): Promise<Receipt> {
    const place = this.#place(channel);
    const [command = "", ...words] = line.split(" ");
    const { commands } = this.#stage.world.app;
    if (options.thread !== undefined)
      throw new Error(
        `Cannot type ${command}: slash commands do not work in threads. Use a button, a shortcut or a mention.`,
      );
    if (!commands.includes(command))
      throw new Error(
        `Cannot type ${command}: it is not a command of the app. The setting knows ${commands.join(", ")}.`,
      );
    const payload = commandPayload(this.#scene, place, command, escape(words.join(" ")));
    const receipt = await this.#send("slash_commands", payload, command);
    this.#answered(place, payload, receipt);
    return receipt;
  }

  /** By the words on the button or option. `confirm` answers the question that some of them ask. */
  async clicks(
    place: Message | View,
    label: string,
    pick: Pick & { readonly confirm?: boolean } = {},
  ): Promise<Clicked> {
    this.#mustSee(place);
    const blocks = "ts" in place ? place.blocks : objectsAt(place.payload, "blocks");
    const control = controlNamed(blocks, label, pick);
    if (control.confirm !== undefined && pick.confirm === undefined)
      throw new Error(`Cannot click "${label}": it asks for confirmation first. Say confirm: true or false.`);
    if (control.confirm === undefined && pick.confirm !== undefined)
      throw new Error(`Cannot confirm "${label}": it asks nothing. Leave confirm out.`);
    if (pick.confirm === false) return { kind: "cancelled" };
    const receipt = await this.#send("interactive", clickPayload(this.#scene, place, control.action), label);
    return { kind: "sent", receipt };
  }

  /** Fills in the fields by their labels and presses the button. */
  async submits(view: View, filled: Filled = {}): Promise<Submitted> {
    this.#mustSee(view);
    const typed = { ...this.#current(view), values: formValues(view, filled) };
    this.#stage.world.views.set(typed.id, typed);
    const receipt = await this.#send("interactive", viewPayload(this.#scene, "view_submission", typed), "the modal");
    if (receipt.kind === "failed") return { kind: "failed", reason: receipt.reason };
    return this.#checked("view_submission", receipt.body, () => afterSubmit(this.#stage.world, typed, receipt.body));
  }

  /** Presses Cancel; the app hears of it if it asked to. */
  async closes(view: View): Promise<void> {
    const { world } = this.#stage;
    world.stacks.set(
      this.id,
      (world.stacks.get(this.id) ?? []).filter((id) => id !== view.id),
    );
    if (view.payload["notify_on_close"] === true)
      await this.#send("interactive", viewPayload(this.#scene, "view_closed", view), "the modal");
  }

  /** A shortcut by its name, on a message or from the search bar. Ephemeral messages offer none. */
  usesShortcut(name: string, message?: Message): Promise<Receipt> {
    const on = message === undefined ? "anywhere" : "message";
    const shortcut = this.#stage.world.app.shortcuts.find((known) => known.name === name && known.on === on);
    if (shortcut === undefined)
      throw new Error(`Cannot use "${name}": the app has no such shortcut on ${on}. Name it in the setting.`);
    if (message?.to !== undefined) throw new Error(`Cannot use "${name}": ephemeral messages offer no shortcuts.`);
    if (message !== undefined) this.#mustSee(message);
    return this.#send("interactive", shortcutPayload(this.#scene, shortcut.callbackId, message), name);
  }

  opensHome(): void {
    const { world, publish } = this.#stage;
    const bot = world.teams.get(this.#user.team)?.bot;
    const channel = bot === undefined ? undefined : openDirect(world, bot.user, this.id).id;
    publish(this.#user.team, {
      type: "app_home_opened",
      user: this.id,
      channel,
      tab: "home",
      event_ts: String(this.#stage.now() / 1000),
    });
  }

  /** The modal on top. */
  get modal(): View | undefined {
    const { world } = this.#stage;
    return world.views.get((world.stacks.get(this.id) ?? []).at(-1) ?? "");
  }

  get home(): View | undefined {
    const { world } = this.#stage;
    return world.views.get(world.homes.get(this.id) ?? "");
  }

  get #user(): User {
    const user = this.#stage.world.users.get(this.id);
    if (user === undefined) throw new Error(`Cannot act as ${this.id}: nobody has this id. Name them in the setting.`);
    return user;
  }

  get #scene(): Scene {
    return { world: this.#stage.world, user: this.#user, now: this.#stage.now(), origin: this.#stage.origin };
  }

  #place(id: string): Channel {
    const channel = this.#stage.world.channels.get(id);
    if (channel === undefined)
      throw new Error(`Cannot find channel ${id}: it is not part of this world. Name it in the setting.`);
    if (!channel.members.includes(this.id))
      throw new Error(`Cannot write in ${id}: ${this.id} is not a member. Add them in the setting.`);
    return channel;
  }

  /** The thing clicked may be what was on the screen a moment ago, but it must not be gone. */
  #mustSee(place: Message | View): void {
    if (!("ts" in place)) return void this.#current(place);
    const channel = channelOf(this.#stage.world, place);
    const there = channel.messages.has(place.ts) || channel.ephemerals.has(place.ts);
    const theirs = channel.members.includes(this.id) && (place.to === undefined || place.to === this.id);
    if (!there || !theirs) throw new Error(`Cannot act on message ${place.ts}: ${this.id} does not see it.`);
  }

  #current(view: View): View {
    const open =
      view.type === "home"
        ? this.home?.id === view.id
        : (this.#stage.world.stacks.get(this.id) ?? []).includes(view.id);
    const current = this.#stage.world.views.get(view.id);
    if (!open || current === undefined)
      throw new Error(`Cannot act on view ${view.id}: it is not open for ${this.id}.`);
    return current;
  }

  async #send(kind: Envelope["kind"], payload: Json, what: string): Promise<Receipt> {
    const receipt = await this.#stage.deliver({ kind, payload });
    if (receipt.kind === "failed") {
      const reason = receipt.reason === "http_timeout" ? "operation_timeout" : "dispatch_failed";
      this.#stage.notice(this.id, `${what} failed with the error "${reason}"`);
    }
    return receipt;
  }

  /** A command may be answered in the acknowledgement itself. */
  #answered(channel: Channel, payload: Json, receipt: Receipt): void {
    if (receipt.kind === "failed") return;
    const body = typeof receipt.body === "string" ? { text: receipt.body } : receipt.body;
    if (!isJson(body) || Object.keys(body).length === 0) return;
    const { world, publish, now } = this.#stage;
    const team = typeof payload["team_id"] === "string" ? payload["team_id"] : this.#user.team;
    this.#checked("slash_command", body, () => {
      say({ world, publish, now: now() }, channel, { user: this.id, team }, body);
      return { kind: "closed" };
    });
  }

  #checked(method: string, body: unknown, apply: () => Submitted): Submitted {
    try {
      return apply();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.#stage.record({
        method: `ack of ${method}`,
        args: isJson(body) ? body : {},
        error: error.code,
        messages: error.messages,
      });
      return { kind: "failed", reason: error.code };
    }
  }
}
