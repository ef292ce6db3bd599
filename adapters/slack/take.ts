import type { Clock } from "../../src/app/clock.ts";
import { mayOpenForm } from "../../src/app/may-open-form.ts";
import type { Intake, Tenant } from "../../src/app/platform.ts";
import { assertNever } from "../../src/core/brand.ts";
import type { Responder } from "../../src/core/resolution/responder.ts";
import { complete } from "./complete.ts";
import type { Envelope, Heard, HeardDelivery } from "./heard.ts";
import { type FormOpener, openForm, openPasteBox } from "./open-form.ts";
import { read } from "./read.ts";
import { reasonOf } from "./report.ts";

export type Taking = FormOpener & {
  readonly clock: Clock;
  readonly intake: Intake;
  /** Shows somebody their Home tab. */
  readonly showHome: (tenant: Tenant, who: Responder) => Promise<void>;
};

export type Taker = {
  /**
   * Takes what Slack tells: resolves once it may be acknowledged, which is when it is stored, and rejects when it must not
   * be. Slack repeats what was not acknowledged, so the same thing that is still on its way is waited for, not done twice.
   */
  readonly take: (envelope: Envelope) => Promise<void>;
  /** Resolves when nothing is on its way any more. */
  readonly settled: () => Promise<void>;
};

export function taker(taking: Taking): Taker {
  const underWay = new Map<string, Promise<void>>();
  let shows = 0;
  const nextShown = (): string => `show ${(shows += 1)}`;
  const once = (key: string, work: () => Promise<void>): Promise<void> => {
    const known = underWay.get(key);
    if (known !== undefined) return known;
    const working = work().finally(() => underWay.delete(key));
    underWay.set(key, working);
    return working;
  };
  return {
    take: async (envelope) => {
      const heard = read(envelope, taking.clock.now());
      if (heard.kind === "delivery") return once(keyOf(heard), () => keep(taking, heard));
      if (heard.kind === "removed") return taking.tokens.forget(heard.tenant, heard.at);
      if (heard.kind === "held-back") return taking.report({ level: "warn", text: HELD_BACK });
      if (heard.kind !== "nothing")
        inBackground(
          taking,
          once(nextShown(), () => show(taking, heard)),
        );
      return undefined;
    },
    settled: async () => void (await Promise.allSettled(underWay.values())),
  };
}

const HELD_BACK =
  "Slack held events back: a workspace had more than 30,000 in an hour. What was said meanwhile was not heard. Set busy channels to mention.";

function keyOf({ delivery }: HeardDelivery): string {
  return `${delivery.place.tenant} ${delivery.id}`;
}

async function keep(taking: Taking, heard: HeardDelivery): Promise<void> {
  await taking.intake.accept(await complete(taking, heard));
}

type ToShow = Exclude<Heard, { kind: "delivery" | "removed" | "held-back" | "nothing" }>;

async function show(taking: Taking, heard: ToShow): Promise<void> {
  switch (heard.kind) {
    case "form":
      return (await mayOpen(taking, heard)) ? openForm(taking, heard) : keep(taking, heard.press);
    case "paste-box":
      return openPasteBox(taking, heard);
    case "home":
      return taking.showHome(heard.tenant, heard.by);
  }
  return assertNever(heard);
}

/** Nobody types what is refused afterwards. */
function mayOpen(taking: Taking, { press }: Extract<ToShow, { kind: "form" }>): Promise<boolean> {
  return mayOpenForm(taking.intake, taking.clock, complete(taking, press));
}

/** Nothing of a form or the Home tab is kept, so Slack need not wait for it: it wants its answer within three seconds. */
function inBackground({ report }: Taking, work: Promise<void>): void {
  work.catch((error: unknown) => report({ level: "warn", text: `Cannot open a form or a tab: ${reasonOf(error)}.` }));
}
