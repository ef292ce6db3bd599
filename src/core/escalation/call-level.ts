import { instant } from "../resolution/responder.ts";
import type { EscalationEffect, Page } from "./escalation.ts";
import { pageKey } from "./page-key.ts";
import { changed, type Draft, type EscalationContext, noted } from "./escalation-outcome.ts";
import { quietUntil } from "./quiet-hours.ts";
import type { Level, Person } from "./policy.ts";
import { levelTimer, pageTimer, QUIET_TIMER } from "./timer-name.ts";

const MINUTE = 60_000;

/** A page that was not confirmed by then is told in the thread. */
const PAGE_DEADLINE = 15_000;

/** Calls the first level, or waits for the end of quiet hours. */
export function beginCalling(one: Draft, context: EscalationContext): Draft {
  const until = quietUntil(context.policy, one.escalation.severity, context.at);
  if (until === undefined) return callLevel(one, context, { level: 0, round: 1 });
  const held = noted(
    changed(one, { state: { kind: "held", until } }),
    context,
    "call",
    "nobody is called before the quiet hours end",
  );
  return changed(held, {}, { kind: "timer", name: QUIET_TIMER, at: until });
}

type Turn = { readonly level: number; readonly round: number };

/** Calls the people of a level; where nobody is on call, those of the next. */
export function callLevel(one: Draft, context: EscalationContext, turn: Turn): Draft {
  const level = context.policy.levels[turn.level];
  if (level === undefined || turn.round > context.policy.rounds) return giveUp(one, context);
  const people = context.peopleOf(level, context.at);
  if (people.length > 0) return callPeople(one, context, { ...turn, people, settings: level });
  const text = `nobody is on call at level ${turn.level + 1}`;
  const told = changed(
    noted(one, context, "call", text),
    {},
    { kind: "tell", text: `Nobody is on call at level ${turn.level + 1}.`, people: [] },
  );
  return callLevel(told, context, after(turn, context));
}

/** The next level, or the first one of the next round. */
export function after({ level, round }: Turn, { policy }: Pick<EscalationContext, "policy">): Turn {
  return level + 1 < policy.levels.length ? { level: level + 1, round } : { level: 0, round: round + 1 };
}

/** Whether anybody is left to be called. */
export function isLast(turn: Turn, context: Pick<EscalationContext, "policy">): boolean {
  return after(turn, context).round > context.policy.rounds;
}

type Call = Turn & { readonly people: readonly Person[]; readonly settings: Level };

function callPeople(one: Draft, context: EscalationContext, call: Call): Draft {
  const until = instant(context.at + call.settings.wait * MINUTE);
  const { level, round, people } = call;
  const pages = pagesFor(one, call);
  const others = one.escalation.pages.filter(
    (page) => !pages.some((fresh) => fresh.key === page.key && fresh.pager === page.pager),
  );
  const state = { kind: "calling", level, round, until } as const;
  const next = changed(
    one,
    { state, called: people, pages: [...others, ...pages] },
    ...effectsOf(call, pages, context),
  );
  const text = `called ${people.map(({ name }) => name).join(", ")} (level ${level + 1}${round > 1 ? `, round ${round}` : ""})`;
  return noted(changed(next, {}, { kind: "timer", name: levelTimer(level, round), at: until }), context, "call", text);
}

function pagesFor({ escalation }: Draft, { level, settings }: Call): readonly Page[] {
  const key = pageKey(escalation.id, level);
  return settings.means.flatMap((means) =>
    means.kind === "pager" ? [{ key, pager: means.pager, level, status: "pending" as const }] : [],
  );
}

function effectsOf(
  { people, settings, round }: Call,
  pages: readonly Page[],
  { at }: EscalationContext,
): readonly EscalationEffect[] {
  const has = (kind: "mention" | "direct") => settings.means.some((means) => means.kind === kind);
  const names = people.map(({ name }) => name).join(", ");
  return [
    ...(has("mention") ? [{ kind: "tell" as const, text: `Calling ${names}.`, people }] : []),
    ...(has("direct") ? people.map((to) => ({ kind: "direct" as const, to })) : []),
    ...pages.flatMap(({ key, pager }): EscalationEffect[] => [
      { kind: "page", key, pager, event: "trigger", round, people },
      { kind: "timer", name: pageTimer(pager, key, round), at: instant(at + PAGE_DEADLINE) },
    ]),
  ];
}

function giveUp(one: Draft, context: EscalationContext): Draft {
  const { policy, at } = context;
  const state = { kind: "unanswered", level: policy.levels.length - 1, round: policy.rounds, at } as const;
  const text = "everybody was called, and nobody answered";
  return changed(
    noted(changed(one, { state }), context, "call", text),
    {},
    { kind: "tell", text: "Everybody was called, and nobody answered. Press Acknowledge to take it.", people: [] },
  );
}
