import type { Entry } from "../resolution/case.ts";
import type { Instant, Responder } from "../resolution/responder.ts";
import { plain, rich, strong, time } from "./rich.ts";
import type { Block, Inline, RichText } from "./view.ts";
import { ago } from "./when.ts";

/** Who did what and when, for one person's eyes, where a mention calls nobody: "@Ana marked “Read event 5085” done, 3 min ago". */
export function entryText(entry: Entry, now: Instant): RichText {
  return rich(...doneBy(entry, mentionOf(entry.by)), plain(`, ${ago(entry.at, now)}`));
}

/** The same in small print under its article, whose name is left out there, with the time as clocks show it. */
export function entryNote(entry: Entry): Block {
  const done =
    entry.did.kind === "open" ? rich("Started by ", strong(entry.by.name)) : doneBy(entry, strong(subject(entry.by)));
  return { kind: "note", text: rich(...done, ", ", time(entry.at)) };
}

/** Somebody in words for one person alone: they can be written to from there, and a name that nobody knows is shown all the same. */
export function mentionOf(who: Responder): Inline {
  const name = subject(who);
  return name === who.name ? { kind: "mention", user: who.id, name } : strong(name);
}

function doneBy(entry: Entry, who: Inline): RichText {
  const { did, about, by } = entry;
  if (did.kind !== "assign") return rich(who, ` ${deedText(entry)}`);
  if (did.person === by.id) return rich(who, " took it");
  return rich(who, " asked ", { kind: "mention", user: did.person, name: about }, " to see to it");
}

/** Who is alone with the bot is called "you", which begins a sentence here. */
export function subject({ name }: Responder): string {
  return name === "you" ? "You" : name;
}

/** What was done, in words that follow a name. */
export function deedText({ did, about }: Entry): string {
  return DEEDS[did.kind](about);
}

const DEEDS: Readonly<Record<Entry["did"]["kind"], (about: string) => string>> = {
  said: () => "added information",
  open: (title) => `started “${title}”`,
  done: (step) => `marked “${step}” done`,
  failed: (step) => `said that “${step}” didn't work`,
  skip: (step) => `skipped “${step}”`,
  "not-applicable": (step) => `said that “${step}” doesn't apply`,
  back: (step) => `went back to “${step}”`,
  check: (seen) => `noted “${seen}”`,
  confirm: (step) => `went ahead with “${step}”`,
  cancel: (step) => `left out “${step}”`,
  fill: (name) => `filled in <${name}>`,
  fixed: () => "said that the error is gone",
  "not-fixed": (title) => `said that “${title}” didn't help`,
  abandon: (title) => `stopped working on “${title}”`,
  answer: (label) => `answered “${label}”`,
  none: () => "said that none of the answers fits",
  escalate: (reason) => (reason === "" ? "asked for help" : `asked for help: “${reason}”`),
  assign: (name) => `asked ${name} to see to it`,
  share: () => "shared this with everyone",
  show: () => "looked at an article",
  "show-all": () => "looked at all of it",
  incident: () => "acted on the incident",
  relieved: () => "resolved the incident",
};
