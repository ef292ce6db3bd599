import { isObject, listOf, numberOf } from "../json.ts";
import { all, anything, flag, integer, list, problem, shape, text } from "./check.ts";
import type { Check } from "./check.ts";
import { componentId, customId, emoji } from "./button.ts";

/** {@link https://discord.com/developers/docs/components/reference#string-select} */
const SELECT_LIMITS = {
  options: 25,
  placeholder: 150,
  optionLabel: 100,
  optionValue: 100,
  optionDescription: 100,
} as const;

const members = {
  type: anything,
  id: componentId,
  custom_id: customId,
  placeholder: text({ max: SELECT_LIMITS.placeholder }),
  min_values: integer({ min: 0, max: 25 }),
  max_values: integer({ min: 1, max: 25 }),
  disabled: flag,
  /** Used in modals only. */
  required: flag,
};

const option = shape(
  {
    label: text({ min: 1, max: SELECT_LIMITS.optionLabel }),
    value: text({ min: 1, max: SELECT_LIMITS.optionValue }),
    description: text({ max: SELECT_LIMITS.optionDescription }),
    emoji,
    default: flag,
  },
  { required: ["label", "value"], closed: true },
);

const options = list(option, { min: 1, max: SELECT_LIMITS.options });

const distinct: Check = (value) => {
  const values = optionsOf(value).map((one) => (isObject(one) ? one["value"] : undefined));
  const repeated = values.flatMap((one, index) => (values.indexOf(one) < index ? [index] : []));
  const said = "The specified option value is already used";
  return repeated.map((index) =>
    problem("SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", said, "options", String(index), "value"),
  );
};

/** No more may be picked, by default or at all, than there are. */
const amounts: Check = (value) => {
  if (!isObject(value)) return [];
  const count = optionsOf(value).length;
  const max = numberOf(value["max_values"], 1);
  const chosen = optionsOf(value).filter((one) => isObject(one) && one["default"] === true).length;
  const tooMany = problem("SELECT_COMPONENT_MAX_VALUES_EXCEEDED", `Must be ${count} or fewer.`, "max_values");
  const preset = problem(
    "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES",
    `Must be ${max} or fewer default options.`,
    "options",
  );
  return [...(max > count ? [tooMany] : []), ...(chosen > max ? [preset] : []), ...range(value)];
};

const range: Check = (value) => {
  if (!isObject(value) || numberOf(value["min_values"], 1) <= numberOf(value["max_values"], 1)) return [];
  return [problem("SELECT_COMPONENT_MIN_VALUES_EXCEEDED", "min_values must not exceed max_values.", "min_values")];
};

function optionsOf(value: unknown): readonly unknown[] {
  return isObject(value) ? listOf(value["options"]) : [];
}

/** Options written by the bot. */
export const stringSelect: Check = all(
  shape({ ...members, options }, { required: ["custom_id", "options"], closed: true }),
  distinct,
  amounts,
);

/** Options that Discord fills in: users, roles, mentionables, channels. */
export const select: Check = all(
  shape({ ...members, channel_types: anything, default_values: anything }, { required: ["custom_id"], closed: true }),
  range,
);
