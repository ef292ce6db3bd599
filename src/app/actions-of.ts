import type { Action } from "../core/resolution/action.ts";
import type { View } from "../core/view/view.ts";
import type { TokenOf } from "./platform.ts";

/** Every action that a view's buttons offer, in their order, each once; last the one that shows all of it. */
export function actionsOf(view: View): readonly Action[] {
  const offered = view.blocks.flatMap((block) => (block.kind === "buttons" ? [...block.buttons, ...block.more] : []));
  const actions = [...offered.map(({ action }) => action), ...(view.all === undefined ? [] : [view.all])];
  const byText = new Map(actions.map((action) => [textOf(action), action]));
  return [...byText.values()];
}

/** The names of a view's buttons: the offer they were put down under, and which of them it is. */
export function tokensOf(view: View, offer: string): TokenOf {
  const places = new Map(actionsOf(view).map((action, index) => [textOf(action), index]));
  return (action) => {
    const place = places.get(textOf(action));
    if (place === undefined) throw new Error(`Cannot name a button: the view does not offer "${action.kind}".`);
    return `${offer}.${place.toString(36)}`;
  };
}

/** The two halves of a token, or undefined for what is none. */
export function readToken(token: string): { readonly offer: string; readonly index: number } | undefined {
  const match = /^([a-z0-9]{1,24})\.([a-z0-9]{1,3})$/.exec(token);
  const [, offer, index] = match ?? [];
  if (offer === undefined || index === undefined) return undefined;
  return { offer, index: Number.parseInt(index, 36) };
}

function textOf(action: Action): string {
  return JSON.stringify(Object.entries(action).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
