import type { Json } from "../json.ts";

/** One thing the app is told. */
export type Envelope = {
  readonly kind: "events_api" | "slash_commands" | "interactive";
  readonly payload: Json;
};

/** The same envelope goes out several times when it is not acknowledged. */
export type Attempt = {
  readonly envelope: Envelope;
  readonly retryNum: number;
  readonly retryReason: string | undefined;
};

export type Receipt =
  | { readonly kind: "acked"; readonly body: unknown }
  | {
      readonly kind: "failed";
      readonly reason: "http_timeout" | "http_error" | "connection_failed" | "too_many_redirects";
      /** The app asked not to be told again. */
      readonly final: boolean;
    };

/** Carries one attempt over a socket or an HTTP request. */
export type Transport = (attempt: Attempt) => Promise<Receipt>;

export function failed(reason: Extract<Receipt, { readonly kind: "failed" }>["reason"], final = false): Receipt {
  return { kind: "failed", reason, final };
}
