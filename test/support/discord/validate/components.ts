import { isObject } from "../json.ts";
import { actionRow } from "./row.ts";
import { problem, under } from "./check.ts";
import type { Check, Problem } from "./check.ts";
import { button } from "./button.ts";
import { select, stringSelect } from "./select.ts";
import { containerOf, file, gallery, sectionOf, separator, textDisplay, thumbnail } from "./layout.ts";

/** {@link https://discord.com/developers/docs/components/reference#component-object-component-types} */
export const COMPONENT = {
  actionRow: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  textDisplay: 10,
  thumbnail: 11,
  gallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
  fileUpload: 19,
} as const;

const SELECTS = { 3: stringSelect, 5: select, 6: select, 7: select, 8: select } as const;

const inRow = byType({ 2: button, ...SELECTS });
const row = actionRow(inRow);

/** What may stand inside a container. */
const inContainer = byType({
  1: row,
  9: sectionOf(byType({ 10: textDisplay }), byType({ 2: button, 11: thumbnail })),
  10: textDisplay,
  12: gallery,
  13: file,
  14: separator,
});

/** One component at the top of a message without the components-v2 flag. */
export const legacyTop = byType({ 1: row });

/** One component at the top of a components-v2 message. */
export const v2Top: Check = (value) =>
  typeOf(value) === COMPONENT.container ? containerOf(inContainer)(value) : v2Plain(value);

const v2Plain: Check = (value) => {
  const known = typeOf(value);
  const allowed = [1, 9, 10, 12, 13, 14, 17];
  return allowed.includes(Number(known)) ? inContainer(value) : [wrongType(allowed)];
};

/** Picks the check by the component's `type`; any other type is refused. */
export function byType(checks: Readonly<Record<number, Check>>): Check {
  return (value) => {
    const check = checks[Number(typeOf(value))];
    return check === undefined ? [wrongType(Object.keys(checks).map(Number))] : check(value);
  };
}

function typeOf(value: unknown): unknown {
  return isObject(value) ? value["type"] : undefined;
}

function wrongType(allowed: readonly number[]): Problem {
  const [first] = under("type", [
    problem("UNION_TYPE_CHOICES", `Value of field "type" must be one of (${allowed.join(", ")},).`),
  ]);
  return first ?? problem("UNION_TYPE_CHOICES", "Unknown type.");
}
