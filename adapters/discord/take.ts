import { GatewayDispatchEvents } from "discord.js";
import type { APIInteraction, GatewayDispatchPayload } from "discord.js";
import type { Intake } from "../../src/app/platform.ts";
import { answerInteraction } from "./answer.ts";
import { readBackDirects, readBackGuild } from "./catch-up.ts";
import type { Desk } from "./desk.ts";
import { lanes } from "./lanes.ts";
import { marks } from "./marks.ts";
import { isChannel } from "./places.ts";
import { reasonOf } from "./report.ts";
import { type Ear, takeDeletions, takeEdit, takeMessage } from "./take-message.ts";
import { takeReaction } from "./take-reaction.ts";

/** Takes what Discord tells. */
export type Taker = {
  readonly hear: (packet: GatewayDispatchPayload) => void;
  /** Finishes what was heard; what cannot be stored now is read again at the next start. */
  readonly stop: () => Promise<void>;
};

export function taker(desk: Desk, intake: Intake): Taker {
  const failed = (error: unknown) =>
    desk.report({ level: "error", text: `Cannot deal with something heard: ${reasonOf(error)}.` });
  const ear: Ear = { desk, intake, marks: marks(desk), lanes: lanes(failed), stopping: Promise.withResolvers() };
  const answering = new Set<Promise<void>>();
  return {
    hear: (packet) => {
      if (packet.t !== GatewayDispatchEvents.InteractionCreate) return survive(failed, () => hear(ear, packet));
      const answered = answer(ear, packet.d).finally(() => answering.delete(answered));
      answering.add(answered);
    },
    stop: async () => {
      ear.stopping.resolve();
      await Promise.all(answering);
      await ear.lanes.idle();
      await ear.marks.flush();
    },
  };
}

/** Whatever Discord may send, nothing of it ends the process. */
function survive(failed: (error: unknown) => void, work: () => void): void {
  try {
    work();
  } catch (error) {
    failed(error);
  }
}

async function answer({ desk, intake, marks: { addDirect } }: Ear, interaction: APIInteraction): Promise<void> {
  await answerInteraction(desk, intake, interaction);
  if (interaction.guild_id === undefined && interaction.channel !== undefined)
    await addDirect(interaction.channel.id).catch(() => undefined);
}

function hear(ear: Ear, packet: GatewayDispatchPayload): void {
  const { t, d } = packet;
  if (t === GatewayDispatchEvents.Ready) return readBackDirects(ear);
  if (t === GatewayDispatchEvents.GuildCreate) return readBackGuild(ear, d);
  if (t === GatewayDispatchEvents.MessageCreate) return ear.lanes.add(d.channel_id, () => takeMessage(ear, d));
  if (t === GatewayDispatchEvents.MessageUpdate) return ear.lanes.add(d.channel_id, () => takeEdit(ear, d));
  if (t === GatewayDispatchEvents.MessageReactionAdd) return ear.lanes.add(d.channel_id, () => takeReaction(ear, d));
  if (t === GatewayDispatchEvents.MessageDelete) return takeDeletions(ear, d.channel_id, [d.id]);
  if (t === GatewayDispatchEvents.MessageDeleteBulk) return takeDeletions(ear, d.channel_id, d.ids);
  hearOfPlaces(ear, packet);
}

function hearOfPlaces({ desk: { places } }: Ear, { t, d }: GatewayDispatchPayload): void {
  if (t === GatewayDispatchEvents.ChannelDelete || t === GatewayDispatchEvents.ThreadDelete) places.forget(d.id);
  else if (KNOWN_BY.has(t) && isChannel(d)) places.learn(d);
}

const KNOWN_BY = new Set<string>([
  GatewayDispatchEvents.ChannelCreate,
  GatewayDispatchEvents.ChannelUpdate,
  GatewayDispatchEvents.ThreadCreate,
  GatewayDispatchEvents.ThreadUpdate,
]);
