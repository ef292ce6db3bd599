import type { Attachment, Message } from "../world/message.ts";
import { allowedMentions } from "../world/mentions.ts";
import { userMay } from "../world/permissions.ts";
import type { Thread, User } from "../world/places.ts";
import { post } from "../world/post.ts";
import { react, unreact } from "../world/reactions.ts";
import { remove, revise } from "../world/revise.ts";
import { startThreadOn } from "../world/start-thread.ts";
import { joinThread } from "../world/threads.ts";
import type { World } from "../world/world.ts";
import { visibleMessage, visiblePlace } from "./scene.ts";
import type { MessageRef, Place, Scene } from "./scene.ts";

export type FileDraft = {
  readonly name: string;
  readonly text?: string;
  readonly bytes?: Uint8Array;
  readonly type?: string;
};

type Saying = { readonly attachments?: readonly FileDraft[]; readonly replyTo?: MessageRef };

/** What people can do with messages. */
export type Speech = {
  readonly says: (place: Place, text: string, saying?: Saying) => Message;
  readonly edits: (message: MessageRef, text: string) => Message;
  readonly deletes: (message: MessageRef) => void;
  /** Starts a thread on a message, and is in it. */
  readonly startsThread: (message: MessageRef, name: string) => Thread;
  readonly reacts: (message: MessageRef, emoji: string) => void;
  readonly unreacts: (message: MessageRef, emoji: string) => void;
};

export function speech(scene: Scene, user: User): Speech {
  const done = <T>(result: T): T => {
    scene.changed();
    return result;
  };
  return {
    says: (place, text, saying = {}) => done(say(scene, user, place, text, saying)),
    edits: (ref, text) => {
      const message = own(scene, ref, user);
      return done(revise(scene.world, message, { content: text }, allowedMentions(undefined), scene.clock.now()));
    },
    deletes: (ref) => done(void remove(scene.world, own(scene, ref, user), scene.clock.now())),
    startsThread: (ref, name) => done(startThread(scene, user, visibleMessage(scene, ref, user), name)),
    reacts: (ref, emoji) => done(react(scene.world, visibleMessage(scene, ref, user), user.id, emoji)),
    unreacts: (ref, emoji) => done(unreact(scene.world, visibleMessage(scene, ref, user), user.id, emoji)),
  };
}

/** Stores a file where the bot can download it. */
export function upload(world: World, file: FileDraft, at: number): Attachment {
  const id = world.nextId(at);
  const bytes = file.bytes ?? new TextEncoder().encode(file.text ?? "");
  const contentType = file.type ?? "text/plain; charset=utf-8";
  world.files.set(id, { id, filename: file.name, bytes, contentType });
  const url = `${world.origin}/attachments/${id}/${encodeURIComponent(file.name)}`;
  return { id, filename: file.name, size: bytes.length, url, contentType, description: undefined };
}

function say(scene: Scene, user: User, place: Place, text: string, { attachments = [], replyTo }: Saying): Message {
  const { world, clock } = scene;
  const channel = visiblePlace(scene, place, user);
  if (!userMay(world, channel, user.id, channel.kind === "thread" ? "SEND_MESSAGES_IN_THREADS" : "SEND_MESSAGES"))
    throw new Error(`${user.name} cannot speak there: no permission to send messages.`);
  if (channel.kind === "thread" && channel.locked)
    throw new Error(`${user.name} cannot speak there: the thread is locked.`);
  const at = clock.now();
  joinThread(world, channel.id, user.id);
  const files = attachments.map((file) => upload(world, file, at));
  const reply = replyTo === undefined ? {} : ({ kind: "reply", replyTo: replyTo.id } as const);
  const draft = {
    channel: channel.id,
    author: user.id,
    content: text,
    attachments: files,
    allowed: allowedMentions(undefined),
  };
  return post(world, { ...draft, ...reply }, at);
}

function startThread(scene: Scene, user: User, message: Message, name: string): Thread {
  const channel = visiblePlace(scene, message.channel, user);
  if (channel.kind !== "text" || message.thread !== undefined || message.onlyFor !== undefined)
    throw new Error(`${user.name} cannot start a thread there: it takes a channel's message that has none yet.`);
  const plan = { parent: channel.id, guild: channel.guild, name, owner: user.id, autoArchive: 1440 };
  return startThreadOn(scene.world, message, plan, scene.clock.now());
}

function own(scene: Scene, ref: MessageRef, user: User): Message {
  const message = visibleMessage(scene, ref, user);
  if (message.author !== user.id)
    throw new Error(`${user.name} cannot change message ${ref.id}: somebody else wrote it.`);
  return message;
}
