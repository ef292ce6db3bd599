import type { APIEmbed, APIMessage } from "discord.js";

type Told = {
  readonly author?: { readonly bot?: boolean };
  readonly content?: string;
  readonly webhook_id?: string;
  readonly embeds?: APIMessage["embeds"] | undefined;
  readonly message_snapshots?: APIMessage["message_snapshots"] | undefined;
};

/**
 * All that a message says, with the messages that it passes on. A monitor keeps the matter in embeds; those of people are
 * previews of links, which they did not write. {@link https://discord.com/developers/docs/resources/message#embed-object}
 */
export function wholeText(message: Told): string {
  const { content = "", embeds = [], message_snapshots: passedOn = [] } = message;
  const own = isOfMachine(message) ? [content, ...embeds.map(embedText)] : [content];
  return joined([...own, ...passedOn.map(({ message: { content: words } }) => words)]);
}

export function isOfMachine({ author, webhook_id: webhook }: Pick<Told, "author" | "webhook_id">): boolean {
  return webhook !== undefined || author?.bot === true;
}

function embedText({ title, description, fields = [] }: APIEmbed): string {
  return joined([title, description, ...fields.map(({ name, value }) => joined([name, value], ": "))]);
}

function joined(parts: readonly (string | undefined)[], by = "\n"): string {
  return parts.filter((part) => part !== undefined && part !== "").join(by);
}
