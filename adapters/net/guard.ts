import { lookup } from "node:dns/promises";
import { BlockList, isIP } from "node:net";

/** An address that may be called: checked, and resolved once, so that a name cannot change its mind in between. */
export type GuardedUrl = {
  readonly kind: "allowed";
  readonly url: URL;
  readonly address: string;
  readonly family: 4 | 6;
};

export type Guarded =
  | GuardedUrl
  | { readonly kind: "refused"; readonly why: string; readonly advice: string }
  | { readonly kind: "unknown-host"; readonly why: string };

/** How names become addresses; `dns.lookup` is one way. */
export type Resolve = (host: string) => Promise<readonly { readonly address: string; readonly family: number }[]>;

export const resolveHost: Resolve = (host) => lookup(host, { all: true });

/** Whether an address may be called: http or https, no password in it, and public unless its host is on the list. */
export async function guard(
  written: string,
  allow: readonly string[],
  resolve: Resolve = resolveHost,
): Promise<Guarded> {
  const url = URL.canParse(written) ? new URL(written) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol))
    return refuse("the address is no http or https address", "Correct its url in oncall.yaml.");
  if (url.username !== "" || url.password !== "")
    return refuse("the address has a password in it", "Name the environment variable of the secret instead.");
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const found = isIP(host) === 0 ? await resolve(host).catch(() => []) : [{ address: host, family: isIP(host) }];
  const [first] = found;
  if (first === undefined) return { kind: "unknown-host", why: `the host ${host} has no address` };
  const isListed = allow.some(
    (one) => one.toLowerCase() === host.toLowerCase() || one.toLowerCase() === url.host.toLowerCase(),
  );
  if (!isListed && found.some(({ address }) => isPrivate(address)))
    return refuse(`${host} is a private address`, "Add the host under allow in oncall.yaml if it is meant.");
  return { kind: "allowed", url, address: first.address, family: first.family === 6 ? 6 : 4 };
}

function refuse(why: string, advice: string): Guarded {
  return { kind: "refused", why, advice };
}

/** Ranges that no public service has: {@link https://www.iana.org/assignments/iana-ipv4-special-registry} */
const PRIVATE_4 =
  "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4";
/** {@link https://www.iana.org/assignments/iana-ipv6-special-registry} */
const PRIVATE_6 =
  "::/128 ::1/128 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 fc00::/7 fe80::/10 fec0::/10 ff00::/8";

const blocked = new BlockList();
for (const [ranges, family] of [
  [PRIVATE_4, "ipv4"],
  [PRIVATE_6, "ipv6"],
] as const)
  for (const range of ranges.split(" ")) {
    const [net = "", prefix] = range.split("/");
    blocked.addSubnet(net, Number(prefix), family);
  }

/** Loopback, link-local, private and reserved addresses, also where IPv6 wraps an IPv4 address. */
export function isPrivate(address: string): boolean {
  const mapped = /^::(?:ffff:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? unhexed(address);
  if (mapped !== undefined) return blocked.check(mapped, "ipv4");
  return blocked.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}

/** `::ffff:7f00:1` is `127.0.0.1`. */
function unhexed(address: string): string | undefined {
  const [, high, low] = /^::ffff:([\da-f]{1,4}):([\da-f]{1,4})$/i.exec(address) ?? [];
  if (high === undefined || low === undefined) return undefined;
  return [high, low].flatMap((part) => [Number.parseInt(part, 16) >> 8, Number.parseInt(part, 16) & 255]).join(".");
}
