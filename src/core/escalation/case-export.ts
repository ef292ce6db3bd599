import { headline } from "./headline.ts";
import { redact } from "../redaction/redact.ts";
import type { Case } from "../resolution/case.ts";
import { deedText } from "../view/entry-text.ts";
import { originText } from "../view/origin-text.ts";
import type { Escalation } from "./escalation.ts";
import { caseFingerprint } from "./hand-off.ts";
import type { Origin } from "../resolution/origin.ts";
import type { Instant, Responder } from "../resolution/responder.ts";

/** The post-mortem timeline of a case, for people and for programs. Without secrets. */
export type CaseExport = { readonly markdown: string; readonly json: string };

/** One line of the timeline: when (ISO 8601), who, from where as far as that was kept, and what they did. */
export type TimelineLine = {
  readonly at: string;
  readonly by: string;
  readonly from: Origin | undefined;
  /** What people call the channel, as far as that is known. */
  readonly channel: string | undefined;
  readonly what: string;
};

/** What people call places, by what oncall.yaml calls them: `slack C0123` is `#ops`. */
export type PlaceNames = ReadonlyMap<string, string>;

/** The places that an export tells of. */
export function placesIn({ timeline }: Case, escalation: Escalation | undefined): readonly string[] {
  const entries = [...timeline, ...(escalation?.timeline ?? [])];
  const seen = (escalation?.places ?? []).map(({ place }) => place);
  return [...entries.flatMap(({ from }) => (from === undefined ? [] : [placeOf(from)])), ...seen];
}

function placeOf({ platform, channel }: Origin): string {
  return `${platform} ${channel}`;
}

/** Everything that happened in a case and its escalation, in order. */
export function caseExport(known: Case, escalation?: Escalation, names: PlaceNames = new Map()): CaseExport {
  const timeline = timelineOf(known, escalation, names);
  const facts = {
    case: known.id,
    title: clean(escalation?.title ?? headline(known)),
    fingerprint: clean(caseFingerprint(known)),
    severity: escalation?.severity,
    state: escalation?.state.kind ?? "not escalated",
    articles: known.runs.map(({ article, title, state }) => ({ article, title: clean(title), ended: state.kind })),
    ruledOut: known.ruledOut,
    places: (escalation?.places ?? []).map(({ place, count }) => ({ place, name: names.get(place), count })),
    timeline,
  };
  return { markdown: markdownOf(facts), json: `${JSON.stringify(facts, null, 2)}\n` };
}

function timelineOf(known: Case, escalation: Escalation | undefined, names: PlaceNames): readonly TimelineLine[] {
  const nameOf = namesIn([...known.timeline, ...(escalation?.timeline ?? [])]);
  const ofCase = known.timeline.map((entry) =>
    lineOf(entry, { by: nameOf(entry.by), what: deedText({ ...entry, about: clean(entry.about) }), names }),
  );
  const ofEscalation = (escalation?.timeline ?? []).map(({ at, by, from, text, url }) =>
    lineOf(
      { at, from },
      { by: by === undefined ? "kms" : nameOf(by), what: url === undefined ? text : `${text} ${url}`, names },
    ),
  );
  return [...ofCase, ...ofEscalation].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** A paste may come with nothing but an id; whoever did something else later is called as they were then. */
function namesIn(entries: readonly { readonly by: Responder | undefined }[]): (who: Responder) => string {
  const named = entries.flatMap(({ by }) => (by === undefined || by.name === by.id ? [] : [[by.id, by.name] as const]));
  const names = new Map(named);
  return ({ id, name }) => (name === id ? (names.get(id) ?? name) : name);
}

type Where = { readonly at: Instant; readonly from?: Origin | undefined };

type Words = { readonly by: string; readonly what: string; readonly names: PlaceNames };

function lineOf({ at, from }: Where, { by, what, names }: Words): TimelineLine {
  const channel = from === undefined ? undefined : names.get(placeOf(from));
  return { at: new Date(at).toISOString(), by: clean(by), from, channel, what: clean(what) };
}

function clean(text: string): string {
  return redact(text).text;
}

type Facts = {
  readonly case: string;
  readonly title: string;
  readonly fingerprint: string;
  readonly severity: string | undefined;
  readonly state: string;
  readonly articles: readonly { readonly article: string; readonly title: string; readonly ended: string }[];
  readonly places: readonly { readonly place: string; readonly name: string | undefined; readonly count: number }[];
  readonly timeline: readonly TimelineLine[];
};

function markdownOf({ fingerprint, severity, state, articles, places, timeline, ...facts }: Facts): string {
  const rows = timeline.map(
    ({ at, by, from, channel, what }) =>
      `| ${at.slice(0, 19).replace("T", " ")} | ${cell(by)} | ${from === undefined ? "–" : placeCell(originText(from, channel))} | ${cell(what)} |`,
  );
  return [
    `# ${cell(facts.title)}`,
    "",
    `- Error: ${cell(fingerprint)}`,
    `- Case: ${cell(facts.case)}`,
    `- State: ${state}${severity === undefined ? "" : `, severity ${severity}`}`,
    ...places.map(({ place, name = place, count }) => `- Seen in ${placeCell(name)}: ${count}`),
    ...articles.map(({ article, title, ended }) => `- Worked through: ${article} ${cell(title)} (${ended})`),
    "",
    "| Time (UTC) | Who | Where | What |",
    "| --- | --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
}

/** Text within a table: on one line, with nothing that Markdown or HTML would take for its own. */
function cell(text: string): string {
  return text.replaceAll(/\s+/g, " ").replaceAll(/[\\`*_{}[\]<>|#!~@]/g, (sign) => `&#${sign.codePointAt(0)};`);
}

/** A channel's sign means nothing to Markdown within a line. */
function placeCell(text: string): string {
  return cell(text).replaceAll("&#35;", "#");
}
