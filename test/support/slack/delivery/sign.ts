import { createHmac } from "node:crypto";

/** How a request is made up: properly, or not. Ages in seconds; Slack's own advice is to refuse what is off by more than 300. */
export type Signature =
  | { readonly kind: "good"; readonly ageSeconds?: number }
  | { readonly kind: "bad" }
  | { readonly kind: "missing" };

/** {@link https://docs.slack.dev/authentication/verifying-requests-from-slack} */
export function signedHeaders(
  secret: string,
  body: string,
  now: number,
  signature: Signature,
): { readonly [name: string]: string } {
  const age = signature.kind === "good" ? (signature.ageSeconds ?? 0) : 0;
  const timestamp = String(Math.floor(now / 1000) - age);
  if (signature.kind === "missing") return { "X-Slack-Request-Timestamp": timestamp };
  const key = signature.kind === "bad" ? `not ${secret}` : secret;
  const digest = createHmac("sha256", key).update(`v0:${timestamp}:${body}`).digest("hex");
  return { "X-Slack-Request-Timestamp": timestamp, "X-Slack-Signature": `v0=${digest}` };
}
