import type { Problem } from "../validate/check.ts";
import type { Fault } from "./faults.ts";

/** One REST call as Discord saw it. `status` is undefined while, or because, no answer was given. */
export type CallRecord = {
  readonly at: number;
  /** `POST /channels/:channel/messages`; the bare method and path if there is no such route. */
  readonly route: string;
  readonly path: string;
  readonly body: unknown;
  readonly status: number | undefined;
  readonly fault: Fault["kind"] | undefined;
};

/** A call that Discord itself refused; injected faults are not among them. */
export type Rejection = {
  readonly at: number;
  readonly route: string;
  readonly path: string;
  readonly status: number;
  /** Discord's JSON error code; 0 where only the HTTP status tells. */
  readonly code: number;
  readonly message: string;
  /** The single objections of an Invalid Form Body, such as `embeds.0.title: Must be 256 or fewer in length.` */
  readonly problems: readonly string[];
  readonly body: unknown;
};

export function problemLines(problems: readonly Problem[]): readonly string[] {
  return problems.map(({ path, message }) => `${path.join(".")}: ${message}`);
}
