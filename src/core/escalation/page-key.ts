import type { EscalationId } from "./escalation.ts";
import { isEscalationId } from "./ids.ts";

/** The dedup key of a level, for every pager and every round. */
export function pageKey(id: EscalationId, level: number): string {
  return `kms/${id}/${level + 1}`;
}

/** The escalation that a dedup key is of; undefined where it is none of ours. */
export function escalationOfKey(key: string): EscalationId | undefined {
  const [, id = ""] = /^kms\/(.+)\/\d+$/.exec(key) ?? [];
  return isEscalationId(id) ? id : undefined;
}
