import { type Json, objectAt, objectsAt, stringAt } from "../json.ts";
import type { View } from "../world/world.ts";
import { optionsOf, PICKED, wordsOf } from "./controls.ts";

/** What somebody fills in, by the label of the field: text, the words of an option, or several of them. */
export type Filled = { readonly [label: string]: string | readonly string[] };

/** The state that a submission carries. Throws where Slack would not let the person press the button. */
export function formValues(view: View, filled: Filled): Json {
  const inputs = objectsAt(view.payload, "blocks").filter((block) => block["type"] === "input");
  const labels = inputs.map((block) => stringAt(objectAt(block, "label"), "text") ?? "");
  const stray = Object.keys(filled).filter((label) => !labels.includes(label));
  if (stray.length > 0)
    throw new Error(
      `Cannot fill in "${stray.join('", "')}": the fields are ${labels.map((label) => `"${label}"`).join(", ")}.`,
    );
  return Object.fromEntries(
    inputs.map((block, index) => [stringAt(block, "block_id") ?? "", fieldValue(block, labels[index] ?? "", filled)]),
  );
}

function fieldValue(block: Json, label: string, filled: Filled): Json {
  const element = objectAt(block, "element") ?? {};
  const typed = filled[label] ?? stringAt(element, "initial_value");
  const empty = typed === undefined || typed === "" || typed.length === 0;
  if (empty && block["optional"] !== true && !hasInitial(element))
    throw new Error(`Cannot submit: "${label}" is required. Fill it in.`);
  const type = stringAt(element, "type") ?? "";
  return {
    [stringAt(element, "action_id") ?? ""]: { type, ...heldBy(type, element, label, empty ? undefined : typed) },
  };
}

function hasInitial(element: Json): boolean {
  return Object.keys(element).some((key) => key.startsWith("initial_"));
}

function heldBy(type: string, element: Json, label: string, typed: string | readonly string[] | undefined): Json {
  const field = PICKED[type];
  if (field !== undefined) return { [field]: typed ?? element[field.replace("selected", "initial")] ?? null };
  if (type.endsWith("_input")) return { value: typeof typed === "string" ? withinLength(element, label, typed) : null };
  const words = typed === undefined ? [] : [typed].flat();
  const chosen = words.map((word) => optionNamed(element, label, word));
  if (type === "checkboxes" || type.startsWith("multi_"))
    return { selected_options: typed === undefined ? objectsAt(element, "initial_options") : chosen };
  return { selected_option: chosen[0] ?? element["initial_option"] ?? null };
}

function withinLength(element: Json, label: string, typed: string): string {
  const { min_length: min, max_length: max } = element;
  if (typeof min === "number" && typed.length < min)
    throw new Error(`Cannot submit: "${label}" needs ${min} characters. Type more.`);
  if (typeof max === "number" && typed.length > max)
    throw new Error(`Cannot submit: "${label}" takes ${max} characters. Type less.`);
  return typed;
}

function optionNamed(element: Json, label: string, word: string): Json {
  const option = optionsOf(element).find((candidate) => wordsOf(candidate) === word);
  if (option === undefined)
    throw new Error(`Cannot choose "${word}" in "${label}": it offers ${optionsOf(element).map(wordsOf).join(", ")}.`);
  return option;
}
