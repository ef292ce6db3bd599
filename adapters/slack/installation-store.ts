import type { Installation, InstallationStore } from "@slack/bolt";
import type { Clock } from "../../src/app/clock.ts";
import type { Tenant } from "../../src/app/platform.ts";
import type { Instant } from "../../src/core/resolution/responder.ts";
import { isJson } from "./json.ts";
import { isOrganisation } from "./ref.ts";

/** Where installations are kept: a key is a workspace or an organisation, a value is JSON. */
export type KeyValues = {
  readonly get: (key: string) => Promise<string | undefined>;
  readonly set: (key: string, value: string) => Promise<void>;
  /** Keeps the value until then unless there is one; false where there is. Of several replicas at once one is told true. */
  readonly add: (key: string, value: string, until: Instant) => Promise<boolean>;
  readonly delete: (key: string) => Promise<void>;
};

/** What is kept of a tenant, and since when. */
export type Kept = { readonly installation: Installation; readonly at: number };

/** The installation of a tenant; undefined where the app is not installed. Rejects where what is kept cannot be read. */
export async function keptOf(values: KeyValues, tenant: Tenant): Promise<Kept | undefined> {
  const kept = await values.get(tenant);
  if (kept === undefined) return undefined;
  const value: unknown = JSON.parse(kept);
  if (isJson(value) && isKept(value)) return value;
  throw new Error("Cannot read the installation: it was not kept by this app. Install again.");
}

function isKept(value: object): value is Kept {
  return "installation" in value && isJson(value.installation) && "at" in value && typeof value.at === "number";
}

/** Bolt's store over ours. An organisation's installation serves all its workspaces. */
export function installationStore(values: KeyValues, clock: Pick<Clock, "now">): InstallationStore {
  return {
    storeInstallation: async (installation) => {
      const key = installation.isEnterpriseInstall === true ? installation.enterprise?.id : installation.team?.id;
      if (key === undefined) throw new Error("Cannot keep the installation: it names no workspace. Install again.");
      const kept: Kept = { installation, at: clock.now() };
      await values.set(key, JSON.stringify(kept));
    },
    fetchInstallation: async (query) => {
      const kept = await keptOf(values, tenantOfQuery(query));
      if (kept === undefined) throw new Error("Cannot speak there: the app is not installed.");
      return kept.installation;
    },
    deleteInstallation: (query) => values.delete(tenantOfQuery(query)),
  };
}

/** Forgets the installation, unless it is a later one: Slack tells of a removal again and again until it was heard. */
export async function forget(values: KeyValues, tenant: Tenant, removed: Instant): Promise<void> {
  const kept = await keptOf(values, tenant).catch(() => undefined);
  if (kept === undefined || kept.at < removed + SECOND) await values.delete(tenant);
}

/** Slack tells the time of a removal in whole seconds, rounded down (milliseconds). */
const SECOND = 1_000;

/** Bolt's name for an installation. */
export type Query = Parameters<NonNullable<InstallationStore["deleteInstallation"]>>[0];

export function queryOf(tenant: Tenant): Query {
  if (isOrganisation(tenant)) return { teamId: undefined, enterpriseId: tenant, isEnterpriseInstall: true };
  return { teamId: tenant, enterpriseId: undefined, isEnterpriseInstall: false };
}

function tenantOfQuery(query: Query): Tenant {
  return (query.isEnterpriseInstall ? query.enterpriseId : query.teamId) ?? "";
}
