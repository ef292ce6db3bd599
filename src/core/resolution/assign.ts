import type { Action } from "./action.ts";
import type { Case } from "./case.ts";
import { type Advance, type Context, moved, refused } from "./outcome.ts";
import type { Responder } from "./responder.ts";

/** Longer than any platform's ids, and than names. */
const LONGEST_LINE = 100;

/** Characters nobody sees in a name: control, format, private and line-separating ones. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/u;

/** The case, or the step that is named, is that person's from now on. Who had it before has it no more. */
export function assign(known: Case, action: Extract<Action, { kind: "assign" }>, context: Context): Advance {
  const to = personIn(action.person, context.by);
  if (to === undefined) return refused(known, { kind: "no-person" });
  const { by, at } = context;
  const assignment = { to, by, at, ...(action.of === undefined ? {} : { of: action.of }) };
  const did = { ...action, person: to.id };
  return moved(known, context, { did, about: to.name, offers: "same" }, { assignment }, [{ kind: "assign", to }]);
}

/** An id and, where the platform knows it, a name on a second line. */
function personIn(chosen: string, by: Responder): Responder | undefined {
  const [id = "", name = ""] = chosen.split("\n").map((line) => line.trim());
  if (id === "" || [id, name].some((line) => line.length > LONGEST_LINE || UNSEEN.test(line))) return undefined;
  if (id === by.id) return by;
  return { id, name: name === "" ? id : name };
}
