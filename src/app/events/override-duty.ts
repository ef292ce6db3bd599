import { assertNever } from "../../core/brand.ts";
import { peopleAt } from "../../core/escalation/on-call.ts";
import { nameIn, onCallReport, wallTime } from "../../core/escalation/on-call-report.ts";
import type { Override } from "../../core/escalation/override.ts";
import type { OnCallPlan, Person } from "../../core/escalation/policy.ts";
import { type OverrideWish, readOverride } from "../../core/escalation/read-override.ts";
import { noticeView } from "../../core/view/notice-view.ts";
import { bullets, code, heading, note, rich, type Word } from "../../core/view/rich.ts";
import type { View } from "../../core/view/view.ts";
import { ago } from "../../core/view/when.ts";
import { readCommand } from "../command.ts";
import { newName } from "../names.ts";
import type { TakenBack } from "../overrides.ts";
import { deedOf, dutiesIn, portsOf, type Scene } from "./scene.ts";

/** Carries out a command about overrides, and says so; undefined for every other text. */
export async function overrideDuty(scene: Scene, text: string): Promise<View | undefined> {
  const command = readCommand(text);
  if (command.kind !== "override") return undefined;
  const plan = scene.parts.oncall?.();
  if (plan === undefined) return said("There is no oncall.yaml here, so there is nothing to override.");
  const wish = readOverride(command.text, { plan, me: speaker(scene, plan), now: scene.now });
  switch (wish.kind) {
    case "refused":
      return said(wish.why);
    case "list":
      return list(scene);
    case "take-back":
      return takeBack(scene, plan, wish.id);
    case "set":
      return set(scene, plan, wish);
  }
  return assertNever(wish);
}

/** Whoever speaks, as `oncall.yaml` knows them. */
function speaker({ place: { platform }, by }: Scene, { people }: OnCallPlan): Person | undefined {
  return people.find((person) => (platform === "terminal" ? person.id : person[platform]) === by.id);
}

async function list(scene: Scene): Promise<View> {
  const facts = await dutiesIn(scene);
  const reports = facts === undefined ? [] : onCallReport(facts, scene.now);
  const lines = reports.flatMap(({ name, overrides }) => overrides.map((line) => rich(`${name}, ${line}`)));
  const { prefix } = portsOf(scene);
  const how = note(
    "Set one: ",
    code(`${prefix}override ana until 18:00`),
    ". Take one back: ",
    code(`${prefix}override remove ID`),
    ".",
  );
  const title = lines.length === 0 ? "No overrides" : "Overrides";
  return { blocks: [heading(title), ...bullets(lines), how], fallback: title };
}

/** How often a name may be taken before we give up: there are more than a million of them. */
const MOST_ATTEMPTS = 5;

async function set(scene: Scene, plan: OnCallPlan, wish: Extract<OverrideWish, { kind: "set" }>): Promise<View> {
  const { schedule, shift, who } = wish;
  const overrides = scene.tx.overrides(scene.tenant);
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const id = newName(scene.parts.random).slice(0, 4);
    const override: Override = { ...shift, id, schedule: schedule.id, ...deedOf(scene) };
    if ((await overrides.add(override)) === "added") return setView(scene, plan, { override, schedule, who });
  }
  throw new Error("Cannot name an override: every name was taken. Take some back.");
}

type Set = Pick<Extract<OverrideWish, { kind: "set" }>, "schedule" | "who"> & { readonly override: Override };

function setView(scene: Scene, plan: OnCallPlan, { override, schedule, who }: Set): View {
  const { id, start, end } = override;
  const others = peopleAt(schedule, start).filter((one) => one !== who.id);
  const instead = others.length === 0 ? "" : ` instead of ${others.map((one) => nameIn(plan, one)).join(" and ")}`;
  const from = start <= scene.now ? "now" : wallTime(start, schedule.zone);
  return said(
    `${who.name} is on call for ${schedule.name} from ${from} until ${wallTime(end, schedule.zone)}${instead}. Tell them; I don't. Take it back: `,
    code(`${portsOf(scene).prefix}override remove ${id}`),
  );
}

async function takeBack(scene: Scene, plan: OnCallPlan, id: string): Promise<View> {
  return takenBackView(await scene.tx.overrides(scene.tenant).takeBack(id, deedOf(scene)), id, { scene, plan });
}

function takenBackView(
  taken: TakenBack,
  id: string,
  { scene, plan }: { readonly scene: Scene; readonly plan: OnCallPlan },
): View {
  switch (taken.kind) {
    case "taken-back":
      return said(
        `Taken back: ${nameIn(plan, taken.override.person)} does not take over (${id}, set by ${taken.override.by.name}).`,
      );
    case "before":
      return said(`${taken.deed.by.name} took ${id} back ${ago(taken.deed.at, scene.now)}. Nothing was changed.`);
    case "over":
      return said(`Override ${id} is over already. Nothing was changed.`);
    case "unknown":
      return said(`There is no override ${id} here. See which there are: `, code(`${portsOf(scene).prefix}override`));
  }
  return assertNever(taken);
}

function said(...parts: readonly (string | Word)[]): View {
  return noticeView(rich(...parts));
}
