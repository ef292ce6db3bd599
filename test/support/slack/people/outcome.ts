import { checkedView } from "../api/views.ts";
import { isJson, type Json, objectAt, objectsAt, stringAt } from "../json.ts";
import { refuse } from "../world/refusal.ts";
import { closeView, pushView, updateView } from "../world/views.ts";
import type { View, World } from "../world/world.ts";

/** What a person sees after pressing the button of a modal. */
export type Submitted =
  | { readonly kind: "closed" }
  | { readonly kind: "errors"; readonly errors: { readonly [label: string]: string } }
  | { readonly kind: "updated"; readonly view: View }
  | { readonly kind: "pushed"; readonly view: View }
  /** "We had some trouble connecting. Try again?" */
  | { readonly kind: "failed"; readonly reason: string };

/** {@link https://docs.slack.dev/surfaces/modals#response_actions}. Refuses an acknowledgement that Slack would not take. */
export function afterSubmit(world: World, view: View, body: unknown): Submitted {
  const answer = isJson(body) ? body : {};
  switch (answer["response_action"]) {
    case undefined:
      closeView(world, view, false);
      return { kind: "closed" };
    case "clear":
      closeView(world, view, true);
      return { kind: "closed" };
    case "errors":
      return { kind: "errors", errors: fieldErrors(view, answer) };
    case "update":
      return { kind: "updated", view: updateView(world, view, checkedView(world, answer["view"], "modal", view)) };
    case "push":
      return { kind: "pushed", view: pushView(world, view, checkedView(world, answer["view"], "modal")) };
    default:
      return refuse("invalid_response_action");
  }
}

/** Errors stand under their fields; one for a block that is no input breaks the whole answer. */
function fieldErrors(view: View, answer: Json): { readonly [label: string]: string } {
  const inputs = objectsAt(view.payload, "blocks").filter((block) => block["type"] === "input");
  const errors = Object.entries(objectAt(answer, "errors") ?? {});
  if (errors.length === 0) refuse("invalid_response_errors");
  return Object.fromEntries(
    errors.map(([blockId, message]) => {
      const block = inputs.find((input) => input["block_id"] === blockId);
      if (block === undefined) return refuse("invalid_response_errors", [`no input block ${blockId}`]);
      return [
        stringAt(objectAt(block, "label"), "text") ?? "",
        typeof message === "string" ? message : refuse("invalid_response_errors"),
      ];
    }),
  );
}
