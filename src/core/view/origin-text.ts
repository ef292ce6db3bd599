import type { Origin } from "../resolution/origin.ts";

/** Where something happened and by what, in one line: `slack C0123, thread 17.1, message 17.2 (button)`. */
export function originText({ platform, channel, thread, message, by }: Origin): string {
  const within = [
    ...(thread === undefined ? [] : [`thread ${thread}`]),
    ...(message === undefined || message === thread ? [] : [`message ${message}`]),
  ];
  return `${[`${platform} ${channel}`, ...within].join(", ")} (${by})`;
}
