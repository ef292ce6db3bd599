import type { Clock } from "../clock.ts";
import { type Attempt, type Envelope, failed, type Receipt, type Transport } from "./envelope.ts";

export type DeliveryFault =
  /** Carried so many times at once. */
  | { readonly kind: "duplicate"; readonly times: number }
  | { readonly kind: "delay"; readonly ms: number }
  /** The first attempt never arrives: a retry is all the app gets. */
  | { readonly kind: "lose" }
  /** Arrives, but its acknowledgement does not. */
  | { readonly kind: "loseAck" };

export type DeliveryRecord = Attempt & { readonly receipt: Receipt };

/** {@link https://docs.slack.dev/apis/events-api#retries}: at once, after a minute, after five more. */
const RETRIES_AFTER = [0, 60_000, 5 * 60_000] as const;

/** Everything on its way to the app: order, duplicates, delays and retries. */
export class Deliveries {
  /** Every attempt and how it ended. */
  readonly log: DeliveryRecord[] = [];
  readonly #clock: Clock;
  readonly #faults: DeliveryFault[] = [];
  #transport: Transport;
  #held: (() => void)[] | undefined;
  #open = 0;

  constructor(clock: Clock, transport: Transport) {
    this.#clock = clock;
    this.#transport = transport;
  }

  useTransport(transport: Transport): void {
    this.#transport = transport;
  }

  /** Attempts that were carried and have no answer yet. */
  get open(): number {
    return this.#open;
  }

  /** The next delivery goes wrong; several faults befall several deliveries. */
  next(fault: DeliveryFault, times = 1): void {
    for (let count = 0; count < times; count += 1) this.#faults.push(fault);
  }

  /** Keeps what happens from now on back, until it is released. */
  hold(): void {
    this.#held ??= [];
  }

  release(order: "inOrder" | "reversed" | ((count: number) => readonly number[]) = "inOrder"): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    const indices = held.map((_, index) => index);
    const sorted =
      typeof order === "function" ? order(held.length) : order === "reversed" ? indices.toReversed() : indices;
    for (const index of sorted) held[index]?.();
  }

  /** Ends when it is acknowledged, or given up. Commands and clicks are tried once; a person is waiting. */
  async deliver(envelope: Envelope): Promise<Receipt> {
    const fault = this.#faults.shift();
    if (this.#held !== undefined) await new Promise<void>((resolve) => this.#held?.push(resolve));
    if (fault?.kind === "delay") await this.#passing(fault.ms);
    const first = await this.#first({ envelope, retryNum: 0, retryReason: undefined }, fault);
    return envelope.kind === "events_api" ? this.#retried(envelope, first) : first;
  }

  async #first(attempt: Attempt, fault: DeliveryFault | undefined): Promise<Receipt> {
    if (fault?.kind === "lose") return this.#record(attempt, failed("http_timeout"));
    const copies = fault?.kind === "duplicate" ? fault.times - 1 : 0;
    const receipt = this.#carry(attempt);
    await Promise.all(Array.from({ length: copies }, () => this.#carry(attempt)));
    return fault?.kind === "loseAck" ? (await receipt, failed("http_timeout")) : receipt;
  }

  async #retried(envelope: Envelope, first: Receipt): Promise<Receipt> {
    let receipt = first;
    for (const [index, ms] of RETRIES_AFTER.entries()) {
      if (receipt.kind === "acked" || receipt.final) return receipt;
      if (ms > 0) await this.#passing(ms);
      receipt = await this.#carry({ envelope, retryNum: index + 1, retryReason: receipt.reason });
    }
    return receipt;
  }

  async #carry(attempt: Attempt): Promise<Receipt> {
    this.#open += 1;
    const receipt = await this.#transport(attempt);
    this.#open -= 1;
    return this.#record(attempt, receipt);
  }

  #record(attempt: Attempt, receipt: Receipt): Receipt {
    this.log.push({ ...attempt, receipt });
    return receipt;
  }

  #passing(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.#clock.after(ms, resolve);
    });
  }
}
