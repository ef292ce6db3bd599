import { type Severity, SEVERITIES } from "../core/escalation/policy.ts";
import { readTime } from "../core/escalation/read-time.ts";
import { nearestWord } from "../core/kb/nearest-word.ts";

/** What somebody asks the bot outright. */
export type Command =
  | { readonly kind: "help" }
  | { readonly kind: "status" }
  | { readonly kind: "show"; readonly article: string }
  | { readonly kind: "explain"; readonly text: string }
  /** How much the bot listens in this channel. */
  | { readonly kind: "channel"; readonly setting: ChannelSetting }
  | { readonly kind: "mute" }
  | { readonly kind: "unmute" }
  /** Call the people on call; without a severity it is that of the policy. */
  | { readonly kind: "escalate"; readonly severity: Severity | undefined; readonly reason: string }
  /** Who is on call, now or at a time. */
  | { readonly kind: "oncall"; readonly at: string }
  /** Somebody takes over for a while; what follows the word says who, when and where. */
  | { readonly kind: "override"; readonly text: string }
  /** Everything that happened here, for a post-mortem. */
  | { readonly kind: "export"; readonly format: "markdown" | "json" }
  /** Find the article for this; `meant` is the sub-command it may have been meant to be. */
  | { readonly kind: "match"; readonly text: string; readonly meant: string | undefined };

/** `watch`: every message is looked at; `mention`: only when the bot is called; `off`: commands alone. */
export type ChannelMode = (typeof MODES)[number];

export const MODES = ["watch", "mention", "off"] as const;

export type ChannelSetting =
  /** How it is set. */
  | { readonly kind: "ask" }
  | { readonly kind: "mode"; readonly mode: ChannelMode }
  /** Whether what monitors post is looked at. */
  | { readonly kind: "alerts"; readonly on: boolean }
  /** Words that name none. */
  | { readonly kind: "unknown"; readonly words: string };

const WORDS = [
  "help",
  "status",
  "show",
  "explain",
  "channel",
  "mute",
  "unmute",
  "oncall",
  "override",
  "export",
  "escalate",
];

/** Longer texts are an error or a description, and no mistyped sub-command. */
const MOST_WORDS_OF_A_COMMAND = 3;

/** A command's text. What begins with no known word is something to match. */
export function readCommand(text: string): Command {
  const trimmed = text.trim();
  const [word = "", ...others] = trimmed.split(/\s+/);
  const rest = trimmed.slice(word.length).trim();
  const isAlone = rest === "";
  if (trimmed === "" || (isAlone && ["help", "?", "-h", "--help"].includes(word.toLowerCase())))
    return { kind: "help" };
  if (isAlone && word.toLowerCase() === "status") return { kind: "status" };
  const setting = readSetting(trimmed.toLowerCase().split(/\s+/));
  if (setting !== undefined) return setting;
  const duty = readDuty(word.toLowerCase(), rest, trimmed);
  if (duty !== undefined) return duty;
  if (word.toLowerCase() === "show" && others.length === 1) return { kind: "show", article: rest };
  if (word.toLowerCase() === "explain" && !isAlone) return { kind: "explain", text: rest };
  if (word.toLowerCase() === "escalate") return { kind: "escalate", ...readWish(rest) };
  return { kind: "match", text, meant: meantBy(word, others.length + 1) };
}

/** `critical mail is down`: the severity may be left out. */
function readWish(text: string): { readonly severity: Severity | undefined; readonly reason: string } {
  const [word = ""] = text.split(/\s+/);
  const severity = SEVERITIES.find((known) => known === word.toLowerCase());
  return { severity, reason: severity === undefined ? text : text.slice(word.length).trim() };
}

function readSetting([word = "", ...others]: readonly string[]): Command | undefined {
  if (others.length === 0 && (word === "mute" || word === "unmute")) return { kind: word };
  const setting = word === "channel" ? settingIn(others) : undefined;
  return setting === undefined ? undefined : { kind: "channel", setting };
}

/** Undefined where an error only begins with the word: “channel 3 was closed by the server”. */
function settingIn(words: readonly string[]): ChannelSetting | undefined {
  const [first, second, ...others] = words;
  if (first === undefined) return { kind: "ask" };
  const mode = MODES.find((known) => known === first);
  if (mode !== undefined && second === undefined) return { kind: "mode", mode };
  if (first === "alerts" && others.length === 0 && (second === "on" || second === "off"))
    return { kind: "alerts", on: second === "on" };
  return isMeantAsSetting(words) ? { kind: "unknown", words: words.join(" ") } : undefined;
}

/** A single word, or a few with one among them that is, or is nearly, the name of a setting. */
function isMeantAsSetting(words: readonly string[]): boolean {
  if (words.length > MOST_WORDS_OF_A_COMMAND || /\d/.test(words.join(""))) return false;
  return words.length === 1 || words.some((word) => nearestWord(word, [...MODES, "alerts"]) !== undefined);
}

/** Longer texts only begin like a command: they are an error or a description. */
const MOST_WORDS_OF_AN_OVERRIDE = 14;

function readDuty(word: string, rest: string, whole: string): Command | undefined {
  if (/^who(?:'s|’s| is) on[- ]?call\??$/i.test(whole)) return { kind: "oncall", at: "" };
  const others = rest === "" ? [] : rest.split(/\s+/);
  const isOfTime = others.length === 0 || (others.length <= MOST_WORDS_OF_A_COMMAND && isTime(others));
  if (/^on-?call\??$/.test(word) && isOfTime) return { kind: "oncall", at: rest };
  if (/^overrides?$/.test(word) && others.length <= MOST_WORDS_OF_AN_OVERRIDE && !whole.includes("\n"))
    return { kind: "override", text: rest };
  if (word !== "export" || others.length > 1) return undefined;
  const format = ["markdown", "json"].find((known) => known === (others[0]?.toLowerCase() ?? "markdown"));
  return format === "markdown" || format === "json" ? { kind: "export", format } : undefined;
}

/** `at 18:00`, or what begins with a digit and so means to be a time. */
function isTime(words: readonly string[]): boolean {
  const [first = ""] = words;
  return readTime(first.toLowerCase() === "at" ? words.slice(1) : words) !== undefined || /^[+\d]/.test(first);
}

function meantBy(word: string, words: number): string | undefined {
  return words <= MOST_WORDS_OF_A_COMMAND && /^[a-z]+$/i.test(word) ? nearestWord(word, WORDS) : undefined;
}
