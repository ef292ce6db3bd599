import { HTTPReceiver, type InstallationStore } from "@slack/bolt";
import type { Clock } from "../../src/app/clock.ts";
import { clientOptions, SILENT } from "./clients.ts";
import type { Identity } from "./config.ts";
import { installationStore, type KeyValues, queryOf } from "./installation-store.ts";
import { renewedTokens } from "./renewed-tokens.ts";
import type { Report } from "./report.ts";
import { SCOPES } from "./scopes.ts";
import type { Tokens } from "./tokens.ts";
import type { Route } from "./web.ts";

/** Many workspaces: the pages that install the app, and the token of each. */
export type Installations = { readonly tokens: Tokens; readonly route: Route };

type Options = {
  readonly identity: Extract<Identity, { kind: "oauth" }>;
  readonly apiUrl: string | undefined;
  readonly values: KeyValues | undefined;
  readonly clock: Clock;
  readonly report: Report;
};

export function installations({ identity, apiUrl, values, clock, report }: Options): Installations {
  if (values === undefined)
    throw new Error("Cannot start Slack: installations are kept nowhere. Pass a place for them.");
  const installer = installerOf(identity, apiUrl, installationStore(values, clock));
  const renew = async (tenant: string) => (await installer.authorize(queryOf(tenant))).botToken;
  return { tokens: renewedTokens({ values, clock, renew }), route: installRoute(installer, report) };
}

type Installer = NonNullable<HTTPReceiver["installer"]>;

/** Bolt makes its installer only together with a receiver; the receiver itself is never started. */
function installerOf(identity: Options["identity"], apiUrl: string | undefined, store: InstallationStore): Installer {
  const { clientId, clientSecret, stateSecret } = identity;
  const { installer } = new HTTPReceiver({
    signingSecret: "unused",
    clientId,
    clientSecret,
    stateSecret,
    installationStore: store,
    scopes: [...SCOPES],
    logger: SILENT,
    installerOptions: { clientOptions: { ...clientOptions(apiUrl), timeout: 10_000 } },
  });
  if (installer === undefined) throw new Error("Cannot install: Bolt made no installer. Check SLACK_STATE_SECRET.");
  return installer;
}

const PATHS = { install: "/slack/install", redirect: "/slack/oauth_redirect" } as const;

function installRoute(installer: Installer, report: Report): Route {
  return async (request, response, path) => {
    if (request.method !== "GET") return false;
    if (path === PATHS.install)
      await installer.handleInstallPath(request, response, undefined, { scopes: [...SCOPES] });
    else if (path === PATHS.redirect) {
      await installer.handleCallback(request, response);
      report({ level: "info", text: "Somebody came back from installing the app." });
    } else return false;
    return true;
  };
}
