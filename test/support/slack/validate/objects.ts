import { LIMITS } from "./limits.ts";
import { boolean, byType, type Check, list, matching, object, oneOf, string } from "./schema.ts";

/** {@link https://docs.slack.dev/reference/block-kit/composition-objects} */
export function plain(max: number): Check {
  return byType({ plain_text: plainObject(max) }, "text object");
}

export function text(max: number): Check {
  return byType({ plain_text: plainObject(max), mrkdwn: mrkdwnObject(max) }, "text object");
}

function plainObject(max: number): Check {
  return object({ "type!": oneOf("plain_text"), "text!": string(max), emoji: boolean });
}

function mrkdwnObject(max: number): Check {
  return object({ "type!": oneOf("mrkdwn"), "text!": string(max), verbatim: boolean });
}

export const id = string(LIMITS.id);
export const url = matching(/^(https?|mailto|slack):/, "url", LIMITS.url);
export const imageUrl = matching(/^https?:\/\//, "image_url", LIMITS.url);

export const confirm = object({
  "title!": plain(LIMITS.confirmTitle),
  "text!": text(LIMITS.confirmText),
  "confirm!": plain(LIMITS.confirmButton),
  "deny!": plain(LIMITS.confirmButton),
  style: oneOf("primary", "danger"),
});

const optionFields = {
  "value!": string(LIMITS.optionValue),
  description: text(LIMITS.optionText),
};

/** Menus show plain text only; checkboxes and radio buttons take markup. */
export const menuOption = object({ ...optionFields, "text!": plain(LIMITS.optionText) });
export const choiceOption = object({ ...optionFields, "text!": text(LIMITS.optionText) });
export const overflowOption = object({ ...optionFields, "text!": plain(LIMITS.optionText), url });

export const optionGroup = object({
  "label!": plain(LIMITS.optionText),
  "options!": list(menuOption, 1, LIMITS.options),
});
