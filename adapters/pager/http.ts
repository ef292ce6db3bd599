import { resolveHost } from "../net/guard.ts";
import { type Answer, request, type RequestTools } from "../net/request.ts";

/** A request must be over in 8 s, so that a service that hangs is tried again in good time. */
export const HTTP_TOOLS: RequestTools = { timeout: 8_000, allow: [], resolve: resolveHost };

export type Message = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** Of an answer, as much as is needed to say what is wrong. */
const LONGEST_ANSWER = 4_096;

/** Posts JSON. */
export function post({ url, headers, body }: Message, tools: RequestTools): Promise<Answer> {
  const typed = { "content-type": "application/json", ...headers };
  return request({ url, method: "POST", headers: typed, body, most: LONGEST_ANSWER }, tools);
}
