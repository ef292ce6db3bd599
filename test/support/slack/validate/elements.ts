import { LIMITS } from "./limits.ts";
import {
  choiceOption,
  confirm,
  id,
  imageUrl,
  menuOption,
  optionGroup,
  overflowOption,
  plain,
  text,
  url,
} from "./objects.ts";
import {
  anything,
  boolean,
  both,
  type Check,
  integer,
  list,
  matching,
  needs,
  object,
  oneOf,
  type Shape,
  string,
} from "./schema.ts";

const acts: Shape = { "type!": anything, action_id: id };
const focuses: Shape = { focus_on_load: boolean };
const hints: Shape = { placeholder: plain(LIMITS.placeholder) };
const picks: Shape = { ...acts, ...focuses, ...hints, confirm };
const picksMany: Shape = { ...picks, max_selected_items: integer(1, LIMITS.options) };
const writes: Shape = {
  ...acts,
  ...focuses,
  ...hints,
  initial_value: string(LIMITS.inputText, 0),
  dispatch_action_config: object({ trigger_actions_on: list(oneOf("on_enter_pressed", "on_character_entered"), 1, 2) }),
};
const groups = list(optionGroup, 1, LIMITS.options);
const menu: Shape = { options: list(menuOption, 1, LIMITS.options), option_groups: groups };
const date = matching(/^\d{4}-\d\d-\d\d$/, "date", 10);
const time = matching(/^\d\d:\d\d$/, "time", 5);
const ids = list(id, 1, LIMITS.options);

/** Every element, its fields and their limits. {@link https://docs.slack.dev/reference/block-kit/block-elements} */
const ELEMENTS = {
  button: object({
    ...acts,
    "text!": plain(LIMITS.buttonText),
    value: string(LIMITS.buttonValue, 0),
    url,
    style: oneOf("primary", "danger"),
    confirm,
    accessibility_label: string(LIMITS.buttonText),
  }),
  overflow: object({ ...acts, "options!": list(overflowOption, LIMITS.overflowLeast, LIMITS.overflow), confirm }),
  static_select: both(
    object({ ...picks, ...menu, initial_option: menuOption }),
    needs(["options", "option_groups"], 1),
  ),
  multi_static_select: both(
    object({ ...picksMany, ...menu, initial_options: list(menuOption, 1, LIMITS.options) }),
    needs(["options", "option_groups"], 1),
  ),
  external_select: object({ ...picks, initial_option: menuOption, min_query_length: integer(0, 100) }),
  users_select: object({ ...picks, initial_user: id }),
  multi_users_select: object({ ...picksMany, initial_users: ids }),
  channels_select: object({ ...picks, initial_channel: id, response_url_enabled: boolean }),
  conversations_select: object({
    ...picks,
    initial_conversation: id,
    default_to_current_conversation: boolean,
    response_url_enabled: boolean,
    filter: anything,
  }),
  checkboxes: object({
    ...acts,
    ...focuses,
    "options!": list(choiceOption, 1, LIMITS.choices),
    initial_options: list(choiceOption, 1, LIMITS.choices),
    confirm,
  }),
  radio_buttons: object({
    ...acts,
    ...focuses,
    "options!": list(choiceOption, 1, LIMITS.choices),
    initial_option: choiceOption,
    confirm,
  }),
  datepicker: object({ ...picks, initial_date: date }),
  timepicker: object({ ...picks, initial_time: time, timezone: string(100) }),
  datetimepicker: object({ ...acts, ...focuses, initial_date_time: integer(1_000_000_000, 9_999_999_999), confirm }),
  plain_text_input: object({
    ...writes,
    multiline: boolean,
    min_length: integer(0, LIMITS.inputText),
    max_length: integer(1, LIMITS.inputText),
  }),
  email_text_input: object(writes),
  url_text_input: object(writes),
  number_input: object({ ...writes, "is_decimal_allowed!": boolean, min_value: string(100), max_value: string(100) }),
  image: both(
    object({ "type!": anything, "alt_text!": string(LIMITS.alt), image_url: imageUrl, slack_file: anything }),
    needs(["image_url", "slack_file"], 1),
  ),
  plain_text: plain(LIMITS.contextText),
  mrkdwn: text(LIMITS.contextText),
} as const satisfies { readonly [type: string]: Check };

type ElementName = keyof typeof ELEMENTS;

const CLICKED: readonly ElementName[] = [
  "button",
  "checkboxes",
  "datepicker",
  "radio_buttons",
  "static_select",
  "external_select",
  "users_select",
  "channels_select",
  "conversations_select",
  "multi_static_select",
  "multi_users_select",
  "timepicker",
];

/** Which elements go where. */
export const ALLOWED = {
  accessory: pick([...CLICKED, "overflow", "image"]),
  actions: pick([...CLICKED, "overflow", "datetimepicker"]),
  context: pick(["image", "plain_text", "mrkdwn"]),
  input: pick([
    ...CLICKED.filter((name) => name !== "button"),
    "datetimepicker",
    "plain_text_input",
    "email_text_input",
    "url_text_input",
    "number_input",
  ]),
} as const;

function pick(names: readonly ElementName[]): { readonly [type: string]: Check } {
  return Object.fromEntries(names.map((name) => [name, ELEMENTS[name]]));
}
