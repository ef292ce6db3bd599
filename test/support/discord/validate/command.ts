import { isObject, listOf, numberOf, textOf } from "../json.ts";
import type { JsonObject } from "../json.ts";
import { COMMAND_TYPES, OPTION_TYPES } from "../world/command.ts";
import { all, anything, flag, integer, list, matching, oneOf, problem, shape, text, under } from "./check.ts";
import type { Check, Problem } from "./check.ts";

/** {@link https://discord.com/developers/docs/interactions/application-commands} */
const COMMAND_LIMITS = {
  name: 32,
  description: 100,
  options: 25,
  choices: 25,
  choice: 100,
  total: 8000,
  slash: 100,
  menus: 15,
} as const;

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

const slashName: Check = (value) => {
  const fits = typeof value === "string" && NAME.test(value) && value === value.toLowerCase();
  return fits ? [] : [problem("APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")];
};

const description = text({ min: 1, max: COMMAND_LIMITS.description });

const choice = shape(
  {
    name: text({ min: 1, max: COMMAND_LIMITS.choice }),
    value: (value) => (typeof value === "number" ? [] : text({ max: COMMAND_LIMITS.choice })(value)),
  },
  { required: ["name", "value"] },
);

/** What an autocomplete answers, and what an option can offer. */
export const choices = list(choice, { max: COMMAND_LIMITS.choices });

const optionMembers = shape(
  {
    type: oneOf(Object.values(OPTION_TYPES)),
    name: slashName,
    description,
    required: flag,
    autocomplete: flag,
    choices,
    options: (value) => options(value),
    min_length: integer({ min: 0, max: 6000 }),
    max_length: integer({ min: 1, max: 6000 }),
    channel_types: anything,
  },
  { required: ["type", "name", "description"] },
);

/** Choices and autocomplete exclude each other, and only typed values have either. */
const offers: Check = (value) => {
  if (!isObject(value)) return [];
  const typed = [OPTION_TYPES.string, OPTION_TYPES.integer, OPTION_TYPES.number].some((type) => type === value["type"]);
  const some = listOf(value["choices"]).length > 0;
  const wrong = value["autocomplete"] === true && (some || !typed);
  return wrong
    ? [problem("APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID", "Autocomplete cannot be used here", "autocomplete")]
    : [];
};

const options: Check = (value) => [
  ...list(all(optionMembers, offers), { max: COMMAND_LIMITS.options })(value),
  ...order(value),
  ...distinct(value, "APPLICATION_COMMAND_OPTIONS_NAME_INVALID", "Option names must be unique"),
  ...nesting(value),
];

const order: Check = (value) => {
  const required = listOf(value).map((one) => isObject(one) && one["required"] === true);
  const firstOptional = required.indexOf(false);
  const late = firstOptional < 0 ? -1 : required.indexOf(true, firstOptional);
  if (late < 0) return [];
  return [
    problem(
      "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
      "Required options must be placed before non-required options",
      String(late),
    ),
  ];
};

/** A command with sub-commands takes nothing else. */
const nesting: Check = (value) => {
  const given = listOf(value);
  if (!given.some(isSub) || given.every(isSub)) return [];
  return [
    problem(
      "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
      "Sub-command and sub-command group option types are mutually exclusive to all other types",
    ),
  ];
};

function isSub(option: unknown): boolean {
  return isObject(option) && numberOf(option["type"], 0) <= OPTION_TYPES.group;
}

const slash = shape({ name: slashName, description, options }, { required: ["name", "description"] });

const menu = all(shape({ name: text({ min: 1, max: COMMAND_LIMITS.name }) }, { required: ["name"] }), (value) =>
  isObject(value) && value["description"]
    ? [
        problem(
          "APPLICATION_COMMAND_DESCRIPTION_INVALID",
          "Context menu commands cannot have description",
          "description",
        ),
      ]
    : [],
);

const common = shape({
  type: oneOf(Object.values(COMMAND_TYPES)),
  default_member_permissions: matching(/^\d+$/, "NUMBER_TYPE_COERCE", "Value is not a bit field."),
  contexts: list(oneOf([0, 1, 2]), { max: 3 }),
});

/** One command to register. */
export const commandBody: Check = (value) => {
  const isMenu = isObject(value) && numberOf(value["type"], 1) !== COMMAND_TYPES.slash;
  return [...common(value), ...(isMenu ? menu(value) : slash(value)), ...total(value)];
};

/** All commands of a scope, as a bulk overwrite sends them. */
export const commandList: Check = (value) => [
  ...list(commandBody, { max: COMMAND_LIMITS.slash + 2 * COMMAND_LIMITS.menus })(value),
  ...Object.values(COMMAND_TYPES).flatMap((type) => tooMany(ofType(value, type), type)),
  ...Object.values(COMMAND_TYPES).flatMap((type) =>
    distinct(ofType(value, type), "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique"),
  ),
];

function tooMany(commands: readonly unknown[], type: number): readonly Problem[] {
  const max = type === COMMAND_TYPES.slash ? COMMAND_LIMITS.slash : COMMAND_LIMITS.menus;
  return commands.length > max
    ? [problem("APPLICATION_COMMANDS_MAX_EXCEEDED", `Maximum number of commands of type ${type} is ${max}`)]
    : [];
}

function ofType(value: unknown, type: number): readonly unknown[] {
  return listOf(value).filter((one) => isObject(one) && numberOf(one["type"], 1) === type);
}

function distinct(value: unknown, code: string, message: string): readonly Problem[] {
  const names = listOf(value).map((one) => (isObject(one) ? one["name"] : undefined));
  const firstAt = new Map(names.map((name, index) => [name, index] as const).toReversed());
  return names.flatMap((name, index) =>
    firstAt.get(name) !== index ? under(String(index), [problem(code, message, "name")]) : [],
  );
}

function total(value: unknown): readonly Problem[] {
  if (!isObject(value) || size(value) <= COMMAND_LIMITS.total) return [];
  return [problem("APPLICATION_COMMAND_TOO_LARGE", `Command exceeds maximum size (${COMMAND_LIMITS.total})`)];
}

/** Names, descriptions and values of a command and all that is in it. */
function size(value: JsonObject): number {
  const own = [value["name"], value["description"], value["value"]].reduce(
    (sum: number, one) => sum + (textOf(one) ?? "").length,
    0,
  );
  const nested = [...listOf(value["options"]), ...listOf(value["choices"])].filter(isObject);
  return nested.reduce((sum: number, one) => sum + size(one), own);
}
