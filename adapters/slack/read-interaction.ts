import type { Delivery, PlatformEvent, Tenant } from "../../src/app/platform.ts";
import type { Standing } from "../../src/core/authorization/role.ts";
import type { Instant, Responder } from "../../src/core/resolution/responder.ts";
import { readFormPayload } from "./form.ts";
import { type Form, type Heard, type HeardDelivery, type Missing, NOTHING_MISSING } from "./heard.ts";
import { type Json, objectAt, objectsAt, textAt } from "./json.ts";
import { filesOf } from "./file-ref.ts";
import { authorOf } from "./author.ts";
import { wholeText } from "./message-text.ts";
import { answerHandle } from "./read-command.ts";
import { slackPlace, slackRef, tenantOf } from "./ref.ts";
import { standingInEnvelope } from "./standing.ts";
import { readValue } from "./value.ts";

/** What an interaction has in common. `stamp` names it: Slack gives every click a trigger of its own. */
type Scene = {
  readonly payload: Json;
  readonly tenant: Tenant;
  readonly by: Responder;
  readonly standing: Standing;
  readonly stamp: string;
  readonly now: Instant;
};

/** {@link https://docs.slack.dev/reference/interaction-payloads} */
export function readInteraction(payload: Json, now: Instant): Heard {
  const scene = sceneOf(payload, now);
  if (scene === undefined) return { kind: "nothing" };
  switch (payload["type"]) {
    case "block_actions":
      return clicked(scene);
    case "message_action":
      return payload["callback_id"] === REMEMBER ? remembersMessage(scene) : asksAboutMessage(scene);
    case "shortcut":
      return { kind: "paste-box", tenant: scene.tenant, trigger: textAt(payload, "trigger_id") ?? "", by: scene.by };
    case "view_submission":
      return submitted(scene);
    default:
      return { kind: "nothing" };
  }
}

function sceneOf(payload: Json, now: Instant): Scene | undefined {
  const user = objectAt(payload, "user");
  const [tenant, id] = [tenantIn(payload, user), textAt(user, "id")];
  if (tenant === undefined || id === undefined) return undefined;
  const name = textAt(user, "name") ?? textAt(user, "username") ?? id;
  const [action = {}] = objectsAt(payload, "actions");
  const acted = textAt(action, "action_ts") ?? textAt(payload, "action_ts") ?? "";
  const stamp = `${textAt(payload, "trigger_id") ?? textAt(objectAt(payload, "view"), "id") ?? now}:${acted}:${id}`;
  const isOfOrganisation = textAt(objectAt(payload, "enterprise"), "id") !== undefined;
  const standing = standingInEnvelope(tenant, textAt(user, "team_id"), isOfOrganisation);
  return { payload, tenant, by: { id, name }, standing, stamp, now };
}

/**
 * The installation that a form belongs to is told with it: in a shared channel it is not the workspace of the person. For an
 * organisation's installation `team` is null.
 */
function tenantIn(payload: Json, user: Json): Tenant | undefined {
  const installed = textAt(objectAt(payload, "view"), "app_installed_team_id");
  const team = installed ?? textAt(objectAt(payload, "team"), "id") ?? textAt(user, "team_id");
  const isOrgWide = payload["is_enterprise_install"] === true;
  return tenantOf(team, isOrgWide ? textAt(objectAt(payload, "enterprise"), "id") : undefined);
}

/** The private answer to a command cannot be found again by its ts, but it names its place all the same. */
function clicked(scene: Scene): Heard {
  const { payload, now } = scene;
  const [action = {}] = objectsAt(payload, "actions");
  const value = readValue(textAt(action, "value") ?? textAt(objectAt(action, "selected_option"), "value") ?? "");
  const container = objectAt(payload, "container");
  const channel = textAt(container, "channel_id") ?? textAt(objectAt(payload, "channel"), "id");
  const ts = textAt(container, "message_ts") ?? textAt(objectAt(payload, "message"), "ts");
  if (value.token === "" || channel === undefined || ts === undefined) return { kind: "nothing" };
  const place = slackPlace(scene.tenant, channel, threadAround(payload, ts));
  const click = { place, message: slackRef(channel, ts), token: value.token, answer: answerHandle(payload, now) };
  const press = delivered(scene, click, undefined);
  if (value.input === undefined) return press;
  const form: Form = { ...click, input: value.input, title: labelOf(action) };
  return { kind: "form", form, trigger: textAt(payload, "trigger_id") ?? "", by: scene.by, press };
}

function threadAround(payload: Json, ts: string): string | undefined {
  const thread =
    textAt(objectAt(payload, "container"), "thread_ts") ?? textAt(objectAt(payload, "message"), "thread_ts");
  return thread === ts ? undefined : thread;
}

function labelOf(action: Json): string {
  const option = objectAt(action, "selected_option");
  return textAt(objectAt(action, "text"), "text") ?? textAt(objectAt(option, "text"), "text") ?? "";
}

function delivered(scene: Scene, click: Omit<Form, "input" | "title">, typed: string | undefined): HeardDelivery {
  const { place, message, token, answer } = click;
  return heard(scene, place, { kind: "clicked", message, token, typed, answer }, NOTHING_MISSING);
}

function heard(scene: Scene, place: Delivery["place"], event: PlatformEvent, missing: Missing): HeardDelivery {
  const { stamp, now, by, standing } = scene;
  return { kind: "delivery", delivery: { id: `${event.kind}:${stamp}`, at: now, place, by, standing, event }, missing };
}

/** The shortcut "Add to timeline", as the manifest names it. */
const REMEMBER = "remember";

/** "Match this error" on a message, of a person or of a monitor. */
function asksAboutMessage(scene: Scene): Heard {
  const { payload, now } = scene;
  const about = pointedAt(scene);
  if (about === undefined) return { kind: "nothing" };
  const { message, place, ref } = about;
  const event = { kind: "asked", text: wholeText(message), about: ref, answer: answerHandle(payload, now) } as const;
  return heard(scene, place, event, { ...NOTHING_MISSING, files: filesOf(message) });
}

/** "Add to timeline" on a message. */
function remembersMessage(scene: Scene): Heard {
  const { payload, now } = scene;
  const about = pointedAt(scene);
  if (about === undefined) return { kind: "nothing" };
  const { message, place, ref } = about;
  const said = { message: ref, text: wholeText(message), author: authorOf(message) };
  const event = { kind: "remembered", ...said, by: "menu", answer: answerHandle(payload, now) } as const;
  return heard(scene, place, event, NOTHING_MISSING);
}

/** The message that somebody used a shortcut on, and the place that a word there would have. */
function pointedAt({ payload, tenant }: Scene) {
  const message = objectAt(payload, "message");
  const channel = textAt(objectAt(payload, "channel"), "id");
  const ts = textAt(message, "ts") ?? textAt(payload, "message_ts");
  if (channel === undefined || ts === undefined) return undefined;
  const thread = textAt(message, "thread_ts");
  return {
    message,
    place: slackPlace(tenant, channel, thread === ts ? undefined : thread),
    ref: slackRef(channel, ts),
  };
}

/** The words for a button, or a paste. A paste has no channel: it is answered where the bot and the person talk alone. */
function submitted(scene: Scene): Heard {
  const view = objectAt(scene.payload, "view");
  const sent = readFormPayload(view);
  if (sent.kind === "words") {
    const isOurs = sent.form.place.tenant === scene.tenant;
    return isOurs ? delivered(scene, sent.form, sent.typed) : { kind: "nothing" };
  }
  if (sent.kind === "other") return { kind: "nothing" };
  const event = { kind: "asked", text: sent.text, about: undefined, answer: undefined } as const;
  const place = slackPlace(scene.tenant, scene.by.id, undefined, true);
  return heard(scene, place, event, { ...NOTHING_MISSING, direct: true });
}
