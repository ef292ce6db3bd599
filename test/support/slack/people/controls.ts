import { type Json, objectAt, objectsAt, objectsIn, stringAt } from "../json.ts";

/** Something on the screen that can be clicked, by the words on it. */
export type Control = {
  readonly label: string;
  /** What the payload says about the click. */
  readonly action: Json;
  /** The question that is asked first. */
  readonly confirm: Json | undefined;
};

export type Pick = {
  /** For pickers of people, channels and dates: what was picked. */
  readonly value?: string;
  /** Which one, when several have the same words; the first is 0. */
  readonly nth?: number;
};

/** The one control with these words. Throws when there is none, or when the words do not tell them apart. */
export function controlNamed(blocks: readonly Json[], label: string, pick: Pick): Control {
  const all = blocks.flatMap((block) => elementsOf(block).flatMap((element) => controlsOf(block, element, pick.value)));
  const found = all.filter((control) => control.label === label);
  const chosen = found[pick.nth ?? 0];
  if (chosen === undefined)
    throw new Error(
      `Cannot click "${label}": what can be clicked is ${all.map((control) => `"${control.label}"`).join(", ") || "nothing"}.`,
    );
  if (found.length > 1 && pick.nth === undefined)
    throw new Error(`Cannot click "${label}": ${found.length} controls are called so. Say which with nth.`);
  return chosen;
}

/** The words on everything that can be clicked, in its order. */
export function labelsIn(blocks: readonly Json[]): readonly string[] {
  return blocks
    .flatMap((block) => elementsOf(block).flatMap((element) => controlsOf(block, element, undefined)))
    .map(({ label }) => label);
}

function elementsOf(block: Json): readonly Json[] {
  const elements = block["type"] === "actions" ? objectsAt(block, "elements") : [];
  return objectsIn([...elements, block["accessory"], block["dispatch_action"] === true ? block["element"] : undefined]);
}

function controlsOf(block: Json, element: Json, value: string | undefined): readonly Control[] {
  const type = stringAt(element, "type") ?? "";
  const base = { type, action_id: element["action_id"], block_id: block["block_id"] };
  const confirm = objectAt(element, "confirm");
  if (type === "button") {
    const { text, value: held, style } = element;
    return [
      {
        label: wordsOf(element),
        confirm,
        action: {
          ...base,
          text,
          ...(held === undefined ? {} : { value: held }),
          ...(style === undefined ? {} : { style }),
        },
      },
    ];
  }
  const field = PICKED[type];
  if (field !== undefined)
    return [
      { label: stringAt(objectAt(element, "placeholder"), "text") ?? "", confirm, action: { ...base, [field]: value } },
    ];
  const many = type === "checkboxes" || type.startsWith("multi_");
  return optionsOf(element).map((option) => ({
    label: wordsOf(option),
    confirm,
    action: { ...base, ...(many ? { selected_options: [option] } : { selected_option: option }) },
  }));
}

/** What the payload calls the thing that was picked. */
export const PICKED: { readonly [type: string]: string } = {
  users_select: "selected_user",
  channels_select: "selected_channel",
  conversations_select: "selected_conversation",
  datepicker: "selected_date",
  timepicker: "selected_time",
};

export function optionsOf(element: Json): readonly Json[] {
  return [
    ...objectsAt(element, "options"),
    ...objectsAt(element, "option_groups").flatMap((group) => objectsAt(group, "options")),
  ];
}

export function wordsOf(element: Json): string {
  return stringAt(objectAt(element, "text"), "text") ?? "";
}
