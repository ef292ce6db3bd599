import { InteractionResponseType, MessageFlags, Routes } from "discord.js";
import type { APIInteraction, APIInteractionResponse } from "discord.js";
import { assertNever } from "../../src/core/brand.ts";
import { withinTime } from "../../src/app/clock.ts";
import { mayOpenForm } from "../../src/app/may-open-form.ts";
import type { Intake, PlatformEvent, Tenant } from "../../src/app/platform.ts";
import { noticeView } from "../../src/core/view/notice-view.ts";
import { cutAt, rich } from "../../src/core/view/rich.ts";
import type { Choice, Desk } from "./desk.ts";
import { words } from "./text.ts";
import { CODE, isRefusal } from "./sent.ts";
import { formOf, isConfirmed, modalOf, pasteModal } from "./form.ts";
import { DISCORD_LIMITS, OUR_LIMITS } from "./limits.ts";
import { isFileHost, readFiles } from "./files.ts";
import { remembering } from "./remembering.ts";
import { deliveryOf, handleOf, readInteraction, type Wish } from "./read-interaction.ts";
import { type ChannelFacts, directTenant, guessed } from "./ref.ts";
import { render } from "./render.ts";
import { reasonOf } from "./report.ts";

/** Gives an interaction its first answer within three seconds, once what it means is stored. Never rejects. */
export async function answerInteraction(desk: Desk, intake: Intake, interaction: APIInteraction): Promise<void> {
  const answered = respond(desk, intake, interaction).catch((error: unknown) => {
    if (!isRefusal(error, CODE.unknownInteraction, CODE.acknowledged))
      desk.report({ level: "warn", text: `Cannot answer interaction ${interaction.id}: ${reasonOf(error)}.` });
    return isRefusal(error, CODE.acknowledged);
  });
  desk.answers.set(interaction.id, answered);
  for (const id of desk.answers.keys()) if (desk.answers.size > MOST_ANSWERS) desk.answers.delete(id);
  await answered;
}

const MOST_ANSWERS = 1_000;

async function respond(desk: Desk, intake: Intake, interaction: APIInteraction): Promise<true> {
  const response = await responseTo(desk, intake, interaction, readInteraction(interaction));
  const { id, token } = interaction;
  await desk.clients.clicks.post(Routes.interactionCallback(id, token), { body: response, auth: false });
  return true;
}

async function responseTo(
  desk: Desk,
  intake: Intake,
  interaction: APIInteraction,
  wish: Wish,
): Promise<APIInteractionResponse> {
  const store = (event: PlatformEvent, then: APIInteractionResponse) => stored(desk, intake, interaction, event, then);
  switch (wish.kind) {
    case "complete":
      return await suggestions(desk, wish.typed, tenantOf(interaction));
    case "paste":
      return { type: InteractionResponseType.Modal, data: pasteModal() };
    case "ask":
      return await ask(desk, interaction, wish, store);
    case "remember":
      return await store(remembering(wish.message, "menu", handleOf(interaction, "fill")), THINKING);
    case "press":
      return await press({ desk, intake, interaction }, wish, store);
    case "fill":
      return await fill(desk, interaction, wish, store);
    case "unknown":
      return notice("This button is out of date. Ask again to get a new one.");
  }
  return assertNever(wish);
}

type Store = (event: PlatformEvent, then: APIInteractionResponse) => Promise<APIInteractionResponse>;

/** Nothing is acknowledged unless it is stored. */
async function stored(
  desk: Desk,
  intake: Intake,
  interaction: APIInteraction,
  event: PlatformEvent,
  then: APIInteractionResponse,
): Promise<APIInteractionResponse> {
  const facts = await whereabouts(desk, interaction);
  if (facts === undefined) return notice("Discord did not say where this is. Ask in a channel.");
  try {
    await intake.accept(deliveryOf(interaction, facts, event));
    return then;
  } catch (error) {
    desk.report({
      level: "error",
      text: `Cannot store interaction ${interaction.id}: ${reasonOf(error)}. The person was told.`,
    });
    return notice("This could not be stored, so nothing was done. Try again in a moment.");
  }
}

/** Some servers only say the channel's id. There is no time to ask for long. */
async function whereabouts({ places, clock }: Desk, interaction: APIInteraction): Promise<ChannelFacts | undefined> {
  const { channel, channel_id: id, guild_id: guild } = interaction;
  const inGuild = guild === undefined ? {} : { guild_id: guild };
  if (channel !== undefined) return places.peek(channel.id) ?? places.learn({ ...channel, ...inGuild });
  if (id === undefined) return undefined;
  const asked = await withinTime(
    clock,
    OUR_LIMITS.quickly,
    places.find(id).catch(() => undefined),
  );
  return asked === "too late" || asked === undefined ? guessed(id, guild) : asked;
}

async function suggestions(desk: Desk, typed: string, tenant: Tenant): Promise<APIInteractionResponse> {
  const found = await desk.complete(typed, tenant);
  const offered = found.length > 0 ? found : [{ name: typed || "help", value: typed || "help" }];
  const choices = offered.slice(0, DISCORD_LIMITS.choices).map(choiceOf);
  return { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices } };
}

/** Whose articles are suggested first. */
function tenantOf({ guild_id: guild, channel_id: channel = "" }: APIInteraction): Tenant {
  return guild ?? directTenant(channel);
}

function choiceOf({ name, value }: Choice) {
  return {
    name: words(name, DISCORD_LIMITS.choice),
    value: value.slice(0, cutAt(value, DISCORD_LIMITS.choice)),
  };
}

const THINKING: APIInteractionResponse = {
  type: InteractionResponseType.DeferredChannelMessageWithSource,
  data: { flags: MessageFlags.Ephemeral },
};

const SEEN: APIInteractionResponse = { type: InteractionResponseType.DeferredMessageUpdate };

async function ask(
  desk: Desk,
  interaction: APIInteraction,
  { text, about, files }: Extract<Wish, { kind: "ask" }>,
  store: Store,
): Promise<APIInteractionResponse> {
  const texts = await readFiles(files, isFileHost(desk.config.apiUrl), OUR_LIMITS.quickly);
  const whole = [text, ...texts].filter((part) => part !== "").join("\n");
  if (files.length > 0 && whole.trim() === "")
    return notice("I could not read that file. Send a text file of at most 1 MB, or paste the text.");
  const ref = about === undefined ? undefined : { channel: about.channel_id, message: about.id };
  return await store({ kind: "asked", text: whole, about: ref, answer: handleOf(interaction, "fill") }, THINKING);
}

type Pressing = { readonly desk: Desk; readonly intake: Intake; readonly interaction: APIInteraction };

async function press(
  { desk, intake, interaction }: Pressing,
  { id, customId, message, label }: Extract<Wish, { kind: "press" }>,
  store: Store,
): Promise<APIInteractionResponse> {
  const answer = handleOf(interaction, "add");
  const event: PlatformEvent = { kind: "clicked", message, token: id.token, typed: undefined, answer };
  if (id.form === undefined || !(await mayOpen({ desk, intake, interaction }, event))) return await store(event, SEEN);
  const form = await formOf(desk.memory, id.form, label);
  return { type: InteractionResponseType.Modal, data: modalOf(form, customId, userOf(interaction)) };
}

/** Nobody types what is refused afterwards. */
function mayOpen({ desk, intake, interaction }: Pressing, event: PlatformEvent): Promise<boolean> {
  const pressed = whereabouts(desk, interaction).then((facts) => facts && deliveryOf(interaction, facts, event));
  return mayOpenForm(intake, desk.clock, pressed);
}

function userOf({ member, user }: APIInteraction): string {
  return (member?.user ?? user)?.id ?? "";
}

async function fill(
  desk: Desk,
  interaction: APIInteraction,
  { id, message, typed }: Extract<Wish, { kind: "fill" }>,
  store: Store,
): Promise<APIInteractionResponse> {
  if (message === undefined)
    return notice("Discord did not say which message this belongs to. Press the button again.");
  const form = await formOf(desk.memory, id.form ?? "", "");
  if (!isConfirmed(form, typed)) return notice("Nothing was done: that was no yes.");
  const answer = handleOf(interaction, "add");
  return await store({ kind: "clicked", message, token: id.token, typed, answer }, SEEN);
}

/** A word to the person at once, without anything being stored. */
function notice(text: string): APIInteractionResponse {
  const { flags, components, allowed_mentions } = render(noticeView(rich(text)), () => "");
  return {
    type: InteractionResponseType.ChannelMessageWithSource,
    data: { flags: flags | MessageFlags.Ephemeral, components: [...components], allowed_mentions },
  };
}
