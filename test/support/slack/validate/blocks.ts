import { type Json, objectAt, objectsAt, objectsIn, stringAt } from "../json.ts";
import { ALLOWED } from "./elements.ts";
import { LIMITS } from "./limits.ts";
import { id, imageUrl, plain, text, url } from "./objects.ts";
import { richText } from "./richText.ts";
import { anything, boolean, both, byType, type Check, list, needs, object, oneOf, problem, string } from "./schema.ts";

export type Surface = "message" | "modal" | "home";

const base = { "type!": anything, block_id: id } as const;
const cell = byType(
  { raw_text: object({ ...base, "text!": string(LIMITS.tableText) }), rich_text: richText },
  "table cell",
);

/** {@link https://docs.slack.dev/reference/block-kit/blocks} */
const EVERYWHERE = {
  section: both(
    object({
      ...base,
      text: text(LIMITS.sectionText),
      fields: list(text(LIMITS.fieldText), 1, LIMITS.fields),
      accessory: byType(ALLOWED.accessory, "accessory"),
      expand: boolean,
    }),
    needs(["text", "fields"]),
  ),
  header: object({ ...base, "text!": plain(LIMITS.header) }),
  divider: object(base),
  context: object({
    ...base,
    "elements!": list(byType(ALLOWED.context, "context element"), 1, LIMITS.contextElements),
  }),
  actions: object({ ...base, "elements!": list(byType(ALLOWED.actions, "action element"), 1, LIMITS.actions) }),
  image: both(
    object({
      ...base,
      "alt_text!": string(LIMITS.alt),
      image_url: imageUrl,
      slack_file: anything,
      title: plain(LIMITS.alt),
    }),
    needs(["image_url", "slack_file"], 1),
  ),
  input: object({
    ...base,
    "label!": plain(LIMITS.label),
    "element!": byType(ALLOWED.input, "input element"),
    hint: plain(LIMITS.label),
    optional: boolean,
    dispatch_action: boolean,
  }),
  rich_text: richText,
  video: object({
    ...base,
    "video_url!": url,
    "thumbnail_url!": imageUrl,
    "alt_text!": string(LIMITS.alt),
    "title!": plain(199),
    title_url: url,
    author_name: string(49),
    provider_name: string(50),
    provider_icon_url: imageUrl,
    description: plain(200),
  }),
} as const;

const IN_MESSAGES = {
  ...EVERYWHERE,
  markdown: object({ ...base, "text!": string(LIMITS.markdown) }),
  table: object({
    ...base,
    "rows!": list(list(cell, 1, LIMITS.tableColumns), 1, LIMITS.tableRows),
    column_settings: list(
      object({ align: oneOf("left", "center", "right"), is_wrapped: boolean }),
      1,
      LIMITS.tableColumns,
    ),
  }),
} as const;

const SURFACES: { readonly [surface in Surface]: Check } = {
  message: list(byType(IN_MESSAGES, "message block"), 0, LIMITS.messageBlocks),
  modal: list(byType(EVERYWHERE, "modal block"), 0, LIMITS.viewBlocks),
  home: list(byType(EVERYWHERE, "Home block"), 0, LIMITS.viewBlocks),
};

/** Every problem Slack would name, each with the JSON pointer to its place. */
export function blockProblems(blocks: unknown, surface: Surface, at = "/blocks"): readonly string[] {
  return [...SURFACES[surface](blocks, at), ...wholeProblems(objectsIn(blocks), at)];
}

function wholeProblems(blocks: readonly Json[], at: string): readonly string[] {
  const tables = blocks.filter((block) => block["type"] === "table").length;
  const markdown = blocks.filter((block) => block["type"] === "markdown").map((block) => stringAt(block, "text") ?? "");
  return [
    ...twice(
      blocks.flatMap((block) => stringAt(block, "block_id") ?? []),
      "block_id",
      at,
    ),
    ...blocks.flatMap((block, index) => twice(actionIds(block), "action_id", `${at}/${index}`)),
    ...(tables > 1 ? [problem("only one table allowed", at)] : []),
    ...(markdown.join("").length > LIMITS.markdown
      ? [problem(`must be less than ${LIMITS.markdown + 1} characters`, at)]
      : []),
  ];
}

function actionIds(block: Json): readonly string[] {
  return [...objectsAt(block, "elements"), objectAt(block, "accessory")].flatMap(
    (element) => stringAt(element, "action_id") ?? [],
  );
}

function twice(ids: readonly string[], what: string, at: string): readonly string[] {
  const repeated = ids.filter((value, index) => ids.indexOf(value) !== index);
  return repeated.map((value) => problem(`${what} "${value}" already exists`, at));
}
