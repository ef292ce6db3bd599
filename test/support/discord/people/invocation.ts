import { interactionJson } from "../wire/interaction.ts";
import { guildOf } from "../wire/message.ts";
import { INTERACTION_LIMITS, responseOf } from "../world/interaction.ts";
import type { Choice, Interaction, InteractionState, Modal } from "../world/interaction.ts";
import type { Message } from "../world/message.ts";
import { messageIn } from "../world/revise.ts";
import type { Scene } from "./scene.ts";

/** What a person set off, and how the bot answers it. Everything that waits, waits for the bot. */
export type Invocation = {
  readonly id: string;
  /** How it stands, without waiting. */
  readonly state: () => InteractionState;
  /** The first answer, whatever it is; `failed` if there was none within 3 s. */
  readonly answered: () => Promise<InteractionState>;
  /** The message that answers it, once it says more than "thinking…": a new one, or the clicked one after its update. */
  readonly reply: () => Promise<Message>;
  /** The form that opened. */
  readonly modal: () => Promise<Modal>;
  readonly choices: () => Promise<readonly Choice[]>;
  /** Further messages of the same interaction, oldest first. */
  readonly followUps: () => readonly Message[];
};

/** Puts an interaction before the bot and starts the three seconds. */
export function invoke(
  scene: Scene,
  draft: Pick<Interaction, "kind" | "user" | "channel" | "data" | "message">,
): Invocation {
  const { world, clock } = scene;
  const id = world.nextId(clock.now());
  const interaction: Interaction = { ...draft, id, token: `${id}.token`, at: clock.now(), state: { kind: "waiting" } };
  world.interactions.set(id, interaction);
  const guild = guildOf(world, draft.channel)?.id;
  const d = interactionJson(world, interaction);
  world.dispatches.push({ t: "INTERACTION_CREATE", d, guild, intent: undefined, withoutContent: undefined });
  clock.after(INTERACTION_LIMITS.firstAnswerMs, () => expire(scene, id));
  scene.changed();
  return invocation(scene, id);
}

function invocation(scene: Scene, id: string): Invocation {
  const state = (): InteractionState => scene.world.interactions.get(id)?.state ?? { kind: "failed" };
  const wait = <T>(probe: (now: InteractionState) => T | undefined, what: string): Promise<T> =>
    scene.until(() => probe(notFailed(state())), what);
  return {
    id,
    state,
    answered: () =>
      scene.until(() => (state().kind === "waiting" ? undefined : state()), "an answer to the interaction"),
    reply: () => wait((now) => replyIn(scene, id, now), "a reply to the interaction"),
    modal: () => wait((now) => (now.kind === "modal" ? now.modal : undefined), "a form"),
    choices: () => wait((now) => (now.kind === "completed" ? now.choices : undefined), "suggestions"),
    followUps: () => followUps(scene, id),
  };
}

function notFailed(state: InteractionState): InteractionState {
  if (state.kind === "failed")
    throw new Error("The application did not respond: no answer within 3 s. Acknowledge the interaction first.");
  return state;
}

function replyIn(scene: Scene, id: string, state: InteractionState): Message | undefined {
  if (state.kind === "modal")
    throw new Error(`Cannot read a reply: the form "${state.modal.title}" opened instead. Use modal().`);
  const interaction = scene.world.interactions.get(id);
  if (interaction === undefined || state.kind === "thinking") return undefined;
  return messageIn(scene.world, interaction.channel, responseOf(interaction) ?? "");
}

function followUps(scene: Scene, id: string): readonly Message[] {
  const interaction = scene.world.interactions.get(id);
  const messages = [...(scene.world.messages.get(interaction?.channel ?? "")?.values() ?? [])];
  const first = interaction === undefined ? undefined : responseOf(interaction);
  return messages.filter((one) => one.interaction === id && one.id !== first && one.deletedAt === undefined);
}

function expire(scene: Scene, id: string): void {
  const interaction = scene.world.interactions.get(id);
  if (interaction?.state.kind !== "waiting") return;
  scene.world.interactions.set(id, { ...interaction, state: { kind: "failed" } });
  scene.changed();
}
