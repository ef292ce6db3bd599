import type { Watch } from "../support/platform/an-incident.ts";

/** One step of a whole escalation; between any two of them the bot may be stopped and started again. */
export type Step = { readonly name: string; readonly act: (on: Watch) => Promise<void> };

const MINUTE = 60_000;

/** From the paste to the end: two levels, a storm, a hand-over, a note, a pager that is away for a while. */
export const STEPS: readonly Step[] = [
  { name: "an error is pasted", act: async (on) => void (await on.person("dee").says("error 1")) },
  {
    name: "the pager goes away",
    act: async (on) => on.pager.answer(async () => ({ kind: "later", after: undefined, why: "503" })),
  },
  { name: "help is asked for", act: (on) => on.person("dee").presses("Escalate…", paste(on), "mail is down") },
  { name: "the page is late", act: (on) => on.pass(20_000) },
  { name: "the pager comes back", act: async (on) => on.pager.answer(async () => ({ kind: "paged" })) },
  { name: "it is tried again", act: (on) => on.pass(MINUTE) },
  {
    name: "the same error elsewhere",
    act: async (on) => void (await on.person("eve").says("error 1", { channel: "C2" })),
  },
  { name: "nobody answers", act: (on) => on.pass(4 * MINUTE) },
  { name: "a note is taken", act: (on) => on.person("bo").presses("Add a note…", incident(on), "the disk is full") },
  { name: "it is handed over", act: (on) => on.person("bo").presses("Hand over…", incident(on), "cy") },
  {
    name: "somebody takes it by direct message",
    act: (on) => on.person("cy").presses("Acknowledge", direct(on, "cy")),
  },
  { name: "time goes by", act: (on) => on.pass(30 * MINUTE) },
  { name: "it is resolved", act: (on) => on.person("cy").presses("Resolve", incident(on)) },
  { name: "everything is sent", act: (on) => on.pass(MINUTE) },
];

function paste(on: Watch) {
  return on.sees("The store does not mount", "C1");
}

function incident(on: Watch) {
  return on.sees("[high] The store does not mount", "C1");
}

function direct(on: Watch, id: string) {
  return on.sees("[high] The store does not mount", `DU${id}`);
}
