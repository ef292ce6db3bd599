import { IndexUnreachable } from "../../src/app/knowledge.ts";
import { readCommand } from "../../src/app/command.ts";
import type { Reply } from "../../src/app/reply.ts";
import { assertNever } from "../../src/core/brand.ts";
import type { Action } from "../../src/core/resolution/action.ts";
import { type Case, type CaseId, phaseOf } from "../../src/core/resolution/case.ts";
import type { Button } from "../../src/core/view/view.ts";
import { completed } from "./complete.ts";
import type { Desk } from "./desk.ts";
import { type Key, keysOf } from "./keys.ts";
import type { Answer } from "./prompter.ts";
import { readInput } from "./read.ts";
import type { Terminal } from "./terminal.ts";

/** Where a session stands: what it talks about, the case as last shown, and the keys that work. */
type State = {
  readonly id: CaseId;
  readonly known: Case | undefined;
  /** Those of the case, and those of the aside that was shown last. */
  readonly own: readonly Key[];
  readonly keys: readonly Key[];
  readonly isLeaving: boolean;
};

const GREETING = "Paste an error, or type an event id, a code, or what happens.  help · new · quit";

/** A conversation at the keyboard, one error after the other, until the person leaves. */
export async function runSession(desk: Desk, left?: Terminal["left"]): Promise<void> {
  desk.paper.say(GREETING);
  let state: State | undefined = begin(desk, left);
  while (state !== undefined) state = await turn(desk, state);
  desk.paper.say("Good luck.");
}

/** Goes on where the person left off, if that was in the middle of something. */
function begin(desk: Desk, left: Terminal["left"]): State {
  const state = anew(desk);
  if (left === undefined) return state;
  desk.paper.say("You were in the middle of this. Go on, or say: new");
  const keys = keysOf(left.view);
  desk.paper.show(left.view, keys);
  return { ...state, id: left.case.id, known: left.case, own: keys, keys };
}

function anew({ nextCase }: Desk): State {
  return { id: nextCase(), known: undefined, own: [], keys: [], isLeaving: false };
}

/** One thing said; undefined when it was goodbye. */
async function turn(desk: Desk, state: State): Promise<State | undefined> {
  desk.paper.gap();
  const answer = await desk.prompter.ask("> ");
  if (answer.kind === "end") return undefined;
  if (answer.kind === "interrupt") return interrupted(desk, state);
  return respondOrSay(desk, { ...state, isLeaving: false }, answer);
}

/** What cannot be looked up now is said, and everything stays as it was. */
async function respondOrSay(
  desk: Desk,
  state: State,
  answer: Extract<Answer, { kind: "text" }>,
): Promise<State | undefined> {
  try {
    return await respond(desk, state, answer);
  } catch (error) {
    if (!(error instanceof IndexUnreachable)) throw error;
    desk.paper.say(error.message);
    return state;
  }
}

function interrupted({ paper }: Desk, state: State): State | undefined {
  if (state.isLeaving) return undefined;
  paper.say("Press Ctrl-C again to leave, or carry on.");
  return { ...state, isLeaving: true };
}

async function respond(
  desk: Desk,
  state: State,
  answer: Extract<Answer, { kind: "text" }>,
): Promise<State | undefined> {
  const said = readInput(answer.text, answer.isPasted ? [] : state.keys);
  switch (said.kind) {
    case "nothing":
      return state;
    case "quit":
      return undefined;
    case "new":
      await desk.beginAnew?.();
      desk.paper.say("Ready for the next one.");
      return fresh(desk, state);
    case "more":
      desk.paper.more(state.keys);
      return state;
    case "no-key":
      desk.paper.say(`There is no [${said.typed}] to press here.`);
      return state;
    case "press":
      return press(desk, state, said.button);
    case "text":
      if (!answer.isEchoed) desk.paper.echo(answer.text);
      return tell(desk, isAboutThis(state, said.text) ? state : fresh(desk, state), said.text);
  }
  return assertNever(said);
}

/** More that is said while a run is under way or a question is open belongs to it, and so do commands; else it is the next error. */
function isAboutThis({ known }: State, text: string): boolean {
  const kind = known === undefined ? undefined : phaseOf(known).kind;
  return kind === "running" || kind === "asking" || readCommand(text).kind !== "match";
}

/** Another error; what nothing was said about yet is still to come. */
function fresh(desk: Desk, state: State): State {
  return state.known === undefined ? { ...state, own: [], keys: [] } : anew(desk);
}

async function press(desk: Desk, state: State, button: Button): Promise<State> {
  const action: Action | undefined = await completed(desk, button);
  if (action === undefined) {
    desk.paper.say("Left as it was.");
    return state;
  }
  const reply = await desk.conversation.act({ case: state.id, action, by: desk.by });
  return show(desk, state, reply);
}

async function tell(desk: Desk, state: State, text: string): Promise<State> {
  const reply = await desk.conversation.hear({ case: state.id, text, via: "command", by: desk.by });
  return show(desk, state, reply);
}

function show({ paper }: Desk, state: State, reply: Reply): State {
  if (reply.kind === "silent") return state;
  if (reply.kind === "aside") {
    const added = keysOf(
      reply.view,
      state.own.map(({ key }) => key),
    );
    paper.show(reply.view, added);
    return { ...state, keys: [...state.own, ...added] };
  }
  const keys = keysOf(reply.view);
  paper.show(reply.view, keys);
  if (reply.also !== undefined) paper.show(reply.also, []);
  if (phaseOf(reply.case).kind === "fixed") paper.say("Ready for the next one.");
  return { ...state, known: reply.case, own: keys, keys };
}
