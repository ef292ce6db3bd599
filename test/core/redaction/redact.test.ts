import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { redact } from "../../../src/core/redaction/redact.ts";
import { SHAPES } from "../../../src/core/redaction/shapes.ts";
import { LEAKS } from "./leak-generators.ts";
import { random } from "./random.ts";

describe("redaction", () => {
  it.each([
    ["postgres://u:p@ss/w0rd@h/db", "postgres://u:[password removed]@h/db"],
    ["http://host:8080/path?mail=ana@example.org", "http://host:8080/path?mail=ana@example.org"],
    ["Server=x;Password=tiger one;Database=app", "Server=x;Password=[password removed];Database=app"],
    ["Authorization: Basic YW5hOnRpZ2VyMTI=", "Authorization: Basic [credentials removed]"],
    ["net use * /user:x tiger12", "net use * /user:x [password removed]"],
    ["net use * \\\\srv\\share /user:x *", "net use * \\\\srv\\share /user:x *"],
    ["paid with 4111 1111 1111 1111 today", "paid with [card number removed] today"],
    ["paid with 4111 1111 1111 1112 today", "paid with 4111 1111 1111 1112 today"],
    ["to DE89 3704 0044 0532 0130 00 EUR", "to [account number removed] EUR"],
    ["Passwort: <kennwort>", "Passwort: <kennwort>"],
    ["password=$DB_PASSWORD", "password=$DB_PASSWORD"],
    ["PWD=/home/ana", "PWD=/home/ana"],
    ["Password: Type the password of the account.", "Password: Type the password of the account."],
  ])("turns %s into %s", (text, redacted) => {
    expect(redact(text).text).toBe(redacted);
  });

  it("says what was removed and where, and never the secret", () => {
    expect(redact("ok\npassword=tiger12").found).toEqual([{ says: "password", shape: "password-equals", at: 12 }]);
  });

  it("keeps the error around a secret, so that it is still found", () => {
    const { text } = redact(
      "MSExchangeKMS 5389: cannot log on (0x80070005), Password=tiger12; user S-1-5-21-1-2-3-500",
    );
    expect(text).toBe(
      "MSExchangeKMS 5389: cannot log on (0x80070005), Password=[password removed]; user S-1-5-21-1-2-3-500",
    );
  });

  it("knows at least sixty shapes, each by its own name", () => {
    expect(SHAPES.length).toBeGreaterThanOrEqual(60);
    expect(new Set(SHAPES.map(({ name }) => name)).size).toBe(SHAPES.length);
  });

  it("changes nothing the second time", () => {
    const makers = Object.values(LEAKS);
    const leaks = fc
      .tuple(fc.nat(), fc.nat(makers.length - 1))
      .map(([seed, which]) => makers[which]!(random(seed)).text);
    fc.assert(
      fc.property(fc.array(fc.oneof(leaks, fc.string()), { maxLength: 4 }), (texts) => {
        const once = redact(texts.join("\n")).text;
        expect(redact(once).text).toBe(once);
      }),
      { numRuns: 1000 },
    );
  });

  it("leaves every other character where it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const { text: after, found } = redact(text);
        expect(found.length === 0).toBe(after === text);
      }),
      { numRuns: 1000 },
    );
  });
});
