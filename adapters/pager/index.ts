import type { Pager } from "../../src/core/escalation/paging.ts";
import type { PagerSetup } from "../../src/core/escalation/policy.ts";
import { email } from "./email.ts";
import { grafana } from "./grafana.ts";
import { HTTP_TOOLS } from "./http.ts";
import { opsgenie } from "./opsgenie.ts";
import { pagerDuty } from "./pagerduty.ts";
import { webhook } from "./webhook.ts";

export type PagerTools = {
  /** An environment variable; undefined where it is not set. */
  readonly secret: (variable: string) => string | undefined;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly now: () => number;
};

/** The pagers of `oncall.yaml` by name. One whose secret is missing answers every page with the way out. */
export function pagersFor(setups: readonly PagerSetup[], tools: PagerTools): ReadonlyMap<string, Pager> {
  return new Map(setups.map((setup) => [setup.name, pagerFor(setup, tools)]));
}

function pagerFor(setup: PagerSetup, { secret, now }: PagerTools): Pager {
  const { name } = setup;
  const variable = variableOf(setup);
  const value = variable === undefined ? undefined : secret(variable);
  if (variable !== undefined && (value === undefined || value === "")) return broken(name, variable);
  switch (setup.kind) {
    case "pagerduty":
      return pagerDuty({ name, routingKey: value ?? "", url: setup.url });
    case "opsgenie":
      return opsgenie({ name, apiKey: value ?? "", url: setup.url });
    case "grafana":
      return grafana({ name, url: setup.url, tools: { ...HTTP_TOOLS, allow: setup.allow } });
    case "webhook":
      return webhook({ name, url: setup.url, secret: value, now, tools: { ...HTTP_TOOLS, allow: setup.allow } });
    case "email":
      return email({ name, server: value ?? "", from: setup.from, to: setup.to });
  }
}

function variableOf(setup: PagerSetup): string | undefined {
  if ("key" in setup) return setup.key;
  return "server" in setup ? setup.server : setup.secret;
}

function broken(name: string, variable: string): Pager {
  return {
    name,
    page: () =>
      Promise.resolve({
        kind: "failed",
        why: `${variable} is not set`,
        advice: `Set ${variable} in the environment and start again.`,
      }),
  };
}
