import type { Paged } from "../../src/core/escalation/paging.ts";
import { redact } from "../../src/core/redaction/redact.ts";
import type { Answer } from "../net/request.ts";

/** What an answer over HTTP means. Every service here may be told the same twice, so a lost answer is tried again. */
export function outcomeOf(answer: Answer, setting: string): Paged {
  if (answer.kind === "refused") return { kind: "failed", why: answer.why, advice: answer.advice };
  if (answer.kind === "unreachable") return { kind: "later", after: undefined, why: answer.why };
  const { status, retryAfter, body } = answer;
  if (status >= 200 && status < 300) return { kind: "paged" };
  if (status === 409) return { kind: "paged" };
  if (status === 429 || status === 408 || status === 425 || status >= 500)
    return { kind: "later", after: millisecondsOf(retryAfter), why: `it answered ${status}` };
  if (status >= 300 && status < 400)
    return {
      kind: "failed",
      why: `it redirects elsewhere (${status})`,
      advice: "Put the address it leads to under url in oncall.yaml.",
    };
  return { kind: "failed", why: `it answered ${status}${excerpt(body)}`, advice: adviceFor(status, setting) };
}

/** `Retry-After` in seconds or as a date; at most an hour is believed. */
function millisecondsOf(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  const wait = /^\d{1,6}$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - Date.now();
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(0, wait), 3_600_000);
}

function excerpt(body: string): string {
  const text = redact(body).text.replaceAll(/\s+/g, " ").trim().slice(0, 120);
  return text === "" ? "" : `: ${text}`;
}

function adviceFor(status: number, setting: string): string {
  if (status === 401 || status === 403) return `Correct ${setting}.`;
  if (status === 404) return "Correct the address, or the key that belongs to it.";
  return `Check ${setting} and what the service says above.`;
}
