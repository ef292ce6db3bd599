import { isJson, type Json, objectsAt } from "../json.ts";
import { blockProblems } from "./blocks.ts";
import { LIMITS } from "./limits.ts";
import { id, plain } from "./objects.ts";
import { anything, boolean, byType, object, oneOf, problem, string } from "./schema.ts";

const shared = {
  "type!": oneOf("modal", "home"),
  "blocks!": anything,
  callback_id: string(LIMITS.id, 0),
  private_metadata: string(LIMITS.privateMetadata, 0),
  external_id: id,
} as const;

const VIEW = byType(
  {
    home: object(shared),
    modal: object({
      ...shared,
      "title!": plain(LIMITS.viewTitle),
      submit: plain(LIMITS.viewButton),
      close: plain(LIMITS.viewButton),
      clear_on_close: boolean,
      notify_on_close: boolean,
      submit_disabled: boolean,
    }),
  },
  "view",
);

/** {@link https://docs.slack.dev/reference/views/modal-views} */
export function viewProblems(view: unknown): readonly string[] {
  if (!isJson(view)) return [problem("must provide an object", "/view")];
  const surface = view["type"] === "home" ? "home" : "modal";
  return [...VIEW(view, "/view"), ...blockProblems(view["blocks"], surface, "/view/blocks"), ...submitProblems(view)];
}

/** A modal with something to fill in needs a button to send it. */
function submitProblems(view: Json): readonly string[] {
  const asks = objectsAt(view, "blocks").some((block) => block["type"] === "input");
  if (view["type"] !== "modal" || !asks || view["submit"] !== undefined) return [];
  return [problem("submit is required when an input block is present", "/view")];
}
