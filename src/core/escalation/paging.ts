import type { Instant } from "../resolution/responder.ts";
import type { Severity } from "./policy.ts";

/** What a pager is told. The same key is the same incident to every service. */
export type Paging = {
  readonly key: string;
  readonly event: "trigger" | "acknowledge" | "resolve";
  /** Grows when all levels are called again. */
  readonly round: number;
  readonly severity: Severity;
  /** One line; without secrets. */
  readonly summary: string;
  /** The hand-off packet as text; without secrets. */
  readonly details: string;
  /** Where it was seen. */
  readonly source: string;
  readonly link: string | undefined;
  readonly emails: readonly string[];
  readonly at: Instant;
};

/** What became of it. */
export type Paged =
  | { readonly kind: "paged" }
  /** Not now; `after` milliseconds it may be tried again, undefined where nobody said. */
  | { readonly kind: "later"; readonly after: number | undefined; readonly why: string }
  /** Never: `why` names the fact, `advice` what a person can do about it. */
  | { readonly kind: "failed"; readonly why: string; readonly advice: string };

/** A service that wakes people up. `page` never throws, and saying the same twice is harmless. */
export type Pager = { readonly name: string; readonly page: (paging: Paging) => Promise<Paged> };
