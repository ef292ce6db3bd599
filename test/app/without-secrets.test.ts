import { MEMBER } from "../../src/core/authorization/role.ts";
import { describe, expect, it } from "vitest";
import type { Delivery, PlatformEvent } from "../../src/app/platform.ts";
import { safeText, withoutSecrets } from "../../src/app/without-secrets.ts";
import { instant } from "../../src/core/resolution/responder.ts";

const SECRET = "hunter2hunter2";

describe("what a person wrote, before it is kept", () => {
  it("loses its password and keeps its error", () => {
    const { event } = withoutSecrets(
      aDelivery({
        kind: "said",
        message: "m1",
        addressed: false,
        text: `Event ID: 5389 from MSExchangeKMS; Password=${SECRET};`,
      }),
    );
    expect(JSON.stringify(event)).not.toContain(SECRET);
    expect(JSON.stringify(event)).toContain("Event ID: 5389 from MSExchangeKMS");
  });

  it("loses what was typed into a form, too", () => {
    const message = { channel: "c1", message: "m1" };
    const { event } = withoutSecrets(
      aDelivery({ kind: "clicked", message, token: "t", typed: `password=${SECRET}`, answer: undefined }),
    );
    expect(JSON.stringify(event)).not.toContain(SECRET);
  });

  it("loses a secret that the cut of a very long text would have torn", () => {
    const password = `Password=${SECRET.repeat(3)};`;
    for (let at = 79_900; at <= 80_010; at += 7) {
      const text = `${"x ".repeat(at / 2)}${password}${" y".repeat(60_000)}`;
      expect(safeText(text)).not.toContain(SECRET);
      expect(
        safeText(
          [...text]
            .toReversed()
            .join("")
            .replace(/;.*drowssaP/, password),
        ),
      ).not.toContain(SECRET);
    }
  });

  it("keeps the beginning and the end of what is very long", () => {
    const { event } = withoutSecrets(
      aDelivery({ kind: "edited", message: "m1", text: `begin${" x".repeat(200_000)}end` }),
    );
    const text = event.kind === "edited" ? event.text : "";
    expect(text.length).toBeLessThan(110_000);
    expect([text.startsWith("begin"), text.endsWith("end")]).toEqual([true, true]);
  });
});

function aDelivery(event: PlatformEvent): Delivery {
  const place = { platform: "slack", tenant: "T1", channel: "C1", thread: undefined, kind: "channel" } as const;
  return { id: "d1", at: instant(0), place, by: { id: "U1", name: "Ana" }, standing: MEMBER, event };
}
