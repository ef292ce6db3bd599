/** Slack says no: thrown inside the fake, and turned into an answer once, where the call came in. */
export class Refusal extends Error {
  readonly code: string;
  readonly messages: readonly string[];
  readonly extra: { readonly [key: string]: unknown };

  constructor(code: string, messages: readonly string[] = [], extra: { readonly [key: string]: unknown } = {}) {
    super(`Slack refuses: ${code}${messages.length > 0 ? ` (${messages.join("; ")})` : ""}`);
    this.code = code;
    this.messages = messages;
    this.extra = extra;
  }
}

export function refuse(
  code: string,
  messages: readonly string[] = [],
  extra: { readonly [key: string]: unknown } = {},
): never {
  throw new Refusal(code, messages, extra);
}

/** The value, or the refusal when there is none. */
export function orRefuse<Value>(value: Value | undefined, code: string): Value {
  return value ?? refuse(code);
}
