import { HTTPReceiver, type Installation, type InstallationStore } from "@slack/bolt";
import type { Tenant } from "../../src/app/platform.ts";
import { clientOptions, SILENT } from "./clients.ts";
import type { Identity } from "./config.ts";
import { isJson } from "./json.ts";
import { installationKey } from "./ref.ts";
import type { Report } from "./report.ts";
import { SCOPES } from "./scopes.ts";
import type { Tokens } from "./tokens.ts";
import type { Route } from "./web.ts";

/** Where installations are kept: a key is a workspace or an organisation, a value is JSON. */
export type KeyValues = {
  readonly get: (key: string) => Promise<string | undefined>;
  readonly set: (key: string, value: string) => Promise<void>;
  readonly delete: (key: string) => Promise<void>;
};

/** Many workspaces: the pages that install the app, and the token of each. */
export type Installations = { readonly tokens: Tokens; readonly route: Route };

type Options = {
  readonly identity: Extract<Identity, { kind: "oauth" }>;
  readonly apiUrl: string | undefined;
  readonly ports: { readonly installations?: KeyValues };
  readonly report: Report;
};

export function installations({ identity, apiUrl, ports, report }: Options): Installations {
  if (ports.installations === undefined)
    throw new Error("Cannot start Slack: installations are kept nowhere. Pass a place for them.");
  const store = installationStore(ports.installations);
  const installer = installerOf(identity, apiUrl, store);
  return { tokens: tokensOf(installer, store), route: installRoute(installer, report) };
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

/** Bolt's store over ours. An organisation's installation serves all its workspaces. */
function installationStore(values: KeyValues): InstallationStore {
  return {
    storeInstallation: async (installation) => {
      const key = installation.isEnterpriseInstall === true ? installation.enterprise?.id : installation.team?.id;
      if (key === undefined) throw new Error("Cannot keep the installation: it names no workspace. Install again.");
      await values.set(key, JSON.stringify(installation));
    },
    fetchInstallation: async (query) => {
      const kept = await values.get((query.isEnterpriseInstall ? query.enterpriseId : query.teamId) ?? "");
      if (kept === undefined) throw new Error("Cannot speak there: the app is not installed.");
      return parsed(kept);
    },
    deleteInstallation: async (query) => {
      await values.delete((query.isEnterpriseInstall ? query.enterpriseId : query.teamId) ?? "");
    },
  };
}

function parsed(kept: string): Installation {
  const value: Installation = JSON.parse(kept);
  if (!isJson(value)) throw new Error("Cannot read the installation: it was not kept by this app. Install again.");
  return value;
}

/**
 * Bolt refreshes a token that runs out within two hours. Whoever is second to do so, here or on another replica, is
 * refused and goes on with the old token, which is good until it runs out; by then the new one is in the store.
 */
function tokensOf(installer: Installer, store: InstallationStore): Tokens {
  const underWay = new Map<string, Promise<string | undefined>>();
  const look = async (tenant: Tenant): Promise<string | undefined> => {
    const query = queryOf(tenant);
    if (!(await isInstalled(store, query))) return undefined;
    return (await installer.authorize(query)).botToken;
  };
  return {
    tokenFor: (tenant) => {
      const known = underWay.get(tenant);
      if (known !== undefined) return known;
      const looking = look(tenant).finally(() => underWay.delete(tenant));
      underWay.set(tenant, looking);
      return looking;
    },
    forget: async (tenant) => {
      await store.deleteInstallation?.(queryOf(tenant));
    },
  };
}

type Query = Parameters<NonNullable<InstallationStore["deleteInstallation"]>>[0];

function queryOf(tenant: Tenant): Query {
  const [first, team] = [installationKey(tenant), tenant.split("/")[1]];
  if (team === undefined) return { teamId: first, enterpriseId: undefined, isEnterpriseInstall: false };
  return { teamId: undefined, enterpriseId: first, isEnterpriseInstall: true };
}

async function isInstalled(store: InstallationStore, query: Query): Promise<boolean> {
  return store.fetchInstallation(query).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Error && error.message.includes("not installed")) return false;
      throw error;
    },
  );
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
