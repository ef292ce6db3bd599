import { isObject, listOf } from "../json.ts";
import { all, anything, flag, integer, list, oneOf, problem, shape, text, under } from "./check.ts";
import type { Check } from "./check.ts";
import { componentId, customId } from "./button.ts";
import { byType } from "./components.ts";
import { textDisplay } from "./layout.ts";
import { duplicateIds } from "./message.ts";
import { actionRow } from "./row.ts";
import { select, stringSelect } from "./select.ts";

/** {@link https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-modal} */
const MODAL_LIMITS = { title: 45, rows: 5, label: 45, description: 100, value: 4000, placeholder: 100 } as const;

const inputMembers = {
  type: anything,
  id: componentId,
  custom_id: customId,
  style: oneOf([1, 2]),
  min_length: integer({ min: 0, max: MODAL_LIMITS.value }),
  max_length: integer({ min: 1, max: MODAL_LIMITS.value }),
  required: flag,
  value: text({ max: MODAL_LIMITS.value }),
  placeholder: text({ max: MODAL_LIMITS.placeholder }),
};

/** In a row of its own: it brings its label along. */
const rowInput = shape(
  { ...inputMembers, label: text({ min: 1, max: MODAL_LIMITS.label }) },
  { required: ["custom_id", "style", "label"], closed: true },
);

/** Inside a label component, which says what it is for. */
const labelledInput = shape(inputMembers, { required: ["custom_id", "style"], closed: true });

const upload = shape(
  { type: anything, id: componentId, custom_id: customId, min_values: anything, max_values: anything, required: flag },
  { required: ["custom_id"], closed: true },
);

const label = shape(
  {
    type: anything,
    id: componentId,
    label: text({ min: 1, max: MODAL_LIMITS.label }),
    description: text({ max: MODAL_LIMITS.description }),
    component: byType({ 3: stringSelect, 4: labelledInput, 5: select, 6: select, 7: select, 8: select, 19: upload }),
  },
  { required: ["label", "component"], closed: true },
);

const top = byType({ 1: actionRow(byType({ 4: rowInput })), 10: textDisplay, 18: label });

/** A row of a modal holds one input. */
const oneEach: Check = (value) =>
  listOf(value).flatMap((row, index) => {
    const count = isObject(row) ? listOf(row["components"]).length : 0;
    if (count <= 1) return [];
    return under(String(index), [
      problem("COMPONENT_LAYOUT_WIDTH_EXCEEDED", "The specified component exceeds the maximum width", "components"),
    ]);
  });

/** The `data` of an interaction answer of type 9. */
export const modalBody: Check = shape(
  {
    custom_id: customId,
    title: text({ min: 1, max: MODAL_LIMITS.title }),
    components: all(list(top, { min: 1, max: MODAL_LIMITS.rows }), oneEach, duplicateIds),
  },
  { required: ["custom_id", "title", "components"] },
);
