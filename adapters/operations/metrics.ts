import { collectDefaultMetrics, Counter, Histogram, Registry } from "prom-client";
import type { Clock } from "../../src/app/clock.ts";
import type { Meter } from "../../src/app/meter.ts";
import type { Decide } from "../../src/app/ports.ts";
import type { Store } from "../../src/app/store.ts";
import { countedStore } from "./counted-store.ts";
import { type Watched, watchOver } from "./watch-over.ts";

/** What is counted, and the wrappers that count it. */
export type Metrics = {
  readonly meter: Meter;
  /** The same matcher, timed. */
  readonly timed: (decide: Decide) => Decide;
  /** The same store, with its failures counted. */
  readonly counted: (store: Store, clock: Pick<Clock, "now">) => Store;
  /** From now on the queues and the lines are asked whenever somebody looks. */
  readonly watch: (watched: Watched) => void;
  /** {@link https://prometheus.io/docs/instrumenting/exposition_formats/} */
  readonly text: () => Promise<string>;
  readonly contentType: string;
};

/** Seconds: matching takes about a millisecond, and a large knowledge base some ten. */
const MATCHING_BUCKETS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1];

/** All of it begins with `kms_`; the process itself (memory, event-loop lag, collections) comes with prom-client. */
export function metrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const matching = new Histogram({ ...facts.matching, buckets: MATCHING_BUCKETS, registers });
  const storeErrors = new Counter({ ...facts.storeErrors, labelNames: ["action"], registers });
  return {
    meter: meterOver(registry),
    timed: (decide) => async (inquiry) => {
      const stop = matching.startTimer();
      const verdict = await decide(inquiry);
      stop();
      return verdict;
    },
    counted: (store, clock) => countedStore(store, clock, (action) => storeErrors.inc({ action })),
    watch: (watched) => watchOver(registry, watched),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

const facts = {
  matching: { name: "kms_matching_seconds", help: "How long it took to decide which article fits." },
  storeErrors: { name: "kms_store_errors_total", help: "What the store could not do." },
  events: { name: "kms_events_total", help: "What platforms delivered: stored, known already, or refused." },
  worked: { name: "kms_worked_total", help: "Events that were worked off, answered or in silence." },
  sends: { name: "kms_sends_total", help: "Tries to send something; later and doubtful ones are tried again." },
};

function meterOver(registry: Registry): Meter {
  const registers = [registry];
  const events = new Counter({ ...facts.events, labelNames: ["platform", "outcome"], registers });
  const worked = new Counter({ ...facts.worked, labelNames: ["platform", "event", "outcome"], registers });
  const sends = new Counter({ ...facts.sends, labelNames: ["platform", "outcome"], registers });
  return {
    came: (platform, outcome) => events.inc({ platform, outcome }),
    worked: (platform, event, outcome) => worked.inc({ platform, event, outcome }),
    sent: (platform, outcome) => sends.inc({ platform, outcome }),
  };
}
