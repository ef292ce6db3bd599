import { describe, expect, it } from "vitest";
import { caseExport } from "../../../src/core/escalation/case-export.ts";
import { errorFingerprint } from "../../../src/core/escalation/fingerprint.ts";
import { type Circumstances, handOff } from "../../../src/core/escalation/hand-off.ts";
import { handOffText } from "../../../src/core/escalation/hand-off-text.ts";
import { incidentEvent } from "../../../src/core/escalation/incident-event.ts";
import { readSignals } from "./reading.ts";
import type { Case } from "../../../src/core/resolution/case.ts";
import { handOffView } from "../../../src/core/view/hand-off-view.ts";
import { incidentView } from "../../../src/core/view/incident-view.ts";
import { textOf } from "../../../src/core/view/rich.ts";
import type { View } from "../../../src/core/view/view.ts";
import { LEAKS, remainder } from "../redaction/leak-generators.ts";
import { random } from "../redaction/random.ts";
import {
  aCase,
  anAnswer,
  articles,
  bo,
  context,
  done,
  here,
  look,
  moved,
  opened,
  wipe,
} from "../resolution/builders.ts";
import { aPerson, happened, inContext, started } from "./incident-builders.ts";

const circumstances: Circumstances = {
  severity: "high",
  places: [{ place: "#mail", count: 3 }],
  articles,
  links: [{ title: "Thread", url: "https://chat.example.org/p1" }],
};

/** Two steps were made, one with a reason that has a password in it, and Bo asked for help. */
function aWorkedCase(): Case {
  const stopped = done(opened(aCase(anAnswer(wipe, look))), context(bo, 1));
  const skipped = moved(
    stopped,
    { kind: "skip", ...here(stopped), reason: "done before with password=tiger12" },
    context(bo, 2),
  );
  return moved(
    skipped,
    { kind: "escalate", revision: skipped.revision, reason: "Passwort: tiger12 does not work" },
    context(bo, 3),
  );
}

function view(escalation = started().escalation): View {
  const packet = handOff(aWorkedCase(), circumstances);
  return incidentView(escalation, { packet, choices: { others: [], places: [] } });
}

function linesOf({ blocks }: View): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.kind === "list") return block.items.map(textOf);
    if (block.kind === "buttons") return [[...block.buttons, ...block.more].map(({ label }) => label).join(" | ")];
    if (block.kind === "divider") return [];
    return [typeof block.text === "string" ? block.text : textOf(block.text)];
  });
}

describe("the hand-off packet", () => {
  it("says what it is, where, what was tried and what is next, without secrets", () => {
    expect(handOffText(handOff(aWorkedCase(), circumstances)).split("\n")).toEqual([
      "event 7009 (high)",
      "Reason: Passwort: [password removed] does not work",
      "Asked for by Bo, 2026-09-21 14:16 UTC",
      "Seen:",
      "- #mail (3 times)",
      "May be:",
      "- Q1 The store does not mount: event 7009 from Store, which comes with other errors too".replace(
        ", which comes with other errors too",
        "",
      ),
      "- Q2 The store is on the wrong disk: event 7009 from Store",
      "Tried:",
      "- Stop the service: done (Bo, 2026-09-21 14:14 UTC)",
      "- Back up the store: skipped, done before with password=[password removed] (Bo, 2026-09-21 14:15 UTC)",
      "Next: Wipe the log (The store does not mount)",
      "Thread: https://chat.example.org/p1",
    ]);
  });

  it("fits on a screen, however long the case is", () => {
    let known = opened(aCase());
    for (let round = 0; round < 30; round++)
      known = moved(opened(known, round % 2 === 0 ? look : wipe), {
        kind: "failed",
        ...here(opened(known, round % 2 === 0 ? look : wipe)),
      });
    const packet = handOff(known, circumstances);
    expect(handOffText(packet).split("\n").length).toBeLessThanOrEqual(30);
    expect(packet.steps).toHaveLength(8);
    expect(packet.earlierSteps).toBeGreaterThan(0);
    expect(linesOf(handOffView(packet)).length).toBeLessThanOrEqual(30);
  });

  it("lets at most one recognised secret in a hundred through, wherever it was typed", () => {
    const leaks = Object.values(LEAKS).flatMap((make) => Array.from({ length: 10 }, (_, seed) => make(random(seed))));
    const leaked = leaks.filter(({ text, secrets }) => {
      const asked = moved(aCase(), { kind: "escalate", revision: 1, reason: text });
      const noted = happened(started().escalation, { kind: "note", text }).escalation;
      const { markdown, json } = caseExport(asked, noted);
      const shown = [handOffText(handOff(asked, circumstances)), markdown, json].join("\n");
      return secrets.some((secret) => remainder(shown, secret) !== undefined);
    });
    expect(leaked.slice(Math.floor(leaks.length / 100))).toEqual([]);
  });
});

describe("the message of an incident", () => {
  it("says nothing of what is next once somebody resolved it", () => {
    const open = started().escalation;
    expect(linesOf(view(open)).join("\n")).toContain("Next: ");
    expect(linesOf(view(happened(open, { kind: "resolve" }).escalation)).join("\n")).not.toContain("Next: ");
  });
});

describe("the fingerprint of an error", () => {
  it.each([
    [
      "an event",
      "Event ID: 5389\nSource: MSExchangeKMS\nComputer: A",
      "Event ID: 5389\nSource: MSExchangeKMS\nComputer: B",
    ],
    ["a code in two notations", "it failed with 0x800FF351", "it failed with -2146438319"],
    [
      "a message with other numbers",
      "ERROR worker 17 lost '/srv/a/1' at 10.0.0.7:5432",
      "ERROR worker 99 lost '/srv/b/22' at 10.0.0.9:5432",
    ],
  ])("is the same for %s", (_, one, other) => {
    expect(errorFingerprint(readSignals(one))).toBe(errorFingerprint(readSignals(other)));
  });

  it("is another one for another error", () => {
    expect(errorFingerprint(readSignals("ERROR cannot open the queue"))).not.toBe(
      errorFingerprint(readSignals("ERROR cannot open the store")),
    );
    expect(errorFingerprint(readSignals("it failed with 0x800FF351"))).not.toBe(
      errorFingerprint(readSignals("it failed with 0x80070005")),
    );
  });
});

describe("the incident's message", () => {
  it("says whom it waits for, and offers what can be done", () => {
    const lines = linesOf(view());
    expect(lines[0]).toBe("[high] The store does not mount (event 7009)");
    expect(lines[1]).toBe("Calling level 1: ana.");
    expect(lines.at(-1)).toBe(
      "Acknowledge | Resolve | Hand over… | Next level now | Severity: critical | Severity: low | Add a note…",
    );
  });

  it("says who is on it, and takes only notes in the end", () => {
    const taken = happened(started().escalation, { kind: "acknowledge" }).escalation;
    expect(linesOf(view(taken))[1]).toContain("Bo is on it");
    expect(linesOf(view(taken)).at(-1)).not.toContain("Acknowledge");
    const ended = happened(taken, { kind: "resolve" }).escalation;
    expect(linesOf(view(ended)).at(-1)).toBe("Add a note…");
    expect(JSON.stringify(view(taken))).not.toContain('"mention"');
  });

  it.each([
    ["severity", "Critical", { kind: "severity", to: "critical" }],
    ["severity", "urgent", undefined],
    ["hand-over", "@Ana", { kind: "hand-over", to: aPerson("ana") }],
    ["hand-over", "nobody", undefined],
    ["note", " full disk ", { kind: "note", text: "full disk" }],
    ["next-level", "", { kind: "next-level", revision: 4 }],
    ["acknowledge", "", { kind: "acknowledge" }],
    ["resolve", "", { kind: "resolve" }],
    ["split", "#web", { kind: "split", place: "#web" }],
    ["merge", "case-2", { kind: "merge", into: "case-2" }],
    ["merge", "", undefined],
  ] as const)("understands %s with “%s”", (act, reason, event) => {
    expect(incidentEvent({ kind: "incident", revision: 4, act, reason }, [aPerson("ana")])).toEqual(event);
  });
});

describe("the export of a case", () => {
  it("tells what happened in order and where, as a table and as JSON", () => {
    const from = { platform: "slack", channel: "C1", thread: "17.1", message: "17.2", by: "button" } as const;
    const escalation = happened(
      started(inContext({ minute: 3 })).escalation,
      { kind: "acknowledge" },
      { ...inContext({ minute: 4 }), from },
    ).escalation;
    const { markdown, json } = caseExport(aWorkedCase(), escalation);
    const rows = markdown.split("\n").filter((line) => line.startsWith("| 2026"));
    expect(rows.at(0)).toContain("| Ana | – | added information |");
    expect(rows.at(-1)).toContain("| Bo | slack C1, thread 17.1, message 17.2 (button) | acknowledged |");
    expect(JSON.parse(json)).toHaveProperty("timeline.length", rows.length);
    expect(JSON.parse(json).timeline.at(-1)).toMatchObject({ by: "Bo", from });
    const times = rows.map((row) => row.slice(0, 21));
    expect(times).toEqual(times.toSorted());
  });

  it("calls somebody by their name, although their paste came with nothing but an id", () => {
    const worked = aWorkedCase();
    const [paste, ...others] = worked.timeline;
    const by = { id: bo.id, name: bo.id };
    const timeline = [...(paste === undefined ? [] : [{ ...paste, by }]), ...others];
    const { json } = caseExport({ ...worked, timeline });
    expect(JSON.parse(json)).toHaveProperty("timeline.0.by", "Bo");
  });

  it("lets nothing that was typed become a table, a link or a ping", () => {
    const asked = moved(aCase(), {
      kind: "escalate",
      revision: 1,
      reason: "| x | <script> [a](http://b) @everyone `c`",
    });
    const { markdown } = caseExport(asked);
    expect(markdown).not.toMatch(/<script|\]\(|@everyone|`c/);
  });
});
