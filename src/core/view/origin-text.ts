import type { Origin } from "../resolution/origin.ts";

/** Where something happened and by what, in one line: `slack #ops, thread 17.1, message 17.2 (button)`. */
export function originText({ platform, channel, thread, message, by }: Origin, name = channel): string {
  const within = [
    ...(thread === undefined ? [] : [`thread ${thread}`]),
    ...(message === undefined || message === thread ? [] : [`message ${message}`]),
  ];
  return `${[`${platform} ${name}`, ...within].join(", ")} (${by})`;
}
