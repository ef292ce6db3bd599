import { ButtonStyle, ComponentType } from "discord.js";
import type {
  APIActionRowComponent,
  APIButtonComponentWithCustomId,
  APISelectMenuOption,
  APIStringSelectComponent,
} from "discord.js";
import type { TokenOf } from "../../src/app/platform.ts";
import type { Block, Button } from "../../src/core/view/view.ts";
import { writeCustomId } from "./custom-id.ts";
import { words } from "./text.ts";
import { DISCORD_LIMITS } from "./limits.ts";

type Row = APIActionRowComponent<APIButtonComponentWithCustomId | APIStringSelectComponent>;

/** Rows of buttons or menus; `omitted` counts the buttons for which there is no room. */
export type Controls = { readonly rows: readonly Row[]; readonly omitted: number };

/** Menus of one block of buttons: more than 50 choices are no choice. */
const MOST_MENUS = 2;

/** Up to five buttons stand in a row, more of them in a menu; what is behind "more" always does. `from` numbers them. */
export function renderButtons(
  { buttons, more }: Extract<Block, { kind: "buttons" }>,
  from: number,
  tokenOf: TokenOf,
): Controls {
  const isRow = buttons.length <= DISCORD_LIMITS.row;
  const inMenus = isRow ? more : [...buttons, ...more];
  const room = MOST_MENUS * DISCORD_LIMITS.selectOptions;
  const shown = [...(isRow ? buttons : []), ...inMenus.slice(0, room)].map((button, index) => ({
    button,
    customId: writeCustomId(button, from + index, tokenOf),
  }));
  const inSight = isRow ? buttons.length : 0;
  const menus = chunks(shown.slice(inSight), DISCORD_LIMITS.selectOptions);
  return {
    rows: [
      ...(isRow ? [row(shown.slice(0, inSight).map(buttonOf))] : []),
      ...menus.map((some, index) => row([menu(some, from + index, isRow ? "More…" : "Choose…")])),
    ],
    omitted: Math.max(0, inMenus.length - room),
  };
}

/** What shows the rest of a message that had to be shortened. Its number is one that no other button has. */
export function showAll(token: string): Row {
  const style = ButtonStyle.Secondary;
  return row([{ type: ComponentType.Button, style, label: "Show all", custom_id: `zzz:${token}` }]);
}

type Shown = { readonly button: Button; readonly customId: string };

function row(components: Row["components"]): Row {
  return { type: ComponentType.ActionRow, components };
}

const STYLES = {
  primary: ButtonStyle.Primary,
  danger: ButtonStyle.Danger,
  plain: ButtonStyle.Secondary,
} as const;

function buttonOf({ button: { label, style }, customId }: Shown): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: STYLES[style],
    label: words(label, DISCORD_LIMITS.buttonLabel),
    custom_id: customId,
  };
}

function menu(some: readonly Shown[], nth: number, placeholder: string): APIStringSelectComponent {
  return { type: ComponentType.StringSelect, custom_id: `menu${nth}`, placeholder, options: some.map(option) };
}

function option({ button: { label }, customId }: Shown): APISelectMenuOption {
  return { label: words(label, DISCORD_LIMITS.optionLabel), value: customId };
}

function chunks<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}
