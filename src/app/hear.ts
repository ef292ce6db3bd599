import type { Deed } from "../core/authorization/authorize.ts";
import { assertNever } from "../core/brand.ts";
import { type Case, type CaseId, newCase, phaseOf } from "../core/resolution/case.ts";
import { gather, inquiryWith, isSaidAgain } from "../core/resolution/gather.ts";
import type { Responder } from "../core/resolution/responder.ts";
import type { Reading, Via } from "../core/signals/signal.ts";
import { caseView } from "../core/view/case-view.ts";
import { explainView } from "../core/view/explain-view.ts";
import { exportedView } from "../core/view/export-view.ts";
import { helpView } from "../core/view/help-view.ts";
import { noticeView } from "../core/view/notice-view.ts";
import { code, rich } from "../core/view/rich.ts";
import { statusView } from "../core/view/status-view.ts";
import type { RichText, View } from "../core/view/view.ts";
import { act } from "./act.ts";
import { readCommand } from "./command.ts";
import { change } from "./change.ts";
import type { Ports } from "./ports.ts";
import { aside, type Reply } from "./reply.ts";
import { sayOnCall } from "./say-on-call.ts";
import { showArticle } from "./show-article.ts";

/** A text that reached us, and where. */
export type Heard = { readonly case: CaseId; readonly text: string; readonly via: Via; readonly by: Responder };

/** What the bot says to a text. In passing it is silent unless it knows; asked outright it always answers. */
export async function hear(ports: Ports, heard: Heard): Promise<Reply> {
  if (heard.via !== "command") return listen(ports, heard);
  const command = readCommand(heard.text);
  switch (command.kind) {
    case "help":
      return aside(helpView(ports, (deed) => isHere(ports, deed) && ports.may(deed).kind === "allowed"));
    case "status":
      return aside(statusView(await ports.cases.load(heard.case), ports.clock.now()));
    case "show":
      return showArticle(ports.articles, command.article, await caseOf(ports, heard.case));
    case "explain":
      return explain(ports, command.text);
    case "oncall":
      return sayOnCall(ports, command.at);
    case "export":
      return exportHere(await ports.cases.load(heard.case), command.format);
    case "override":
      return aside(noticeView(rich("Overrides are set in Slack or Discord, where everybody sees them.")), false);
    case "channel":
    case "mute":
    case "unmute":
      return aside(noticeView(rich("That is for channels, and this is none.")), false);
    case "escalate":
      return escalate(ports, heard, command.reason);
    case "match":
      return suggest(await listen(ports, heard), command.meant, ports.prefix);
  }
  return assertNever(command);
}

/** About what is talked about, or, before anything was said, about what is said to be wrong. */
async function escalate(ports: Ports, { case: id, by }: Heard, reason: string): Promise<Reply> {
  const isNew = (await ports.cases.load(id)) === undefined;
  if (isNew && reason === "")
    return aside(noticeView(rich("Say what is wrong, such as ", code("escalate mail is down"), ".")), false);
  if (isNew) await listen(ports, { case: id, text: reason, via: "command", by });
  const { revision } = await caseOf(ports, id);
  return act(ports, { case: id, action: { kind: "escalate", revision, reason }, by });
}

/** Where nobody is called, a case has no incident. */
function exportHere(known: Case | undefined, format: "markdown" | "json"): Reply {
  const record = known === undefined ? undefined : { known, escalation: undefined };
  return aside(exportedView(record, format, "terminal"), known !== undefined);
}

/** What only makes sense where several people talk; at a terminal there is one. */
const AMONG_PEOPLE: ReadonlySet<Deed> = new Set(["mute", "configure", "override"]);

/** Whether there can be such a thing here at all. */
export function isHere({ prefix }: Pick<Ports, "prefix">, deed: Deed): boolean {
  return prefix !== "" || !AMONG_PEOPLE.has(deed);
}

async function caseOf(ports: Ports, id: CaseId): Promise<Case> {
  return (await ports.cases.load(id)) ?? newCase(id);
}

async function explain(ports: Ports, text: string): Promise<Reply> {
  const reading = ports.read(text, "command");
  return aside(explainView(reading, await ports.decide({ readings: [reading], answers: [] })));
}

async function listen(ports: Ports, heard: Heard): Promise<Reply> {
  const reading = ports.read(heard.text, heard.via);
  const { before, decision } = await change(ports, heard.case, async (known) => {
    return { case: await learned(ports, known, reading, heard) };
  });
  if (heard.via === "command" && decision.case === before && isSaidAgain(before, reading)) return again(ports, before);
  return replyTo(ports, before, decision.case, heard.via);
}

/** Who asks again gets the same answer: they may not see the first one any more. */
function again(ports: Ports, known: Case): Reply {
  const also = noticeView(rich("The same was said before, and nothing has changed."));
  return { ...messageOf(known, caseView(known, ports.articles)), isAgain: true, also };
}

/** The case with the text, or the case itself where there is nothing to keep. */
async function learned(ports: Ports, known: Case, reading: Reading, { via, by }: Heard): Promise<Case> {
  const verdict = await ports.decide(inquiryWith(known, reading));
  if (via !== "command" && known.revision === 0 && verdict.kind === "silent") return known;
  return gather(known, reading, verdict, { by, at: ports.clock.now(), from: ports.from });
}

function replyTo(ports: Ports, before: Case, after: Case, via: Via): Reply {
  const isNothingNew = after === before;
  if (via === "command" && isNothingNew) return aside(noticeView(rich("There is nothing new in that.")));
  if (via !== "command" && (isNothingNew || after.offered === before.offered)) return { kind: "silent" };
  return messageOf(after, caseView(after, ports.articles));
}

function messageOf(known: Case, view: View): Extract<Reply, { kind: "message" }> {
  const { kind } = phaseOf(known);
  const found = kind !== "unknown" && kind !== "exhausted";
  return { kind: "message", view, case: known, found, effects: [] };
}

/** A miss on what may be a mistyped sub-command says so. */
function suggest(reply: Reply, meant: string | undefined, prefix: string): Reply {
  if (reply.kind !== "message" || reply.found || meant === undefined) return reply;
  return { ...reply, view: withNote(reply.view, rich("Did you mean ", code(`${prefix}${meant}`), "?")) };
}

function withNote(view: View, text: RichText): View {
  const [first, ...rest] = view.blocks;
  return { ...view, blocks: [first, { kind: "note", text }, ...rest] };
}
