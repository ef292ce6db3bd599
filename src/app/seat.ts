import { type Case, type CaseId, caseId, phaseOf } from "../core/resolution/case.ts";
import type { TenantKey } from "./names.ts";
import type { CaseStore } from "./ports.ts";
import type { Store, Transaction } from "./store.ts";
import type { Values } from "./values.ts";

/** A place where one person talks with the bot directly, such as a window of a terminal. Its cases outlive it. */
export type Seat = {
  readonly cases: CaseStore;
  /** The name of the next case, unlike those of any other seat. */
  readonly nextCase: () => CaseId;
  /** What was left in the middle at a seat where nobody sits any more. */
  readonly left: Case | undefined;
  /** What was begun here is not gone on with by whoever comes next. */
  readonly beginAnew: () => Promise<void>;
};

/** Who sits down: `name` is used by nobody else, `holder` says who it is, and `isThere` whether such a one still sits. */
export type Sitting = {
  readonly name: string;
  readonly holder: string;
  readonly isThere: (holder: string) => boolean;
};

/** Sits down, and takes over what was last left in the middle, unless somebody else is at it. */
export async function takeSeat(store: Store, tenant: TenantKey, sitting: Sitting): Promise<Seat> {
  const { name, holder } = sitting;
  const own = `${ROW}${name}`;
  const left = await store.transaction((tx) => takeOver(tx, tenant, sitting));
  let count = 0;
  return {
    left,
    nextCase: () => caseId(`${name}/${++count}`),
    beginAnew: () => store.transaction((tx) => tx.values(tenant).remove(own)),
    cases: {
      load: (id) => store.transaction((tx) => tx.cases(tenant).load(id)),
      save: (next, expected) =>
        store.transaction(async (tx) => {
          await tx.values(tenant).set(own, rowOf(holder, next));
          return tx.cases(tenant).save(next, expected);
        }),
    },
  };
}

/** Whether it is worth going on with. */
function isInTheMiddle(known: Case): boolean {
  return ["running", "asking"].includes(phaseOf(known).kind);
}

const ROW = "seat ";

/** What a seat was last at. */
type Row = { readonly holder: string; readonly latest: string; readonly at: number };

function rowOf(holder: string, { id, timeline }: Case): Row {
  return { holder, latest: id, at: timeline.at(-1)?.at ?? 0 };
}

/** The rows of those who have gone are gone through once, the latest first; what is worth nothing any more is removed. */
async function takeOver(
  tx: Transaction,
  tenant: TenantKey,
  { name, holder, isThere }: Sitting,
): Promise<Case | undefined> {
  const values = tx.values(tenant);
  const empty = (await rowsOf(values)).filter(([, row]) => !isThere(row.holder));
  for (const [seat, row] of empty.toSorted(([, a], [, b]) => b.at - a.at)) {
    await values.remove(seat);
    const known = await tx.cases(tenant).load(caseId(row.latest));
    if (known === undefined || !isInTheMiddle(known)) continue;
    await values.set(`${ROW}${name}`, rowOf(holder, known));
    return known;
  }
  return undefined;
}

async function rowsOf(values: Values): Promise<readonly (readonly [string, Row])[]> {
  const rows: (readonly [string, Row])[] = [];
  for (const name of await values.names(ROW)) {
    const row = await values.get(name);
    if (isRow(row)) rows.push([name, row]);
  }
  return rows;
}

/** We wrote it ourselves; only whether it is there has to be asked. */
function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null && "latest" in value;
}
