import type { Input } from "../../src/core/view/view.ts";
import { type Instant, instant, type Responder } from "../../src/core/resolution/responder.ts";
import type { Form } from "./heard.ts";
import { type Json, objectAt, parsedJson, textAt } from "./json.ts";
import { SLACK_LIMITS } from "./limits.ts";
import { isUserId } from "./links.ts";
import { slackPlace, slackRef } from "./ref.ts";
import { clipped, plainText, shown } from "./text.ts";

/** What a modal that was sent says. */
export type SentForm =
  | { readonly kind: "words"; readonly form: Omit<Form, "input" | "title">; readonly typed: string }
  | { readonly kind: "paste"; readonly text: string }
  | { readonly kind: "other" };

/** The modal that asks for words before a button does its work. The click travels in it. */
export function renderForm(form: Form, by: Responder): Json {
  const { place, message, token, answer } = form;
  const held = [place.tenant, place.channel, place.thread ?? "", place.kind, message.channel, message.message, token];
  const whole = JSON.stringify({ held, handle: answer?.handle, until: answer?.until });
  const fits = whole.length <= SLACK_LIMITS.privateMetadata;
  return {
    ...modal("words", form.title, [field(form.input, by)]),
    private_metadata: fits ? whole : JSON.stringify({ held }),
  };
}

/** The modal with an empty box for a paste. */
export function renderPasteBox(): Json {
  return modal("paste", "Match an error", [field({ label: "Paste the error", required: true, initial: "" })]);
}

/** Reads a `view` as it comes back. */
export function readFormPayload(view: Json): SentForm {
  const filled = objectAt(objectAt(objectAt(objectAt(view, "state"), "values"), BLOCK), FIELD);
  const typed = textAt(filled, "value") ?? textAt(filled, "selected_user") ?? "";
  if (view["callback_id"] === "kms:paste") return { kind: "paste", text: typed };
  const click = view["callback_id"] === "kms:words" ? clickIn(textAt(view, "private_metadata")) : undefined;
  return click === undefined ? { kind: "other" } : { kind: "words", form: click, typed };
}

const [BLOCK, FIELD] = ["kms:block", "kms:field"] as const;

function modal(kind: "words" | "paste", title: string, blocks: readonly Json[]): Json {
  return {
    type: "modal",
    callback_id: `kms:${kind}`,
    title: plainText(title, SLACK_LIMITS.modalTitle),
    submit: plainText("Send", SLACK_LIMITS.modalButton),
    close: plainText("Cancel", SLACK_LIMITS.modalButton),
    blocks,
  };
}

function field({ label, required, initial, isPerson }: Input, by?: Responder): Json {
  return {
    type: "input",
    block_id: BLOCK,
    optional: !required,
    label: plainText(label, SLACK_LIMITS.inputLabel),
    element: isPerson === true ? personField(by) : wordsField(initial),
  };
}

function wordsField(initial: string): Json {
  const value = clipped(shown(initial), SLACK_LIMITS.inputText);
  return {
    type: "plain_text_input",
    action_id: FIELD,
    multiline: true,
    max_length: SLACK_LIMITS.inputText,
    focus_on_load: true,
    ...(value === "" ? {} : { initial_value: value }),
  };
}

/** Whoever opens it is chosen already: to take something over is the commonest case. */
function personField(by: Responder | undefined): Json {
  const self = by !== undefined && isUserId(by.id) ? { initial_user: by.id } : {};
  return { type: "users_select", action_id: FIELD, focus_on_load: true, ...self };
}

function clickIn(metadata: string | undefined): Omit<Form, "input" | "title"> | undefined {
  const whole = parsedJson(metadata ?? "");
  const held = whole?.["held"];
  if (whole === undefined || !Array.isArray(held) || !held.every((part) => typeof part === "string")) return undefined;
  const [tenant = "", channel = "", thread = "", kind = "", at = "", message = "", token = ""] = held;
  const [handle, until] = [textAt(whole, "handle"), whole["until"]];
  const answer = handle === undefined || !isTime(until) ? undefined : { handle, until: instant(until) };
  const place = slackPlace(tenant, channel, thread === "" ? undefined : thread, kind === "direct");
  return { place, message: slackRef(at, message), token, answer };
}

function isTime(value: unknown): value is Instant {
  return Number.isSafeInteger(value);
}
