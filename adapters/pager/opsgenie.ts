import type { Pager, Paging } from "../../src/core/escalation/paging.ts";
import { cleaned } from "./cleaned.ts";
import { HTTP_TOOLS, type Message, post } from "./http.ts";
import { type RequestTools } from "../net/request.ts";
import { outcomeOf } from "./outcome.ts";

const ALERTS = "https://api.opsgenie.com/v2/alerts";

/** {@link https://docs.opsgenie.com/docs/alert-api} */
const LIMITS = { message: 130, description: 15_000, source: 100 } as const;

const PRIORITIES = { critical: "P1", high: "P2", low: "P4" } as const;

export type OpsgenieOptions = {
  readonly name: string;
  readonly apiKey: string;
  readonly url?: string | undefined;
  readonly tools?: RequestTools;
};

/** Opsgenie's alert API, and what is compatible with it: the dedup key is the alert's alias. */
export function opsgenie({ name, apiKey, url = ALERTS, tools = HTTP_TOOLS }: OpsgenieOptions): Pager {
  return {
    name,
    page: async (paging) => outcomeOf(await post(messageFor(cleaned(paging), url, apiKey), tools), "the API key"),
  };
}

function messageFor(paging: Paging, url: string, apiKey: string): Message {
  const headers = { authorization: `GenieKey ${apiKey}` };
  if (paging.event === "trigger") return { url, headers, body: JSON.stringify(alertFor(paging)) };
  const verb = paging.event === "acknowledge" ? "acknowledge" : "close";
  return {
    url: `${url}/${encodeURIComponent(paging.key)}/${verb}?identifierType=alias`,
    headers,
    body: JSON.stringify({ source: "kms" }),
  };
}

function alertFor({ key, summary, details, source, severity, link }: Paging): unknown {
  return {
    alias: key,
    message: summary.slice(0, LIMITS.message),
    description: details.slice(0, LIMITS.description),
    source: source.slice(0, LIMITS.source),
    priority: PRIORITIES[severity],
    ...(link === undefined ? {} : { details: { thread: link } }),
  };
}
