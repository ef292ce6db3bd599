import { type Case, caseId, phaseOf } from "../core/resolution/case.ts";
import { caseView } from "../core/view/case-view.ts";
import type { TenantKey } from "./names.ts";
import type { Articles, CaseStore } from "./ports.ts";
import type { Reply } from "./reply.ts";
import type { Store } from "./store.ts";

/** The cases of one seat that talks with the bot directly, such as a terminal. They outlive the window. */
export type StoredCases = CaseStore & {
  /** The one that was changed last. */
  readonly latest: () => Promise<Case | undefined>;
};

const LATEST = "latest case";

export function storedCases(store: Store, tenant: TenantKey): StoredCases {
  const load: CaseStore["load"] = (id) => store.transaction((tx) => tx.cases(tenant).load(id));
  return {
    load,
    save: (next, expected) =>
      store.transaction(async (tx) => {
        await tx.values(tenant).set(LATEST, next.id);
        return tx.cases(tenant).save(next, expected);
      }),
    latest: async () => {
      const name = await store.transaction((tx) => tx.values(tenant).get(LATEST));
      return typeof name === "string" ? load(caseId(name)) : undefined;
    },
  };
}

/** What to show to somebody who comes back: the case they left in the middle, if there is one. */
export function whereTheyLeft(known: Case | undefined, articles: Articles): Reply {
  const kind = known === undefined ? undefined : phaseOf(known).kind;
  if (known === undefined || (kind !== "running" && kind !== "asking")) return { kind: "silent" };
  return { kind: "message", view: caseView(known, articles), case: known, found: true, effects: [] };
}
