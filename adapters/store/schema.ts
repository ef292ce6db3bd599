import type { Generated, Kysely, Transaction } from "kysely";

/** The tables as they are after the last migration. Times are milliseconds since 1970, free text is JSON. */
export type Tables = {
  readonly inbox: {
    readonly seq: Generated<number>;
    readonly tenant: string;
    readonly id: string;
    readonly lane: string;
    /** The lane of the channel that a thread is in; the same as `lane` at the top level. */
    readonly parent: string;
    /** 0 open, 1 done, 2 given up. */
    readonly state: number;
    readonly not_before: number;
    readonly attempts: number;
    readonly received: number;
    /** Emptied when it is done: what was said in passing is not kept. */
    readonly body: string;
    readonly why: string | null;
  };
  readonly cases: {
    readonly tenant: string;
    readonly id: string;
    readonly revision: number;
    readonly channel: string | null;
    readonly fingerprint: string | null;
    readonly is_open: number;
    readonly times: number;
    readonly touched: number;
    readonly home: string | null;
    readonly state: string;
  };
  readonly timeline: {
    readonly tenant: string;
    readonly case_id: string;
    readonly revision: number;
    readonly at: number;
    readonly entry: string;
  };
  readonly texts: {
    readonly tenant: string;
    readonly channel: string;
    readonly message: string;
    readonly lead: string;
    readonly case_id: string;
    readonly via: string;
    readonly at: number;
    readonly body: string;
  };
  readonly posts: {
    readonly tenant: string;
    readonly id: string;
    readonly case_id: string;
    readonly escalation_id: string | null;
    readonly role: string;
    readonly channel: string | null;
    readonly message: string | null;
    readonly reply_to: string | null;
    readonly is_gone: number;
    readonly at: number;
    readonly place: string;
  };
  readonly offers: {
    readonly tenant: string;
    readonly id: string;
    readonly case_id: string;
    readonly escalation_id: string | null;
    readonly channel: string;
    readonly post: string | null;
    readonly person: string | null;
    readonly at: number;
    readonly actions: string;
  };
  readonly outbox: {
    readonly seq: Generated<number>;
    readonly tenant: string;
    readonly platform: string;
    readonly subject: string;
    readonly channel: string;
    readonly kind: string;
    readonly priority: number;
    readonly attempts: number;
    readonly not_before: number;
    readonly is_doubtful: number;
    readonly at: number;
    readonly body: string;
  };
  readonly misses: {
    readonly seq: Generated<number>;
    readonly tenant: string;
    readonly channel: string;
    readonly via: string;
    readonly at: number;
    readonly body: string;
  };
  readonly overrides: {
    readonly tenant: string;
    readonly id: string;
    readonly schedule: string;
    readonly person: string;
    readonly starts: number;
    readonly ends: number;
    readonly at: number;
    readonly set_by: string;
    /** Who took it back, and when. It stays for the record. */
    readonly taken_back: string | null;
  };
  readonly kept_values: {
    readonly tenant: string;
    readonly name: string;
    readonly value: string;
    /** When it may go; null where it stays. An earlier release writes none. */
    readonly expires: number | null;
  };
  readonly escalations: {
    readonly tenant: string;
    readonly id: string;
    readonly case_id: string;
    /** Null where nobody joins. */
    readonly fingerprint: string | null;
    readonly is_open: number;
    readonly revision: number;
    readonly touched: number;
    readonly home: string;
    readonly state: string;
  };
  readonly escalation_timeline: {
    readonly tenant: string;
    readonly escalation_id: string;
    readonly position: number;
    readonly at: number;
    readonly entry: string;
  };
  readonly escalation_cases: {
    readonly tenant: string;
    readonly case_id: string;
    readonly escalation_id: string;
    readonly place: string;
  };
  readonly pages: {
    readonly seq: Generated<number>;
    readonly tenant: string;
    readonly escalation_id: string;
    readonly pager: string;
    readonly dedup_key: string;
    readonly attempts: number;
    readonly not_before: number;
    readonly at: number;
    readonly body: string;
  };
};

export type Database = Kysely<Tables>;

/** A connection within a transaction, and what its engine is called. */
export type Connection = { readonly sql: Transaction<Tables>; readonly engine: Engine };

export type Engine = "sqlite" | "postgres";
