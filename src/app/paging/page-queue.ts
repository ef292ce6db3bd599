import type { EscalationId } from "../../core/escalation/escalation.ts";
import type { Paging } from "../../core/escalation/paging.ts";
import type { Instant } from "../../core/resolution/responder.ts";
import type { TenantKey } from "../names.ts";

/** Something that a pager is to be told. It is a row until the pager took it, or will never take it. */
export type NewPage = {
  readonly tenant: TenantKey;
  readonly incident: EscalationId;
  readonly pager: string;
  /** The address of the incident is not known before it is posted: it is looked up when the page is sent. */
  readonly paging: Omit<Paging, "link">;
};

export type PageJob = NewPage & { readonly seq: number; readonly attempts: number };

/** What pagers are still to be told: in order for each pager and dedup key. */
export type Pages = {
  readonly add: (page: NewPage) => Promise<void>;
  /** Takes what is due, one a dedup key; it comes back at the end of the lease. `except` are pagers that have enough to do. */
  readonly take: (query: TakePages) => Promise<readonly PageJob[]>;
  readonly nextDue: (now: Instant) => Promise<Instant | undefined>;
  readonly done: (job: PageJob) => Promise<void>;
  readonly retry: (job: PageJob, at: Instant) => Promise<void>;
};

export type TakePages = {
  readonly now: Instant;
  readonly until: Instant;
  readonly most: number;
  readonly except: readonly string[];
};
