import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guard, isPrivate } from "../../../adapters/net/guard.ts";

const resolves =
  (...addresses: readonly string[]) =>
  () =>
    Promise.resolve(addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })));

describe("the guard of addresses", () => {
  it.each([
    "http://127.0.0.1/",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://0177.0.0.1/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://169.254.169.254/latest",
    "http://10.1.2.3/",
    "http://172.31.0.1/",
    "http://192.168.1.1/",
    "http://100.64.0.1/",
    "http://[fe80::1]/",
    "http://[fd00::1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://0.0.0.0/",
    "file:///etc/passwd",
    "gopher://example.org/",
    "javascript:alert(1)",
    "nonsense",
    "https://user:secret@example.org/",
  ])("refuses %s", async (url) => {
    expect((await guard(url, [], resolves("93.184.215.14"))).kind).toBe("refused");
  });

  it("refuses a name if any of its addresses is private", async () => {
    expect((await guard("https://example.org/", [], resolves("93.184.215.14", "10.0.0.1"))).kind).toBe("refused");
  });

  it("lets a public name through, and names the address that will be called", async () => {
    expect(await guard("https://example.org/x", [], resolves("93.184.215.14"))).toMatchObject({
      kind: "allowed",
      address: "93.184.215.14",
      family: 4,
    });
  });

  it("lets a private host through when it is on the list", async () => {
    expect((await guard("http://pager.corp:8080/", ["pager.corp"], resolves("10.0.0.1"))).kind).toBe("allowed");
  });

  it("takes every wrapped private address for what it is", () => {
    fc.assert(
      fc.property(fc.constantFrom("127", "10"), fc.nat(255), fc.nat(255), fc.nat(255), (first, b, c, d) => {
        const hex = [Number(first) * 256 + b, c * 256 + d].map((part) => part.toString(16)).join(":");
        expect([`${first}.${b}.${c}.${d}`, `::ffff:${first}.${b}.${c}.${d}`, `::ffff:${hex}`].map(isPrivate)).toEqual([
          true,
          true,
          true,
        ]);
      }),
      { numRuns: 1000 },
    );
  });
});
