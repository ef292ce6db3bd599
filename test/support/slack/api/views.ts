import { isJson, type Json, stringAt } from "../json.ts";
import { viewProblems } from "../validate/view.ts";
import { checkTrigger, spendTrigger } from "../world/lifetimes.ts";
import { refuse } from "../world/refusal.ts";
import { checkHash, findView, openView, publishHome, pushView, updateView } from "../world/views.ts";
import { wireView } from "../world/wire.ts";
import type { Trigger, View, World } from "../world/world.ts";
import type { Call, Method } from "./method.ts";

const shared = { tier: 4, tokens: ["bot"], scopes: [] } as const;

/** {@link https://docs.slack.dev/reference/methods?family=views} */
export const VIEWS = {
  "views.open": { ...shared, args: { trigger_id: "text", interactivity_pointer: "text", "view!": "json" }, run: open },
  "views.push": { ...shared, args: { trigger_id: "text", interactivity_pointer: "text", "view!": "json" }, run: push },
  "views.update": {
    ...shared,
    args: { "view!": "json", view_id: "text", external_id: "text", hash: "text" },
    run: update,
  },
  "views.publish": { ...shared, args: { "user_id!": "text", "view!": "json", hash: "text" }, run: publish },
} as const satisfies { readonly [name: string]: Method };

function open(call: Call): Json {
  return exchanged(call, (trigger, view) => openView(call.world, trigger, view));
}

function push(call: Call): Json {
  return exchanged(call, (trigger, view) => {
    if (trigger.view === undefined) refuse("invalid_trigger_id");
    return pushView(call.world, trigger, view);
  });
}

/** A refused view does not use up the trigger. */
function exchanged(call: Call, show: (trigger: Trigger, view: Json) => View): Json {
  const id = stringAt(call.args, "trigger_id") ?? stringAt(call.args, "interactivity_pointer") ?? "";
  const trigger = checkTrigger(call.world, id, call.token.team, call.now);
  const payload = checkedView(call.world, call.args["view"], "modal");
  const view = show(trigger, payload);
  spendTrigger(call.world, id);
  return { view: wireView(call.world, view) };
}

function update(call: Call): Json {
  const known = findView(call.world, stringAt(call.args, "view_id"), stringAt(call.args, "external_id"));
  if (known.team !== call.token.team) refuse("not_found");
  const payload = checkedView(call.world, call.args["view"], known.type, known);
  checkHash(known, stringAt(call.args, "hash"));
  return { view: wireView(call.world, updateView(call.world, known, payload)) };
}

function publish(call: Call): Json {
  const { world, token, args } = call;
  const user = stringAt(args, "user_id") ?? "";
  if (!world.users.has(user)) refuse("user_not_found");
  const payload = checkedView(world, args["view"], "home");
  const known = world.views.get(world.homes.get(user) ?? "");
  if (known !== undefined) checkHash(known, stringAt(args, "hash"));
  return { view: wireView(world, publishHome(world, { user, team: token.team }, payload)) };
}

/** Also used for the views that come with the acknowledgement of a submission. */
export function checkedView(world: World, payload: unknown, type: View["type"], replaced?: View): Json {
  const problems = viewProblems(payload);
  if (problems.length > 0 || !isJson(payload)) return refuse("invalid_arguments", problems);
  if (payload["type"] !== type) refuse("invalid_arguments", [`[ERROR] must be a ${type} [json-pointer:/view/type]`]);
  const external = stringAt(payload, "external_id");
  const same = [...world.views.values()].filter(
    (view) => external !== undefined && stringAt(view.payload, "external_id") === external,
  );
  if (same.some((view) => view.id !== replaced?.id)) refuse("duplicate_external_id");
  return payload;
}
