import { createHmac, timingSafeEqual } from "node:crypto";

/** A request as it came in; nothing about it is proved. `now` in milliseconds. */
export type Signed = {
  readonly secret: string;
  readonly timestamp: string | undefined;
  readonly signature: string | undefined;
  readonly body: Buffer;
  readonly now: number;
};

/** Milliseconds. Older requests may be replays; the SDK lets those through that come from the future. */
const SIGNATURE_WINDOW = 5 * 60_000;

/** Whether Slack wrote this, and just now. {@link https://docs.slack.dev/authentication/verifying-requests-from-slack} */
export function isGenuine({ secret, timestamp, signature, body, now }: Signed): boolean {
  if (timestamp === undefined || signature === undefined || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now - Number(timestamp) * 1_000) > SIGNATURE_WINDOW) return false;
  const expected = `v0=${createHmac("sha256", secret).update(`v0:${timestamp}:`).update(body).digest("hex")}`;
  const [ours, theirs] = [Buffer.from(expected), Buffer.from(signature)];
  return ours.length === theirs.length && timingSafeEqual(ours, theirs);
}

/** Remembers signatures for as long as they would be accepted, so that none is accepted twice. */
export type Replays = {
  readonly isNew: (signature: string, now: number) => boolean;
  /** The request was not kept, so the same one may come again. */
  readonly forget: (signature: string) => void;
};

export function replays(): Replays {
  const seen = new Map<string, number>();
  const sweep = (now: number): void => {
    for (const [signature, at] of seen) {
      if (now - at <= 2 * SIGNATURE_WINDOW) return;
      seen.delete(signature);
    }
  };
  return {
    isNew: (signature, now) => {
      sweep(now);
      if (seen.has(signature)) return false;
      seen.set(signature, now);
      return true;
    },
    forget: (signature) => void seen.delete(signature),
  };
}
