import { isObject, listOf } from "../json.ts";
import { all, anything, list, problem, shape } from "./check.ts";
import type { Check } from "./check.ts";
import { componentId } from "./button.ts";

/** {@link https://discord.com/developers/docs/components/reference#action-row} */
export const ROW_LIMITS = { rows: 5, buttons: 5 } as const;

const BUTTON = 2;

/** Up to five buttons, or one select: a select fills its row. */
const width: Check = (value) => {
  const children = isObject(value) ? listOf(value["components"]) : [];
  const selects = children.filter((child) => isObject(child) && child["type"] !== BUTTON).length;
  if (selects === 0 || children.length <= 1) return [];
  return [
    problem("COMPONENT_LAYOUT_WIDTH_EXCEEDED", "The specified component exceeds the maximum width", "components", "1"),
  ];
};

/** A row of components, each of which is looked at by `child`. */
export function actionRow(child: Check): Check {
  const components = list(child, { min: 1, max: ROW_LIMITS.buttons });
  return all(shape({ type: anything, id: componentId, components }, { required: ["components"], closed: true }), width);
}
