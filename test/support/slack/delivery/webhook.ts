import type { Clock } from "../clock.ts";
import { isJson, type Json, stringAt } from "../json.ts";
import { LIFETIMES } from "../world/lifetimes.ts";
import type { World } from "../world/world.ts";
import { type Attempt, failed, type Receipt } from "./envelope.ts";
import { type Signature, signedHeaders } from "./sign.ts";

/** Where the app listens; Bolt has one address for all three. */
export type Endpoints = { readonly events: string; readonly commands: string; readonly interactivity: string };

type Sent = { readonly url: string; readonly body: string; readonly headers: { readonly [name: string]: string } };

/** The HTTP end of Slack: signed requests to the app's own address. */
export class Webhook {
  /** What was sent, so that it can be replayed to the byte. */
  readonly sent: Sent[] = [];
  readonly #clock: Clock;
  readonly #world: World;
  readonly #endpoints: Endpoints;

  constructor(clock: Clock, world: World, endpoints: Endpoints) {
    this.#clock = clock;
    this.#world = world;
    this.#endpoints = endpoints;
  }

  readonly send = async (attempt: Attempt): Promise<Receipt> => {
    const { url, contentType, body } = this.#letter(attempt);
    const retry: { [name: string]: string } = {};
    if (attempt.retryNum > 0) retry["X-Slack-Retry-Num"] = String(attempt.retryNum);
    if (attempt.retryReason !== undefined) retry["X-Slack-Retry-Reason"] = attempt.retryReason;
    const signature = signedHeaders(this.#world.app.signingSecret, body, this.#clock.now(), { kind: "good" });
    return this.#posted({ url, body, headers: { "Content-Type": contentType, ...signature, ...retry } });
  };

  /** Slack asks once, when the address is typed in. True when the app echoes the challenge. */
  async verifyUrl(): Promise<boolean> {
    const challenge = "a-challenge";
    const payload = { type: "url_verification", token: this.#world.app.verificationToken, challenge };
    const receipt = await this.send({ envelope: { kind: "events_api", payload }, retryNum: 0, retryReason: undefined });
    if (receipt.kind !== "acked") return false;
    return receipt.body === challenge || (isJson(receipt.body) && receipt.body["challenge"] === challenge);
  }

  /** A request that somebody else made up. Answers with the app's HTTP status. */
  async forge(attempt: Attempt, signature: Signature): Promise<number> {
    const { url, contentType, body } = this.#letter(attempt);
    const signed = signedHeaders(this.#world.app.signingSecret, body, this.#clock.now(), signature);
    const response = await fetch(url, { method: "POST", body, headers: { "Content-Type": contentType, ...signed } });
    return response.status;
  }

  /** The same bytes again, by default the last ones. Answers with the app's HTTP status. */
  async replay(index = -1): Promise<number> {
    const sent = this.sent.at(index);
    if (sent === undefined)
      throw new Error(`Cannot replay request ${index}: only ${this.sent.length} were sent. Deliver something first.`);
    const response = await fetch(sent.url, { method: "POST", body: sent.body, headers: { ...sent.headers } });
    return response.status;
  }

  #letter({ envelope }: Attempt): { readonly url: string; readonly contentType: string; readonly body: string } {
    const { kind, payload } = envelope;
    if (kind === "events_api")
      return { url: this.#endpoints.events, contentType: "application/json", body: JSON.stringify(payload) };
    const contentType = "application/x-www-form-urlencoded";
    if (kind === "slash_commands") return { url: this.#endpoints.commands, contentType, body: formOf(payload) };
    return { url: this.#endpoints.interactivity, contentType, body: formOf({ payload: JSON.stringify(payload) }) };
  }

  async #posted(sent: Sent): Promise<Receipt> {
    this.sent.push(sent);
    const abort = new AbortController();
    const cancel = this.#clock.after(LIFETIMES.ack, () => abort.abort());
    try {
      const response = await fetch(sent.url, {
        method: "POST",
        body: sent.body,
        headers: { ...sent.headers },
        signal: abort.signal,
      });
      return await receiptOf(response);
    } catch {
      return failed(abort.signal.aborted ? "http_timeout" : "connection_failed");
    } finally {
      cancel();
    }
  }
}

function formOf(payload: Json): string {
  return new URLSearchParams(
    Object.fromEntries(Object.keys(payload).map((key) => [key, stringAt(payload, key) ?? ""])),
  ).toString();
}

async function receiptOf(response: Response): Promise<Receipt> {
  const text = await response.text();
  if (!response.ok) return failed("http_error", response.headers.get("X-Slack-No-Retry") === "1");
  try {
    return { kind: "acked", body: text === "" ? undefined : JSON.parse(text) };
  } catch {
    return { kind: "acked", body: text };
  }
}
