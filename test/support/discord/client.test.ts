import { ButtonStyle, Events, MessageFlags, TextInputStyle } from "discord.js";
import type { Client, Interaction, Message, SendableChannels } from "discord.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connect } from "./connect.ts";
import { startDiscord } from "./index.ts";
import type { FakeDiscord } from "./index.ts";

const KMS = {
  name: "kms",
  description: "Known errors",
  options: [
    {
      type: 1,
      name: "lookup",
      description: "Looks an error up",
      options: [{ type: 3, name: "query", description: "An error, or words", required: true, autocomplete: true }],
    },
  ],
};

const MATCH = { type: 3, name: "Match this error" };

describe("the real discord.js", () => {
  let discord: FakeDiscord;
  let bot: Client<true>;

  beforeEach(async () => {
    discord = await startDiscord({ channels: ["errors"] });
    bot = await connect(discord);
    await bot.application.commands.set([KMS, MATCH]);
  });

  afterEach(async () => {
    await bot.destroy();
    await discord.stop();
  });

  it("answers a slash command privately", async () => {
    const ana = discord.user("ana");
    on(bot, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply(`You asked for ${interaction.options.getString("query", true)}`);
    });

    const reply = await ana.types("/kms lookup", { query: "5389" }).reply();

    expect(discord.visibleText(reply)).toBe("You asked for 5389");
    expect(discord.ephemeralFor("ana").map((message) => message.id)).toEqual([reply.id]);
    expect(discord.channel("errors").messages()).toEqual([]);
    expect(discord.rejections).toEqual([]);
  });

  it("completes what is being typed", async () => {
    on(bot, async (interaction) => {
      if (interaction.isAutocomplete())
        await interaction.respond([{ name: `Event ${interaction.options.getFocused()}89`, value: "5389" }]);
    });

    expect(await discord.user("ana").completes("/kms lookup", { query: "53" })).toEqual([
      { name: "Event 5389", value: "5389" },
    ]);
  });

  it("edits the clicked message in place", async () => {
    const post = await sendable(discord, bot).send({ content: "Step 1", components: [row("Done")] });
    on(bot, async (interaction) => {
      if (interaction.isButton())
        await interaction.update({ content: `Done by ${interaction.user.username}`, components: [] });
    });

    const message = await discord.user("ana").clicks({ id: post.id, channel: post.channelId }, "Done").reply();

    expect(discord.visibleText(message)).toBe("Done by ana");
    expect(message.revisions.map((before) => before.content)).toEqual(["Step 1"]);
    expect(discord.channel("errors").messages()).toHaveLength(1);
  });

  it("opens a form and reads what was filled in", async () => {
    const post = await sendable(discord, bot).send({ content: "Stuck?", components: [row("Escalate")] });
    on(bot, async (interaction) => {
      if (interaction.isButton()) await interaction.showModal(form());
      if (interaction.isModalSubmit()) await interaction.reply(`Paged: ${interaction.fields.getTextInputValue("why")}`);
    });
    const ana = discord.user("ana");

    const modal = await ana.clicks({ id: post.id, channel: post.channelId }, "Escalate").modal();
    const reply = await ana.submits(modal, { Reason: "still failing" }).reply();

    expect(modal.title).toBe("Escalate");
    expect(ana.form()).toBeUndefined();
    expect(discord.visibleText(reply)).toBe("Paged: still failing");
  });

  it("reads a message through its menu", async () => {
    const paste = discord.user("ana").says("errors", "Event ID 5389");
    on(bot, async (interaction) => {
      if (interaction.isMessageContextMenuCommand()) await interaction.reply(interaction.targetMessage.content);
    });

    expect(discord.visibleText(await discord.user("ben").usesMenu("Match this error", paste).reply())).toBe(
      "Event ID 5389",
    );
  });

  it("offers a choice and hears which was picked", async () => {
    const menu = {
      type: 3,
      customId: "which",
      options: [
        { label: "A domain controller", value: "dc" },
        { label: "Another server", value: "other" },
      ],
    };
    const post = await sendable(discord, bot).send({
      content: "Which?",
      components: [{ type: 1, components: [menu] }],
    });
    on(bot, async (interaction) => {
      if (interaction.isStringSelectMenu())
        await interaction.update({ content: interaction.values.join(), components: [] });
    });

    const message = await discord
      .user("ana")
      .selects({ id: post.id, channel: post.channelId }, "Another server")
      .reply();

    expect(message.content).toBe("other");
  });

  it("starts a thread on a paste, talks in it, and learns that one is enough", async () => {
    const ana = discord.user("ana");
    hears(bot, async (message) => {
      const thread = await message.startThread({ name: "Event 5389", autoArchiveDuration: 60 });
      await thread.send("This is a known error");
    });

    const paste = ana.says("errors", "Event ID 5389");
    const thread = await discord.until(() => discord.channel("errors").threads()[0], "a thread");
    await discord.until(() => discord.thread(thread).last(), "a message in the thread");

    expect(discord.thread("Event 5389").messages().map(discord.visibleText)).toEqual(["This is a known error"]);
    expect(thread.id).toBe(paste.id);
    const channel = await bot.channels.fetch(discord.channel("errors").id);
    const again = channel?.isTextBased()
      ? (await channel.messages.fetch({ message: paste.id, force: true })).startThread({ name: "Twice" })
      : undefined;
    await expect(again).rejects.toMatchObject({ code: "MessageExistingThread" });
  });

  it("reads files and downloads them", async () => {
    const heard = new Promise<string>((resolve) => {
      hears(bot, async (message) => resolve(await (await fetch(message.attachments.first()?.url ?? "")).text()));
    });

    discord.user("ana").says("errors", "see file", { attachments: [{ name: "a.log", text: "Event ID 5389" }] });

    expect(await heard).toBe("Event ID 5389");
  });

  it("posts files, embeds and components v2, and people can read them", async () => {
    const channel = sendable(discord, bot);
    await channel.send({
      embeds: [{ title: "Known", fields: [{ name: "Why", value: "a bad key" }] }],
      files: [{ name: "a.txt", attachment: Buffer.from("hi") }],
    });
    await channel.send({
      flags: MessageFlags.IsComponentsV2,
      components: [{ type: 17, components: [{ type: 10, content: "# Known" }, row("Done")] }],
    });

    expect(discord.channel("errors").messages().map(discord.visibleText)).toEqual([
      "Known\nWhy\na bad key\n📎 a.txt",
      "# Known\n[Done]",
    ]);
  });

  it("reacts, and hears how people react", async () => {
    const heard = new Promise<string | null>((resolve) => {
      bot.once(Events.MessageReactionAdd, (reaction, user) => user.id === bot.user.id || resolve(reaction.emoji.name));
    });
    const post = await sendable(discord, bot).send("Did it help?");

    discord.user("ana").reacts({ id: post.id, channel: post.channelId }, "👍");
    await heard;
    await post.react("👀");

    expect(await heard).toBe("👍");
    expect(
      discord
        .channel("errors")
        .last()
        ?.reactions.map((reaction) => reaction.emoji),
    ).toEqual(["👍", "👀"]);
  });

  it("talks in direct messages", async () => {
    const ana = discord.user("ana");
    hears(bot, async (message) => void (await message.author.send(`You said ${message.content}`)));

    const said = ana.says("dm", "5389");
    const answer = await discord.until(() => discord.channel(said.channel).messages()[1], "an answer");

    expect(discord.visibleText(answer)).toBe("You said 5389");
  });
});

function on(bot: Client, answer: (interaction: Interaction) => Promise<void>): void {
  bot.on(Events.InteractionCreate, (interaction) => void answer(interaction));
}

function hears(bot: Client, answer: (message: Message) => Promise<void>): void {
  bot.on(Events.MessageCreate, (message) => void (message.author.bot || answer(message)));
}

function sendable(discord: FakeDiscord, bot: Client): SendableChannels {
  const channel = bot.channels.cache.get(discord.channel("errors").id);
  if (channel?.isSendable() !== true) throw new Error("Cannot send to errors: the client does not know it.");
  return channel;
}

function row(label: string) {
  return { type: 1, components: [{ type: 2, style: ButtonStyle.Primary, label, customId: label }] };
}

function form() {
  const input = { type: 4, customId: "why", label: "Reason", style: TextInputStyle.Paragraph, required: true };
  return { customId: "escalate", title: "Escalate", components: [{ type: 1, components: [input] }] };
}
