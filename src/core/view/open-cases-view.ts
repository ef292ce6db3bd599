import type { Escalation } from "../escalation/escalation.ts";
import type { Case } from "../resolution/case.ts";
import type { Instant } from "../resolution/responder.ts";
import { caseStanding, caseTitle } from "./case-title.ts";
import { standingText } from "./incident-text.ts";
import { bullets, heading, note, plain, rich, strong } from "./rich.ts";
import type { Block, Inline, RichText, View } from "./view.ts";
import { ago } from "./when.ts";

/** A case that goes on somewhere; `url` is where, undefined where its platform has no addresses. */
export type Listed = {
  readonly known: Case;
  readonly url: string | undefined;
  readonly touched: Instant;
  /** The incident that it belongs to, and the case that is worked on for all of them: it may be in another channel. */
  readonly incident?: { readonly escalation: Escalation; readonly worked: Case } | undefined;
};

/** What is being worked on in a channel, or by a person; `more` are not listed. */
export function openCasesView(title: string, cases: readonly Listed[], more: number, now: Instant): View {
  return { blocks: [heading(title), ...openCasesBlocks(cases, more, now)], fallback: title };
}

export function openCasesBlocks(cases: readonly Listed[], more: number, now: Instant): readonly Block[] {
  if (cases.length === 0) return [note("Nothing is open. Paste an error to begin.")];
  const left = more === 0 ? [] : [note(`${more} more are open; these are the latest.`)];
  return [...bullets(cases.map((one) => caseText(one, now))), ...left];
}

function caseText({ known, url, touched, incident }: Listed, now: Instant): RichText {
  const title = caseTitle(known);
  const worked = incident?.worked ?? known;
  const words: Inline = url === undefined ? strong(title) : { kind: "link", text: title, url };
  const standing = rich(` · ${caseStanding(worked)}`);
  const help = incident === undefined ? askedText(known) : incidentText(incident.escalation);
  return [words, ...standing, ...assigneeText(worked), ...help, plain(` · ${ago(touched, now)}`)];
}

function assigneeText({ assignment }: Case): RichText {
  if (assignment === undefined) return [];
  return rich(" · ", { kind: "mention", user: assignment.to.id, name: assignment.to.name }, " has it");
}

function askedText({ escalation }: Case): RichText {
  return escalation === undefined ? [] : rich(" · help was asked for");
}

function incidentText(escalation: Escalation): RichText {
  return rich(` · incident ${escalation.id}: ${standingText(escalation).replace(/\.$/, "")}`);
}
