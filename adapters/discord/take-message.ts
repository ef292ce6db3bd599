import type { Delivery, Intake } from "../../src/app/platform.ts";
import type { Desk } from "./desk.ts";
import { saidBefore } from "./history.ts";
import type { Lanes } from "./lanes.ts";
import { OUR_LIMITS } from "./limits.ts";
import type { Marks } from "./marks.ts";
import { pause } from "./pause.ts";
import { isAlert, readAlert } from "./read-alert.ts";
import {
  asksAboutThread,
  isMentioned,
  isWorthReading,
  type MessagePayload,
  readDeletion,
  readEdit,
  readMessage,
} from "./read-message.ts";
import { isFileHost, readFiles } from "./files.ts";
import { type ChannelFacts, guessed } from "./ref.ts";
import { standingIn } from "./standing.ts";

/** What those who take messages share. */
export type Ear = {
  readonly desk: Desk;
  readonly intake: Intake;
  readonly marks: Marks;
  readonly lanes: Lanes;
  readonly stopping: PromiseWithResolvers<void>;
};

/** Hands a person's message or a monitor's alert on; whoever wrote it, the channel is then read up to it. */
export async function takeMessage(ear: Ear, payload: MessagePayload): Promise<void> {
  const { desk, marks: read } = ear;
  if (isWorthReading(payload, desk.identity.user)) {
    const around = await aroundOf(ear, payload);
    const delivery = readMessage(payload, around);
    if (around.facts.kind === "direct") await read.addDirect(payload.channel_id);
    if (delivery !== undefined && isOurs(desk, delivery)) await insist(ear, payload.channel_id, delivery);
  } else if (desk.config.watch && isAlert(payload, desk.identity)) await takeAlert(ear, payload);
  read.reached(payload.channel_id, payload.id);
}

async function takeAlert(ear: Ear, payload: MessagePayload, edited?: string): Promise<void> {
  const facts = await factsAbout(ear.desk, payload);
  const delivery = readAlert(payload, facts, ear.desk.identity, edited);
  if (delivery !== undefined) await insist(ear, payload.channel_id, delivery);
}

export async function takeEdit(ear: Ear, payload: MessagePayload): Promise<void> {
  const { author, edited_timestamp: edited } = payload;
  if (edited === null || author === undefined) return;
  if (ear.desk.config.watch && edited !== undefined && isAlert(payload, ear.desk.identity))
    return takeAlert(ear, payload, edited);
  const around = await aroundOf(ear, payload);
  const delivery = readEdit(payload, around);
  if (delivery !== undefined && isOurs(ear.desk, delivery)) await insist(ear, payload.channel_id, delivery);
}

export function takeDeletions(ear: Ear, channel: string, messages: readonly string[]): void {
  ear.lanes.add(channel, async () => {
    const facts = await ear.desk.places.find(channel);
    if (facts === undefined) return;
    for (const message of messages) await insist(ear, channel, readDeletion(message, facts, ear.desk.clock.now()));
  });
}

/** Where Discord does not tell what a channel is, what was said there is heard all the same. */
async function factsAbout(
  { places }: Desk,
  { channel_id: id, guild_id: guild }: MessagePayload,
): Promise<ChannelFacts> {
  return (await places.find(id).catch(() => undefined)) ?? guessed(id, guild);
}

async function aroundOf({ desk }: Ear, payload: MessagePayload) {
  const facts = await factsAbout(desk, payload);
  const me = desk.identity.user;
  const files = await readFiles(payload.attachments ?? [], isFileHost(desk.config.apiUrl));
  const isCalledIn = (facts.kind === "thread" || facts.kind === "post") && asksAboutThread(payload, me);
  const standing = await standingOf(desk, facts, payload);
  return { facts, me, standing, files, before: isCalledIn ? await saidBefore(desk, facts, payload.id) : [] };
}

/** Read back, a message comes without its author's roles. Only what somebody asks outright may be refused to them. */
async function standingOf({ people, identity }: Desk, { guild, kind }: ChannelFacts, payload: MessagePayload) {
  const standing = standingIn(kind === "direct" ? undefined : guild, payload.member);
  const isAsked = guild !== undefined && standing.membership === "unknown" && isMentioned(payload, identity.user);
  return isAsked ? (await people.whoIs(guild, payload.author.id)).standing : standing;
}

/** Without watching, only what is said to us is ours; the text of anything else is hidden. */
function isOurs({ config }: Desk, { event }: Delivery): boolean {
  if (config.watch) return true;
  return event.kind === "said" ? event.addressed : event.kind === "edited" && event.text !== "";
}

/** The store may be away for a moment. Longer than this, and the message is read again at the next start. */
export async function insist(
  { desk, intake, marks: read, stopping }: Ear,
  channel: string,
  delivery: Delivery,
): Promise<void> {
  for (const milliseconds of OUR_LIMITS.insistence) {
    try {
      await intake.accept(delivery);
      return;
    } catch {
      if ((await pause(desk.clock, milliseconds, stopping.promise)) === "over") break;
    }
  }
  read.freeze(channel);
  desk.report({
    level: "error",
    text: `Cannot store ${delivery.id}. The channel is read again from there at the next start.`,
  });
}
