import { type Json, isJson, objectAt, objectsAt, objectsIn, stringAt } from "../json.ts";
import { replaceMarks, unescape } from "./markup.ts";
import type { Content, View, World } from "./world.ts";

/** A message as a person reads it: names for ids, no markup, buttons as `[Done]`. With blocks, the text is not shown. */
export function visibleText(world: World, content: Content): string {
  const body =
    content.blocks.length > 0 ? content.blocks.map((block) => seen(world, block)) : [marked(world, content.text)];
  const attached = content.attachments.map((attachment) => seenAttachment(world, attachment));
  const files = content.files.map((id) => `📎 ${world.files.get(id)?.name ?? id}`);
  return [...body, ...attached, ...files].filter((line) => line !== "").join("\n");
}

/** A modal or Home tab as a person reads it: title first, its buttons last. */
export function visibleView(world: World, view: View): string {
  const parts = [objectAt(view.payload, "title"), ...objectsAt(view.payload, "blocks")];
  const buttons = objectsIn(["close", "submit"].map((key) => view.payload[key]));
  const footer = buttons.map((button) => `[${stringAt(button, "text")}]`).join(" ");
  return [...parts.map((part) => seen(world, part)), footer].filter((line) => line !== "").join("\n");
}

function seenAttachment(world: World, attachment: Json): string {
  const texts = ["pretext", "title", "text"].flatMap((key) => stringAt(attachment, key) ?? []);
  return [
    ...texts.map((text) => marked(world, text)),
    ...objectsAt(attachment, "blocks").map((block) => seen(world, block)),
  ].join("\n");
}

/** What one block, element or text object shows. */
function seen(world: World, part: unknown): string {
  if (!isJson(part)) return "";
  const text = stringAt(part, "text") ?? "";
  switch (part["type"]) {
    case "mrkdwn":
    case "markdown":
      return marked(world, text);
    case "plain_text":
    case "raw_text":
      return text;
    case "header":
      return seen(world, part["text"]);
    case "divider":
      return "──";
    case "image":
      return `[${stringAt(part, "alt_text") ?? ""}]`;
    case "section":
      return seenSection(world, part);
    case "context":
    case "actions":
      return objectsAt(part, "elements")
        .map((element) => seen(world, element))
        .join(" ");
    case "input":
      return `${seen(world, part["label"])}: ${seen(world, part["element"])}`;
    case "table":
      return rowsOf(part)
        .map((row) => row.map((cell) => seen(world, cell)).join(" | "))
        .join("\n");
    case "rich_text":
      return objectsAt(part, "elements")
        .map((element) => rich(world, element))
        .join("\n");
    default:
      return control(world, part);
  }
}

function seenSection(world: World, section: Json): string {
  const texts = [section["text"], ...objectsAt(section, "fields")].map((text) => seen(world, text));
  return [...texts, seen(world, section["accessory"])].filter((line) => line !== "").join("\n");
}

function rowsOf(table: Json): readonly (readonly Json[])[] {
  const rows = table["rows"];
  return Array.isArray(rows) ? rows.map(objectsIn) : [];
}

/** Buttons and fields; a closed menu shows its placeholder or the choice made, an overflow its dots. */
function control(world: World, element: Json): string {
  if (element["type"] === "overflow") return "[⋯]";
  if (element["type"] === "button") return `[${seen(world, element["text"])}]`;
  const chosen = objectAt(objectAt(element, "initial_option"), "text") ?? objectAt(element, "placeholder");
  const typed = stringAt(element, "initial_value") ?? seen(world, chosen);
  return `[${typed}]`;
}

function rich(world: World, element: Json): string {
  const inner = objectsAt(element, "elements");
  if (element["type"] === "rich_text_list") return inner.map((item) => `• ${rich(world, item)}`).join("\n");
  if (inner.length > 0) return inner.map((part) => rich(world, part)).join("");
  switch (element["type"]) {
    case "user":
      return nameOf(world, `@${stringAt(element, "user_id")}`);
    case "usergroup":
      return nameOf(world, `!subteam^${stringAt(element, "usergroup_id")}`);
    case "channel":
      return nameOf(world, `#${stringAt(element, "channel_id")}`);
    case "broadcast":
      return `@${stringAt(element, "range")}`;
    case "date":
      return stringAt(element, "fallback") ?? "";
    case "emoji":
      return `:${stringAt(element, "name")}:`;
    default:
      return stringAt(element, "text") ?? stringAt(element, "url") ?? "";
  }
}

/** mrkdwn without its marks: code keeps what is inside it, elsewhere `*bold*`, `_italic_` and `~struck~` lose their signs. */
function marked(world: World, text: string): string {
  const parts = text.split(/(```[\s\S]*?```|`[^`\n]+`)/);
  const bare = parts.map((part, at) =>
    at % 2 === 1 ? part.replace(/^(```|`)\n?/, "").replace(/\n?(```|`)$/, "") : unstyled(part),
  );
  return unescape(replaceMarks(bare.join(""), (mark) => mark.label ?? nameOf(world, mark.target)));
}

function unstyled(text: string): string {
  return text.replaceAll(/(?<![\w*_~])([*_~])(?=\S)([^\n]*?\S)\1(?![\w*_~])/g, "$2");
}

function nameOf(world: World, target: string): string {
  if (target.startsWith("@")) return `@${world.users.get(target.slice(1))?.name ?? target.slice(1)}`;
  if (target.startsWith("#")) return `#${world.channels.get(target.slice(1))?.name ?? target.slice(1)}`;
  if (target.startsWith("!subteam^")) return `@${world.groups.get(target.slice(9))?.handle ?? target.slice(9)}`;
  return target.startsWith("!") ? `@${target.slice(1)}` : target;
}
