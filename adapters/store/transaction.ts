import type { Transaction } from "../../src/app/store.ts";
import { caseRows } from "./rows/cases.ts";
import { inboxRows } from "./rows/inbox.ts";
import { incidentRows, tenantOf } from "./rows/incidents.ts";
import { missRows } from "./rows/misses.ts";
import { offerRows, offerTo } from "./rows/offers.ts";
import { outboxRows } from "./rows/outbox.ts";
import { reviewRows } from "./rows/review.ts";
import { overrideRows, standingOverrides } from "./rows/overrides.ts";
import { pageRows } from "./rows/pages.ts";
import { postRows } from "./rows/posts.ts";
import { textRows } from "./rows/texts.ts";
import { valueRows } from "./rows/values.ts";
import type { Connection } from "./schema.ts";
import { sweep } from "./sweep.ts";

/** What can be done in one transaction, over either engine. */
export function transactionOver(connection: Connection): Transaction {
  return {
    inbox: inboxRows(connection),
    outbox: outboxRows(connection),
    cases: (tenant) => caseRows(connection, tenant),
    texts: (tenant) => textRows(connection, tenant),
    posts: (tenant) => postRows(connection, tenant),
    offers: (tenant) => offerRows(connection, tenant),
    misses: (tenant) => missRows(connection, tenant),
    overrides: (tenant) => overrideRows(connection, tenant),
    standingOverrides: (now) => standingOverrides(connection, now),
    values: (tenant) => valueRows(connection, tenant),
    review: reviewRows(connection),
    incidents: (tenant) => incidentRows(connection, tenant),
    pages: pageRows(connection),
    tenantOf: (incident) => tenantOf(connection, incident),
    offerTo: (person, id) => offerTo(connection, person, id),
    sweep: (before, most) => sweep(connection, before, most),
  };
}
