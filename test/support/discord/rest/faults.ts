/** What can go wrong between the bot and Discord. */
export type Fault =
  /** Seconds. Without `retryAfter` neither header nor body says how long to wait. */
  | { readonly kind: "rateLimited"; readonly retryAfter?: number; readonly global?: boolean }
  /** With `after`, the call has taken effect although the answer says otherwise. */
  | { readonly kind: "http5xx"; readonly status?: number; readonly after?: boolean }
  /** The connection breaks before the call has taken effect, or after it. */
  | { readonly kind: "resetBefore" }
  | { readonly kind: "resetAfter" }
  /** The answer comes after so many milliseconds of the virtual clock; the effect is immediate. */
  | { readonly kind: "slow"; readonly ms: number }
  /** The effect is there, the answer never comes. */
  | { readonly kind: "hang" }
  /** A page of HTML from Cloudflare instead of Discord's JSON: 429 or 502, say. */
  | { readonly kind: "htmlBody"; readonly status?: number }
  /** Any answer of Discord's own, such as 30046 for too many edits of an old message. */
  | { readonly kind: "api"; readonly status: number; readonly code: number; readonly message: string };

export type Faults = {
  /** The next `times` calls of the route fail so: `POST /channels/:channel/messages`, a method, or `*` for all. */
  readonly add: (route: string, fault: Fault, times?: number) => void;
  readonly take: (route: string) => Fault | undefined;
  /** Everything works again. */
  readonly clear: () => void;
};

export function faults(): Faults {
  let planned: { readonly route: string; readonly fault: Fault; readonly left: number }[] = [];
  return {
    add: (route, fault, times = 1) => void planned.push({ route, fault, left: times }),
    take: (route) => {
      const next = planned.find((one) => fits(one.route, route));
      planned = planned.flatMap((one) => (one !== next ? [one] : one.left > 1 ? [{ ...one, left: one.left - 1 }] : []));
      return next?.fault;
    },
    clear: () => void (planned = []),
  };
}

function fits(wanted: string, route: string): boolean {
  return wanted === "*" || wanted === route || route.startsWith(`${wanted} `);
}
