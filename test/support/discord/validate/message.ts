import { isObject, lengthOf, listOf, numberOf, textOf } from "../json.ts";
import type { JsonObject } from "../json.ts";
import { flattened, FLAGS, isComponent } from "../world/message.ts";
import type { Component } from "../world/message.ts";
import { all, anything, flag, integer, list, oneOf, problem, shape, snowflake, text, under } from "./check.ts";
import type { Check, Problem } from "./check.ts";
import { legacyTop, v2Top } from "./components.ts";
import { embeds, isBlankEmbed } from "./embed.ts";
import { LAYOUT_LIMITS } from "./layout.ts";
import { ROW_LIMITS } from "./row.ts";

/** {@link https://discord.com/developers/docs/resources/message#create-message} */
const MESSAGE_LIMITS = { content: 2000, nonce: 25, attachments: 10, mentions: 100, stickers: 3 } as const;

const nonce: Check = (value) =>
  typeof value === "number"
    ? integer({ min: 0, max: Number.MAX_SAFE_INTEGER })(value)
    : text({ max: MESSAGE_LIMITS.nonce })(value);

const once: Check = (value) =>
  new Set(listOf(value)).size === listOf(value).length
    ? []
    : [problem("SET_TYPE_ALREADY_CONTAINS_VALUE", "The set already contains this value.")];

/** {@link https://github.com/discord/discord-api-spec} says that each may be named once. */
const ids = all(list(snowflake, { max: MESSAGE_LIMITS.mentions }), once);

const allowedMentionMembers = shape({
  parse: all(list(oneOf(["users", "roles", "everyone"]), { max: 3 }), once),
  users: ids,
  roles: ids,
  replied_user: flag,
});

/** "All users" and "these users" cannot both be meant. */
const exclusive: Check = (value) => {
  if (!isObject(value)) return [];
  const doubled = ["users", "roles"].filter(
    (key) => listOf(value["parse"]).includes(key) && listOf(value[key]).length > 0,
  );
  return doubled.map((key) =>
    problem(
      "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
      `parse:["${key}"] and ${key}: [ids...] are mutually exclusive.`,
    ),
  );
};

const members = shape({
  content: text({ max: MESSAGE_LIMITS.content }),
  nonce,
  enforce_nonce: flag,
  tts: flag,
  embeds,
  allowed_mentions: all(allowedMentionMembers, exclusive),
  message_reference: shape({
    message_id: snowflake,
    channel_id: snowflake,
    guild_id: snowflake,
    fail_if_not_exists: flag,
    type: oneOf([0, 1]),
  }),
  attachments: list(shape({ id: anything, filename: text({ max: 260 }), description: text({ max: 1024 }) }), {
    max: MESSAGE_LIMITS.attachments,
  }),
  sticker_ids: list(snowflake, { max: MESSAGE_LIMITS.stickers }),
  flags: integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
});

/** The body of every call that posts or edits a message. `v2` tells whether an edited message has the flag already. */
export function messageBody(body: unknown, v2: boolean): readonly Problem[] {
  const problems = members(body);
  if (!isObject(body)) return problems;
  const isV2 = v2 || (numberOf(body["flags"], 0) & FLAGS.componentsV2) !== 0;
  return [...problems, ...(isV2 ? v2Problems(body) : under("components", legacy(body["components"] ?? [])))];
}

/** Nothing to see: no text, embed, component, file or sticker. */
export function isEmptyMessage(body: JsonObject, files: number): boolean {
  const shown = [
    ...listOf(body["embeds"]).filter((embed) => !isBlankEmbed(embed)),
    ...listOf(body["components"]),
    ...listOf(body["sticker_ids"]),
  ];
  return (
    (textOf(body["content"]) ?? "").trim() === "" &&
    shown.length === 0 &&
    files === 0 &&
    listOf(body["attachments"]).length === 0
  );
}

const legacy: Check = (value) => [...list(legacyTop, { max: ROW_LIMITS.rows })(value), ...duplicateIds(value)];

function v2Problems(body: JsonObject): readonly Problem[] {
  const old = ["content", "embeds", "sticker_ids", "poll"].filter((key) => hasSomething(body[key]));
  const components = body["components"] ?? [];
  const forbidden = old.map((key) =>
    problem(
      "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
      `The '${key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
      key,
    ),
  );
  const checks = [
    ...list(v2Top, { max: LAYOUT_LIMITS.components })(components),
    ...duplicateIds(components),
    ...totals(components),
  ];
  return [...forbidden, ...under("components", checks)];
}

function hasSomething(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== "";
}

const totals: Check = (value) => {
  const every = componentsIn(value);
  const size = every.reduce((sum, one) => sum + lengthOf(textOf(one.content) ?? ""), 0);
  const count = problem(
    "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
    `The maximum number of components is ${LAYOUT_LIMITS.components}`,
  );
  const length = problem(
    "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
    `The total displayable text size exceeds the maximum of ${LAYOUT_LIMITS.text}`,
  );
  return [...(every.length > LAYOUT_LIMITS.components ? [count] : []), ...(size > LAYOUT_LIMITS.text ? [length] : [])];
};

/** Custom ids and numeric ids name one component of a message each. */
export const duplicateIds: Check = (value) => {
  const every = componentsIn(value);
  const repeats = (key: "custom_id" | "id") => {
    const given = every.map((one) => one[key]).filter((id) => id !== undefined && id !== 0);
    return given.length > new Set(given).size;
  };
  return [
    ...(repeats("custom_id")
      ? [problem("COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated")]
      : []),
    ...(repeats("id") ? [problem("COMPONENT_ID_DUPLICATED", "Component id cannot be duplicated")] : []),
  ];
};

/** Whatever is no object is left to the checks of the components themselves. */
function componentsIn(value: unknown): readonly Component[] {
  return flattened(listOf(value).filter(isComponent));
}
