import { describe, expect, it } from "vitest";
import { headline } from "../../../src/core/escalation/headline.ts";
import { type Case, caseId, newCase } from "../../../src/core/resolution/case.ts";
import { gather } from "../../../src/core/resolution/gather.ts";
import { readSignals } from "../../../src/core/signals/read.ts";
import { aCase, aMatch, ana, by, moved, opened, silence, wipe } from "../resolution/builders.ts";

/** What Ana said where no article is about it. */
function unknown(text: string): Case {
  return gather(newCase(caseId("t")), readSignals(text, "command"), silence(), by(ana));
}

describe("what an incident is called", () => {
  it("is the title of the article that is almost certain, with what tells it", () => {
    expect(headline(aCase())).toBe("The store does not mount (Store 7009)");
  });

  it("does not say twice what the title says", () => {
    const titled = aMatch(wipe, { title: "The store does not mount (event 7009)" });
    expect(headline(aCase({ kind: "answer", matches: [titled] }))).toBe("The store does not mount (event 7009)");
  });

  it("is the error itself where the article may be another one, or was tried in vain", () => {
    const maybe = aCase({ kind: "answer", matches: [aMatch(wipe, { confidence: 0.6 })] });
    expect(headline(maybe)).toBe("event 7009");
    const run = opened(aCase());
    expect(headline(run)).toBe("The store does not mount (Store 7009)");
    expect(headline(moved(run, { kind: "not-fixed", article: wipe.id, revision: run.revision }))).toBe("event 7009");
  });

  const SAID = [
    {
      text: "Event Type: Error\nEvent Source: MSExchangeKMS\nEvent ID: 5389\nDescription:\nKMS is exiting with error 0. Call support.",
      says: "KMS is exiting with error 0 (MSExchangeKMS 5389)",
    },
    { text: "MSExchangeKMS 5389", says: "MSExchangeKMS 5389" },
    { text: "0x80040115", says: "0x80040115" },
    { text: "mail is down", says: "mail is down" },
    { text: "nobody\n  can log in", says: "nobody can log in" },
  ] as const;

  it.each(SAID)("is $says", ({ text, says }) => {
    expect(headline(unknown(text))).toBe(says);
  });

  it("fits a phone however long the message is", () => {
    expect(headline(unknown(`${"very ".repeat(100)}bad`)).length).toBeLessThanOrEqual(80);
  });

  it("owns up to nothing having been said", () => {
    expect(headline(newCase(caseId("t")))).toBe("nothing was pasted");
  });
});
