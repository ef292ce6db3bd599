import { FLAGS } from "../world/message.ts";
import type { Message, MessageKind } from "../world/message.ts";
import type { Interaction, InteractionKind } from "../world/interaction.ts";
import { post } from "../world/post.ts";
import type { Draft } from "../world/post.ts";
import type { Call } from "./call.ts";

const KINDS: Record<InteractionKind, MessageKind> = {
  command: "command-answer",
  menu: "menu-answer",
  autocomplete: "command-answer",
  component: "reply",
  modal: "reply",
};

/** Posts what the bot answers to an interaction. It needs no permission in the channel, and may be for one person only. */
export function answerWith(call: Call, interaction: Interaction, draft: Omit<Draft, "channel" | "author">): Message {
  const ephemeral = ((draft.flags ?? 0) & FLAGS.ephemeral) !== 0;
  const kind =
    interaction.message === undefined && interaction.kind === "modal" ? "command-answer" : KINDS[interaction.kind];
  return post(
    call.world,
    {
      ...draft,
      channel: interaction.channel,
      author: call.world.bot.id,
      kind,
      interaction: interaction.id,
      onlyFor: ephemeral ? interaction.user : undefined,
      replyTo: kind === "reply" ? interaction.message : undefined,
    },
    call.at,
  );
}
