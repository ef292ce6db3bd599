import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { read } from "../../../adapters/slack/read.ts";
import { SEED as seed } from "../../support/platform/seed.ts";
import { aClick, aMessage, now } from "./payloads.ts";

describe("anything on Slack", () => {
  const keys = [
    "type",
    "event",
    "team",
    "team_id",
    "user",
    "channel",
    "subtype",
    "message",
    "actions",
    "view",
    "state",
    "text",
    "ts",
    "files",
    "attachments",
    "blocks",
    "authorizations",
    "private_metadata",
    "callback_id",
    "__proto__",
    "elements",
  ];
  const words = fc.constantFrom(
    "message",
    "app_mention",
    "message_changed",
    "block_actions",
    "view_submission",
    "message_action",
    "event_callback",
    "kms:words",
    "T1",
    "C1",
    "U1",
    "1.1",
    "",
  );
  const anyPayload = fc.letrec<{ readonly value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 5 },
      words,
      fc.jsonValue({ maxDepth: 1 }),
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...keys), tie("value"), { maxKeys: 8 }),
    ),
  })).value;

  it("is read without an accident", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("events_api", "slash_commands", "interactive"),
        fc.dictionary(fc.constantFrom(...keys), anyPayload),
        (kind, payload) => {
          expect(["delivery", "form", "paste-box", "home", "removed", "held-back", "nothing"]).toContain(
            read({ kind, payload }, now).kind,
          );
        },
      ),
      { seed, numRuns: 5_000 },
    );
  });

  it("is read without an accident where a field of a real payload is something else", () => {
    const real = fc.constantFrom(
      aMessage({}),
      aMessage({ type: "app_mention" }),
      aMessage({ subtype: "message_changed", message: { user: "U1", ts: "1.1", text: "a" } }),
      aClick({}),
    );
    fc.assert(
      fc.property(real, fc.constantFrom(...keys), anyPayload, ({ kind, payload }, key, value) => {
        const event = payload["event"];
        const broken =
          typeof event === "object" ? { ...payload, event: { ...event, [key]: value } } : { ...payload, [key]: value };
        expect(() => read({ kind, payload: broken }, now)).not.toThrow();
        expect(() => read({ kind, payload: { ...payload, [key]: value } }, now)).not.toThrow();
      }),
      { seed, numRuns: 5_000 },
    );
  });
});
