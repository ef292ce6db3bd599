import { isObject } from "../json.ts";
import { all, anything, flag, integer, matching, oneOf, problem, REQUIRED, shape, text } from "./check.ts";
import type { Check } from "./check.ts";

/** {@link https://discord.com/developers/docs/components/reference#button} */
const BUTTON_LIMITS = { label: 80, customId: 100, url: 512 } as const;

export const customId = text({ min: 1, max: BUTTON_LIMITS.customId });
export const componentId = integer({ min: 0, max: 2 ** 31 - 1 });
export const emoji = shape({ id: anything, name: anything, animated: flag }, { closed: true });

const LINK = 5;
const PREMIUM = 6;

const members = shape(
  {
    type: anything,
    id: componentId,
    style: oneOf([1, 2, 3, 4, LINK, PREMIUM]),
    label: text({ max: BUTTON_LIMITS.label }),
    emoji,
    custom_id: customId,
    url: all(
      text({ min: 1, max: BUTTON_LIMITS.url }),
      matching(
        /^(https?|discord):\/\//i,
        "URL_TYPE_INVALID_SCHEME",
        'Scheme must be one of ("http", "https", "discord").',
      ),
    ),
    sku_id: anything,
    disabled: flag,
  },
  { required: ["style"], closed: true },
);

/** A link has an address, a premium button a product, every other one an id; never two of them. */
const target: Check = (value) => {
  if (!isObject(value)) return [];
  const wanted = value["style"] === LINK ? "url" : value["style"] === PREMIUM ? "sku_id" : "custom_id";
  const others = ["url", "custom_id", "sku_id"].filter((key) => key !== wanted && value[key]);
  const missing = value[wanted] ? [] : [{ ...REQUIRED, path: [wanted] }];
  return [
    ...missing,
    ...others.map((key) =>
      problem("BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", "A custom id and url cannot both be specified", key),
    ),
  ];
};

const face: Check = (value) => {
  if (!isObject(value) || value["label"] || value["emoji"] || value["style"] === PREMIUM) return [];
  return [problem("BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED", "A label or an emoji is required", "label")];
};

export const button: Check = all(members, target, face);
