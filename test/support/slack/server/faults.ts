/** What goes wrong with one call. `sideEffect` says whether Slack did the thing before it failed to say so. */
export type Fault =
  | { readonly kind: "rateLimited"; readonly retryAfter?: number | "missing" }
  | { readonly kind: "http500"; readonly status?: number; readonly sideEffect?: boolean }
  | { readonly kind: "resetBefore" }
  | { readonly kind: "resetAfter" }
  /** Done at once, answered after so many milliseconds of virtual time. */
  | { readonly kind: "slow"; readonly ms: number }
  | { readonly kind: "okFalse"; readonly error: string }
  | { readonly kind: "htmlBody"; readonly status?: number }
  /** Never answered. */
  | { readonly kind: "hang"; readonly sideEffect?: boolean };

/** Faults to come, by method; "*" stands for any method, "response_url" and "files" for the other addresses. */
export class Faults {
  readonly #plans = new Map<string, Fault[]>();

  next(method: string, fault: Fault, times = 1): void {
    const plan = this.#plans.get(method) ?? [];
    this.#plans.set(method, [...plan, ...Array.from({ length: times }, () => fault)]);
  }

  take(method: string): Fault | undefined {
    return this.#plans.get(method)?.shift() ?? this.#plans.get("*")?.shift();
  }

  /** Nothing more goes wrong. */
  clear(): void {
    this.#plans.clear();
  }
}
