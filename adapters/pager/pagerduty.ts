import type { Pager, Paging } from "../../src/core/escalation/paging.ts";
import { cleaned } from "./cleaned.ts";
import { HTTP_TOOLS, post } from "./http.ts";
import { type RequestTools } from "../net/request.ts";
import { outcomeOf } from "./outcome.ts";

const ENQUEUE = "https://events.pagerduty.com/v2/enqueue";

/** {@link https://developer.pagerduty.com/docs/events-api-v2-overview} */
const LIMITS = { summary: 1_024, source: 255, details: 100_000 } as const;

const SEVERITIES = { critical: "critical", high: "error", low: "warning" } as const;

export type PagerDutyOptions = {
  readonly name: string;
  readonly routingKey: string;
  readonly url?: string | undefined;
  readonly tools?: RequestTools;
};

/** PagerDuty's Events API v2: one dedup key an incident; acknowledged and resolved by the same. */
export function pagerDuty({ name, routingKey, url = ENQUEUE, tools = HTTP_TOOLS }: PagerDutyOptions): Pager {
  return {
    name,
    page: async (paging) =>
      outcomeOf(
        await post({ url, headers: {}, body: JSON.stringify(eventFor(cleaned(paging), routingKey)) }, tools),
        "the integration key",
      ),
  };
}

function eventFor({ key, event, summary, details, source, severity, link, at }: Paging, routingKey: string): unknown {
  const basis = { routing_key: routingKey, event_action: event, dedup_key: key };
  if (event !== "trigger") return basis;
  return {
    ...basis,
    client: "kms",
    payload: {
      summary: summary.slice(0, LIMITS.summary),
      source: source.slice(0, LIMITS.source) || "kms",
      severity: SEVERITIES[severity],
      timestamp: new Date(at).toISOString(),
      custom_details: { hand_off: details.slice(0, LIMITS.details) },
    },
    ...(link === undefined ? {} : { links: [{ href: link, text: "Thread" }] }),
  };
}
