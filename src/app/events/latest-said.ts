import { type CaseId, caseId } from "../../core/resolution/case.ts";
import { later } from "../clock.ts";
import type { Scene } from "./scene.ts";
import type { Part } from "./speak.ts";

/** The paste that may still go on: the latest messages of one person in a row at the top level of a channel. */
export type LatestSaid = {
  readonly parts: readonly Part[];
  /** Undefined while nothing was answered to them. */
  readonly case: CaseId | undefined;
  readonly fingerprint: string | undefined;
};

/** How long after a message the next one of the same person may go on with it (milliseconds). */
const IN_A_ROW = 20_000;

/** More messages than that are a conversation. */
const MOST_PARTS = 10;

/** What this person said just before, if nobody else spoke since. */
export async function latestSaid({ tx, tenant, place, by, now }: Scene): Promise<LatestSaid | undefined> {
  const value = await tx.values(tenant).get(nameOf(place.channel));
  if (!isRow(value) || value.by !== by.id || now - value.at > IN_A_ROW || now < value.at) return undefined;
  return {
    parts: value.parts,
    case: value.case === undefined ? undefined : caseId(value.case),
    fingerprint: value.fingerprint,
  };
}

export async function noteSaid({ tx, tenant, place, by, now }: Scene, said: LatestSaid): Promise<void> {
  const row: Row = { ...said, parts: said.parts.slice(-MOST_PARTS), by: by.id, at: now };
  await tx.values(tenant).set(nameOf(place.channel), row, later(now, IN_A_ROW));
}

type Row = {
  readonly parts: readonly Part[];
  readonly case?: string | undefined;
  readonly fingerprint?: string | undefined;
  readonly by: string;
  readonly at: number;
};

/** We wrote it ourselves; only whether it is there has to be asked. */
function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null && "parts" in value;
}

function nameOf(channel: string): string {
  return `latest ${channel}`;
}
