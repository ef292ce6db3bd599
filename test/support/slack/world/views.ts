import { type Json, objectsAt, stringAt } from "../json.ts";
import { nextId } from "./ids.ts";
import { blockWithIds } from "./messages.ts";
import { orRefuse, refuse } from "./refusal.ts";
import type { View, World } from "./world.ts";

/** Modals on top of each other. {@link https://docs.slack.dev/surfaces/modals} */
const STACK_LIMIT = 3;

type Who = { readonly user: string; readonly team: string };

/** Opens a modal alone; what was open before is gone. */
export function openView(world: World, who: Who, payload: Json): View {
  const view = newView(world, who, payload, undefined);
  world.stacks.set(who.user, [view.id]);
  return view;
}

export function pushView(world: World, who: Who, payload: Json): View {
  const stack = world.stacks.get(who.user) ?? [];
  if (stack.length >= STACK_LIMIT) refuse("push_limit_reached");
  const view = newView(world, who, payload, stack.at(-1));
  world.stacks.set(who.user, [...stack, view.id]);
  return view;
}

/** What was typed stays where block_id and action_id stay. */
export function updateView(world: World, view: View, payload: Json): View {
  const changed = { ...view, payload: withIds(world, payload), hash: nextId(world, "hash") };
  world.views.set(view.id, changed);
  return changed;
}

export function publishHome(world: World, who: Who, payload: Json): View {
  const known = world.views.get(world.homes.get(who.user) ?? "");
  const view = known === undefined ? newView(world, who, payload, undefined) : updateView(world, known, payload);
  world.homes.set(who.user, view.id);
  return view;
}

/** Takes one modal off the stack, or all of them. */
export function closeView(world: World, view: View, all: boolean): void {
  const stack = world.stacks.get(view.user) ?? [];
  world.stacks.set(view.user, all ? [] : stack.filter((id) => id !== view.id));
}

/** By its own id or by the one that the app gave it; a modal that was closed is no longer found. */
export function findView(world: World, id: string | undefined, externalId: string | undefined): View {
  const known = [...world.views.values()].find(
    (view) => view.id === id || (externalId !== undefined && stringAt(view.payload, "external_id") === externalId),
  );
  const view = orRefuse(known, "not_found");
  const open = view.type === "home" || (world.stacks.get(view.user) ?? []).includes(view.id);
  return open ? view : refuse("not_found");
}

export function checkHash(view: View, hash: string | undefined): void {
  if (hash !== undefined && hash !== view.hash) refuse("hash_conflict");
}

function newView(world: World, who: Who, payload: Json, previous: string | undefined): View {
  const id = nextId(world, "V");
  const root = previous === undefined ? id : (world.views.get(previous)?.root ?? id);
  const type = payload["type"] === "home" ? "home" : "modal";
  const view: View = {
    id,
    type,
    ...who,
    hash: nextId(world, "hash"),
    payload: withIds(world, payload),
    root,
    previous,
    values: {},
  };
  world.views.set(id, view);
  return view;
}

function withIds(world: World, payload: Json): Json {
  return { ...payload, blocks: objectsAt(payload, "blocks").map((block) => blockWithIds(world, block)) };
}
