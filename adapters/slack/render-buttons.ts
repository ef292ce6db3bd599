import type { TokenOf } from "../../src/app/platform.ts";
import type { Block, Button } from "../../src/core/view/view.ts";
import type { Piece } from "./fit.ts";
import type { SlackBlock } from "./render.ts";
import { SLACK_LIMITS } from "./limits.ts";
import { plainText } from "./text.ts";
import { writeValue } from "./value.ts";

/**
 * A few buttons in sight and the rest behind the dots. Menus ask nothing before they act, so what needs a "sure?" stays a
 * button; what needs words may go there, because the form can still be cancelled.
 */
export function renderButtons(
  block: Extract<Block, { kind: "buttons" }>,
  tokenOf: TokenOf,
  index: number,
): readonly Piece[] {
  const all = [...block.buttons, ...block.more].slice(0, MOST_BUTTONS);
  const inSight = Math.min(block.buttons.length, SLACK_LIMITS.buttonsInSight);
  const behind = all.slice(inSight);
  const asOptions = behind.filter((button) => isForMenu(button, tokenOf));
  const menus = menusOf(asOptions);
  const hidden = new Set(menus.flat());
  const elements = [
    ...all.slice(0, inSight).map((button) => renderButton(button, tokenOf)),
    ...behind.filter((button) => !hidden.has(button)).map((button) => renderButton(button, tokenOf)),
    ...menus.map((menu) => renderMenu(menu, tokenOf)),
  ].map((element, position) => ({ ...element, action_id: `kms:${index}:${position}` }));
  const isCut = block.buttons.length + block.more.length > MOST_BUTTONS;
  return chunks(elements, SLACK_LIMITS.actions).map((some) => {
    return { kind: "control", block: { type: "actions", elements: some }, isCut };
  });
}

/** What shows the rest of a message that had to be shortened. */
export function renderShowAll(token: string): SlackBlock {
  const button = {
    type: "button",
    text: plainText("Show all", SLACK_LIMITS.label),
    value: token,
    action_id: "kms:all",
  };
  return { type: "actions", elements: [button] };
}

/** More than this is no choice any more. */
const MOST_BUTTONS = 50;

function isForMenu({ confirm, input, action }: Button, tokenOf: TokenOf): boolean {
  return (confirm === undefined || input !== undefined) && tokenOf(action).length <= SLACK_LIMITS.optionValue / 2;
}

/** As few menus as possible, none with a single option, and all about as long. */
function menusOf(buttons: readonly Button[]): readonly (readonly Button[])[] {
  if (buttons.length < SLACK_LIMITS.overflowLeast) return [];
  const count = Math.ceil(buttons.length / SLACK_LIMITS.overflow);
  const [size, longer] = [Math.floor(buttons.length / count), buttons.length % count];
  const startOf = (menu: number) => menu * size + Math.min(menu, longer);
  return Array.from({ length: count }, (_, menu) => buttons.slice(startOf(menu), startOf(menu + 1)));
}

function renderButton(button: Button, tokenOf: TokenOf) {
  const { label, style, confirm, input, action } = button;
  return {
    type: "button",
    text: plainText(label, SLACK_LIMITS.label),
    value: writeValue(tokenOf(action), input, SLACK_LIMITS.buttonValue),
    ...(style === "plain" ? {} : { style }),
    ...(confirm === undefined ? {} : { confirm: renderConfirm(button, confirm) }),
  };
}

function renderConfirm({ style }: Button, { title, text, yes, no }: NonNullable<Button["confirm"]>) {
  return {
    title: plainText(title, SLACK_LIMITS.confirmTitle),
    text: plainText(text, SLACK_LIMITS.confirmText),
    confirm: plainText(yes, SLACK_LIMITS.confirmButton),
    deny: plainText(no, SLACK_LIMITS.confirmButton),
    ...(style === "danger" ? { style } : {}),
  };
}

function renderMenu(buttons: readonly Button[], tokenOf: TokenOf) {
  const options = buttons.map(({ label, input, action }) => ({
    text: plainText(label, SLACK_LIMITS.label),
    value: writeValue(tokenOf(action), input, SLACK_LIMITS.optionValue),
  }));
  return { type: "overflow", options };
}

function chunks<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
}
