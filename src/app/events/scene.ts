import type { Standing } from "../../core/authorization/role.ts";
import type { Case, CaseId } from "../../core/resolution/case.ts";
import type { Origin } from "../../core/resolution/origin.ts";
import type { Deed, Instant, Responder } from "../../core/resolution/responder.ts";
import type { Via } from "../../core/signals/signal.ts";
import type { OnCallNow } from "../../core/view/oncall-view.ts";
import { hear } from "../hear.ts";
import { type May, mayOf } from "../may.ts";
import type { TenantKey } from "../names.ts";
import { onCallNow } from "../on-call-now.ts";
import { type BotParts, platformNamed } from "../parts.ts";
import type { Place } from "../platform.ts";
import type { Ports } from "../ports.ts";
import type { Reply } from "../reply.ts";
import type { Transaction } from "../store.ts";

/** One event and all that it takes to answer it, within one transaction. */
export type Scene = {
  readonly parts: BotParts;
  readonly tx: Transaction;
  readonly tenant: TenantKey;
  readonly place: Place;
  readonly by: Responder;
  readonly standing: Standing;
  readonly now: Instant;
  /** When somebody said or asked it; undefined where nothing was said. */
  readonly said: Instant | undefined;
  /** Undefined where nobody did anything. */
  readonly from: Origin | undefined;
  /** The delivery's own id. */
  readonly id: string;
};

/** Where something is kept and posted, whoever brought it about; `from` where a person did. */
export type Desk = Pick<Scene, "parts" | "tx" | "tenant" | "now"> & Partial<Pick<Scene, "from">>;

/** The ports of the conversation, with the cases of this transaction. */
export function portsOf(scene: Scene): Ports {
  const { parts, tx, tenant, place, now, from } = scene;
  const { articles, read, decide } = parts;
  const { prefix = "", lookUp } = platformNamed(parts, place.platform) ?? {};
  return {
    clock: { now: () => now },
    articles,
    read,
    decide,
    cases: tx.cases(tenant),
    may: mayIn(scene),
    oncall: () => dutiesIn(scene),
    from,
    prefix,
    lookUp,
  };
}

/** What whoever brought this event about may do. */
export function mayIn({ parts, place, by, standing }: Scene): May {
  return mayOf({ ...standing, platform: place.platform, id: by.id }, parts.oncall?.());
}

/** Who is on call, as it may be told in this workspace. */
export async function dutiesIn({ parts, tx, tenant, now }: Scene): Promise<OnCallNow | undefined> {
  const plan = parts.oncall?.();
  if (plan === undefined) return undefined;
  return onCallNow(plan, await tx.standingOverrides(now), { tenant, remarks: parts.oncallRemarks?.() ?? [] });
}

export function deedOf({ by, now, from }: Scene): Deed {
  return { by, at: now, from };
}

/** What the conversation says to a text; `isKept` when it became part of the case. */
export async function listen(
  scene: Scene,
  heard: { readonly case: CaseId; readonly text: string; readonly via: Via },
): Promise<{ readonly reply: Reply; readonly isKept: boolean }> {
  const ports = portsOf(scene);
  let isKept = false;
  const save = async (next: Case, expected: number) => {
    const saved = await ports.cases.save(next, expected);
    isKept ||= saved === "saved";
    return saved;
  };
  const reply = await hear({ ...ports, cases: { ...ports.cases, save } }, { ...heard, by: scene.by });
  return { reply, isKept };
}
