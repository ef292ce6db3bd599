import type { Case, CaseId, Entry } from "../core/resolution/case.ts";
import type { Instant } from "../core/resolution/responder.ts";
import type { TenantKey } from "./names.ts";
import type { Miss } from "./store.ts";

/** What authors look through, over all tenants, the latest first. */
export type Review = {
  readonly misses: (most: number) => Promise<readonly Miss[]>;
  /** What people said about whole articles, and "none of these". */
  readonly judgements: (most: number) => Promise<readonly Entry[]>;
  /** Cases of all tenants: the open ones first, and of these the one that was touched last. */
  readonly cases: (most: number) => Promise<readonly FiledCase[]>;
  /** In which tenants there is a case of this name. */
  readonly tenantsOf: (id: CaseId) => Promise<readonly TenantKey[]>;
};

export type FiledCase = {
  readonly tenant: TenantKey;
  readonly known: Case;
  readonly isOpen: boolean;
  readonly touched: Instant;
};
