import { type CaseRecord, caseRecord } from "../../src/app/case-record.ts";
import { asTenantKey } from "../../src/app/names.ts";
import type { FiledCase } from "../../src/app/review.ts";
import type { Transaction } from "../../src/app/store.ts";
import { caseExport } from "../../src/core/escalation/case-export.ts";
import { caseFingerprint } from "../../src/core/escalation/hand-off.ts";
import { isEscalationId } from "../../src/core/escalation/ids.ts";
import { caseId, phaseOf } from "../../src/core/resolution/case.ts";
import type { Instant } from "../../src/core/resolution/responder.ts";
import { ago } from "../../src/core/view/when.ts";
import { shortened } from "../../src/core/view/rich.ts";

/** What `kms case` needs from outside. */
export type CaseTools = {
  readonly args: readonly string[];
  /** Asks the store; a sentence where it cannot be asked. */
  readonly inStore: <Result>(ask: (tx: Transaction) => Promise<Result>) => Promise<Result | string>;
  readonly now: () => Instant;
  readonly write: (text: string) => void;
  readonly writeLine: (line: string) => void;
  /** Says on the side what went wrong, so that it is not taken for the export. */
  readonly complain: (sentence: string) => void;
};

const USAGE = "Say kms case list [--all], or kms case export ID [--json]; the ID is what kms case list shows.";

/** Lists cases, or exports one. Exit codes: 0 done · 1 there is none, or no store · 2 the command line is wrong. */
export async function caseCommand(tools: CaseTools): Promise<0 | 1 | 2> {
  const flags = tools.args.filter((word) => word.startsWith("--"));
  const [verb, id, ...others] = tools.args.filter((word) => !word.startsWith("--"));
  if (others.length === 0 && verb === "list" && id === undefined && only(flags, "--all"))
    return list(tools, flags.length > 0);
  if (others.length === 0 && verb === "export" && id !== undefined && only(flags, "--json"))
    return exportCase(tools, id, flags.length > 0 ? "json" : "markdown");
  tools.complain(USAGE);
  return 2;
}

function only(flags: readonly string[], known: string): boolean {
  return flags.every((flag) => flag === known);
}

/** Cases that are shown, and those that are looked through. */
const [MOST, ALL] = [40, 1_000];

async function list({ inStore, now, writeLine, complain }: CaseTools, isAll: boolean): Promise<0 | 1> {
  const cases = await inStore((tx) => tx.review.cases(ALL));
  if (typeof cases === "string") return failed(complain, `Cannot list the cases: ${cases}.`);
  const shown = isAll ? cases : cases.filter(({ isOpen }) => isOpen).slice(0, MOST);
  if (shown.length === 0)
    writeLine(isAll || cases.length === 0 ? "No case is kept." : "No case is open. Say kms case list --all.");
  for (const one of shown) writeLine(lineFor(one, now()));
  return 0;
}

function lineFor({ tenant, known, isOpen, touched }: FiledCase, now: Instant): string {
  const phase = phaseOf(known);
  const about = known.runs.at(-1)?.title ?? caseFingerprint(known);
  return `${tenant}/${known.id}  ${isOpen ? "open" : "closed"}, ${phase.kind}, ${ago(touched, now)}  ${shortened(about.replaceAll(/\s+/g, " "), 80)}`;
}

async function exportCase(
  { inStore, write, complain }: CaseTools,
  id: string,
  format: "markdown" | "json",
): Promise<0 | 1> {
  const found = await inStore((tx) => find(tx, id));
  if (typeof found === "string") return failed(complain, `Cannot export the case: ${found}.`);
  if (found.kind === "several")
    return failed(
      complain,
      `Cannot export “${id}”: several workspaces have a case of that name. Say which: ${found.ids.join(" or ")}.`,
    );
  if (found.kind === "none")
    return failed(
      complain,
      `Cannot export “${id}”: no case or incident of that name is kept. See kms case list --all.`,
    );
  const { known, escalation, names } = found.record;
  write(caseExport(known, escalation, names)[format]);
  return 0;
}

type Found =
  | { readonly kind: "one"; readonly record: CaseRecord }
  | { readonly kind: "several"; readonly ids: readonly string[] }
  | { readonly kind: "none" };

/** By `workspace/id` as it is listed, by the id alone, or by the name of its incident. */
async function find(tx: Transaction, written: string): Promise<Found> {
  const [, workspace = "", own = ""] = /^([a-z]+:[^/]+)\/(.+)$/.exec(written) ?? [];
  if (workspace !== "") {
    const record = await caseRecord(tx, asTenantKey(workspace), caseId(own));
    if (record !== undefined) return { kind: "one", record };
  }
  const tenants = await tx.review.tenantsOf(caseId(written));
  if (tenants.length > 1) return { kind: "several", ids: tenants.map((tenant) => `${tenant}/${written}`) };
  const [tenant] = tenants;
  const record = tenant === undefined ? await ofIncident(tx, written) : await caseRecord(tx, tenant, caseId(written));
  return record === undefined ? { kind: "none" } : { kind: "one", record };
}

async function ofIncident(tx: Transaction, name: string): Promise<CaseRecord | undefined> {
  if (!isEscalationId(name)) return undefined;
  const tenant = await tx.tenantOf(name);
  const incident = tenant === undefined ? undefined : await tx.incidents(tenant).load(name);
  return tenant === undefined || incident === undefined ? undefined : caseRecord(tx, tenant, incident.escalation.case);
}

function failed(complain: CaseTools["complain"], sentence: string): 1 {
  complain(sentence);
  return 1;
}
