import type { Action } from "../../../src/core/resolution/action.ts";
import type { MessageRef, Post } from "../../../src/app/platform.ts";
import { viewText } from "../../core/view/view-text.ts";

/** A post as it goes over a wire: what is seen, and the tokens of its buttons by their label. */
export type Sight = {
  readonly text: string;
  readonly tokens: Readonly<Record<string, string>>;
  /** Whom it notifies, by the platform's ids. */
  readonly pings?: readonly string[];
  /** What the buttons mean, for a model of the bot; no platform is told that. */
  readonly actions?: Readonly<Record<string, Action>>;
};

export type WirePost = WithSight<Post>;

type WithSight<P> = P extends { readonly view: unknown } ? Omit<P, "view" | "tokenOf"> & Sight : P;

/** One message that can be seen. */
export type Visible = {
  readonly id: string;
  readonly channel: string;
  readonly thread: string | undefined;
  /** Undefined for people's messages. */
  readonly key: string | undefined;
  readonly sight: Sight;
  readonly edits: number;
  readonly isRemoved: boolean;
};

/** What one person alone can see. */
export type VisibleAside = {
  readonly id: string;
  readonly to: string;
  readonly channel: string;
  readonly sight: Sight;
};

/** All that can be seen on a platform, and everything that was done to it. */
export type Wall = {
  readonly messages: Map<string, Visible>;
  readonly asides: VisibleAside[];
  readonly log: string[];
  /** Does what a post asks for, whatever its outcome is said to be. */
  readonly apply: (post: WirePost) => MessageRef | undefined;
  readonly write: (message: Omit<Visible, "id" | "edits" | "isRemoved">) => string;
  readonly byKey: (key: string) => Visible | undefined;
};

export function toWire(post: Post): WirePost {
  if (!("view" in post)) return post;
  const { view, tokenOf, ...rest } = post;
  const rows = view.blocks.flatMap((block) => (block.kind === "buttons" ? [...block.buttons, ...block.more] : []));
  const tokens = Object.fromEntries(rows.map((button) => [button.label, tokenOf(button.action)]));
  const actions = Object.fromEntries(rows.map((button) => [button.label, button.action]));
  const texts = view.blocks.flatMap((block) => ("text" in block && typeof block.text !== "string" ? block.text : []));
  const pings = texts.flatMap((inline) => (inline.kind === "mention" ? [inline.user] : []));
  const wired = { ...rest, text: viewText(view), tokens, actions, pings };
  return wired;
}

/** An empty wall. Message ids count up, as timestamps and snowflakes do. */
export function emptyWall(): Wall {
  const messages = new Map<string, Visible>();
  const asides: VisibleAside[] = [];
  const log: string[] = [];
  let last = 1000;
  const write: Wall["write"] = (message) => {
    const id = String(++last);
    messages.set(id, { ...message, id, edits: 0, isRemoved: false });
    return id;
  };
  const apply = (post: WirePost): MessageRef | undefined => {
    log.push(post.kind);
    const { thread } = post.place;
    const channel = channelOf(post.place);
    if (post.kind === "post") {
      const { key, replyTo } = post;
      return { channel, message: write({ channel, thread: thread ?? replyTo, key, sight: sightOf(post) }) };
    }
    if (post.kind === "aside") {
      const id = String(++last);
      asides.push({ id, to: post.to.id, channel, sight: sightOf(post) });
      return undefined;
    }
    const standing = messages.get(post.ref.message);
    if (standing === undefined) return undefined;
    if (post.kind === "remove") messages.set(standing.id, { ...standing, isRemoved: true });
    if (post.kind === "edit") {
      messages.set(standing.id, { ...standing, sight: sightOf(post), edits: standing.edits + 1 });
    }
    return post.ref;
  };
  return { messages, asides, log, apply, write, byKey: (key) => [...messages.values()].find((one) => one.key === key) };
}

/** A direct message is opened when the first one is sent. */
function channelOf({ kind, channel }: Post["place"]): string {
  return kind === "person" ? `D${channel}` : channel;
}

function sightOf({ text, tokens, actions, pings = [] }: Sight): Sight {
  return { text, tokens, pings, ...(actions === undefined ? {} : { actions }) };
}
