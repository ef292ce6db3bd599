import type { VirtualClock } from "../clock.ts";
import type { StoredFile } from "../world/message.ts";
import type { World } from "../world/world.ts";

/** One request, read and routed. */
export type Call = {
  readonly world: World;
  readonly clock: VirtualClock;
  readonly at: number;
  readonly gateway: GatewayInfo;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The JSON body, or the `payload_json` of a form; undefined if there is none. */
  readonly body: unknown;
  readonly files: readonly Upload[];
};

/** A file of a multipart form; `index` is the n of `files[n]`. */
export type Upload = Omit<StoredFile, "id"> & { readonly index: string };

export type Reply =
  | { readonly status: number; readonly json: unknown }
  | { readonly status: 204 }
  | { readonly status: number; readonly bytes: Uint8Array; readonly contentType: string };

/** What `GET /gateway/bot` tells. */
export type GatewayInfo = {
  readonly url: string;
  readonly shards: number;
  readonly sessionStarts: () => {
    readonly total: number;
    readonly remaining: number;
    readonly resetAfter: number;
    readonly concurrency: number;
  };
};

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** `open` routes carry their secret in the path, or need none. */
export type Route = {
  readonly method: Method;
  readonly path: string;
  readonly handle: (call: Call) => Reply;
  readonly open?: true;
};

export function json(value: unknown, status = 200): Reply {
  return { status, json: value };
}

export const NO_CONTENT: Reply = { status: 204 };

/** A parameter of the path; the router made sure that it is there. */
export function param(call: Call, name: string): string {
  return call.params[name] ?? "";
}
