import type { Pager, Paging } from "../../src/core/escalation/paging.ts";
import { cleaned } from "./cleaned.ts";
import { HTTP_TOOLS, post } from "./http.ts";
import { type RequestTools } from "../net/request.ts";
import { outcomeOf } from "./outcome.ts";

export type GrafanaOptions = { readonly name: string; readonly url: string; readonly tools?: RequestTools };

/**
 * A webhook in Grafana's formatted notation; the dedup key is `alert_uid`. It has no word for "acknowledged", so nothing is sent then.
 * {@link https://grafana.com/docs/oncall/latest/configure/integrations/references/webhook/}
 */
export function grafana({ name, url, tools = HTTP_TOOLS }: GrafanaOptions): Pager {
  return {
    name,
    page: async (paging) => {
      if (paging.event === "acknowledge") return { kind: "paged" };
      return outcomeOf(
        await post({ url, headers: {}, body: JSON.stringify(alertFor(cleaned(paging))) }, tools),
        "the webhook's address",
      );
    },
  };
}

function alertFor({ key, event, summary, details, link }: Paging): unknown {
  return {
    alert_uid: key,
    title: summary,
    message: details,
    state: event === "resolve" ? "ok" : "alerting",
    link_to_upstream_details: link ?? null,
  };
}
