import * as fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import { read } from "../../../adapters/slack/read.ts";
import type { Envelope } from "../../../adapters/slack/heard.ts";
import { isJson, type Json } from "../../../adapters/slack/json.ts";
import { INTERACTIONS } from "./recorded/interactions.ts";
import { ATTACHED } from "./recorded/attached.ts";
import { CHANGES, SILENT_MESSAGES } from "./recorded/changes.ts";
import { MESSAGES } from "./recorded/messages.ts";
import { APP_EVENTS, COMMANDS } from "./recorded/others.ts";
import { SEED as seed } from "../../support/platform/seed.ts";
import { connected, keepingIntake } from "./driver.ts";
import { now } from "./payloads.ts";

const recorded = [
  ...MESSAGES,
  ...ATTACHED,
  ...SILENT_MESSAGES,
  ...CHANGES,
  ...INTERACTIONS,
  ...COMMANDS,
  ...APP_EVENTS,
];

describe("a payload as Slack sends it", () => {
  it.each(recorded)("is understood: $name", ({ envelope, heard }) => {
    expect(read(envelope, now)).toMatchObject(heard);
  });

  it("is understood just so when Slack adds fields", () => {
    fc.assert(
      fc.property(fc.constantFrom(...recorded), fc.jsonValue({ maxDepth: 2 }), ({ envelope, heard }, value) => {
        expect(read(withExtra(envelope, value), now)).toMatchObject(heard);
      }),
      { seed, numRuns: 2_000 },
    );
  });

  it("is survived when any of its fields is missing, null or something else", () => {
    const strange = fc.oneof(fc.constantFrom(undefined, null, "", 0, [], {}, "x"), fc.jsonValue({ maxDepth: 1 }));
    fc.assert(
      fc.property(fc.constantFrom(...recorded), fc.nat(), strange, ({ envelope }, which, value) => {
        const paths = pathsIn(envelope.payload);
        const broken = changedAt(envelope.payload, paths[which % paths.length] ?? [], value);
        expect(() => read({ ...envelope, payload: isJson(broken) ? broken : {} }, now)).not.toThrow();
      }),
      { seed, numRuns: 20_000 },
    );
  });
});

describe.each(["socket", "http"] as const)("payloads as Slack sends them, over %s", (mode) => {
  it("are all acknowledged, and what is for us is kept once, however often it comes", async () => {
    const intake = keepingIntake();
    const on = await connected(mode, () => intake);
    onTestFinished(() => on.stop());
    const port = on.adapter.health().port;
    const send =
      mode === "http" ? on.slack.useHttp(`http://127.0.0.1:${port}/slack/events`).send : on.slack.sockets.send;
    for (const [at, { name, envelope }] of [...recorded, ...recorded].entries()) {
      if (at === recorded.length) on.slack.clock.advance(1_000);
      const receipt = await send({ envelope, retryNum: 0, retryReason: undefined });
      expect({ name, ...receipt }).toMatchObject({ name, kind: "acked" });
    }
    const meant = recorded.map(({ envelope }) => read(envelope, now));
    const ids = meant.flatMap((heard) =>
      heard.kind === "delivery" ? [`${heard.delivery.place.tenant} ${heard.delivery.id}`] : [],
    );
    expect(intake.kept().map(({ place, id }) => `${place.tenant} ${id}`)).toEqual([...new Set(ids)]);
  });
});

/** A field of tomorrow in every object, however deep. */
function withExtra({ kind, payload }: Envelope, value: unknown): Envelope {
  const added = deepened(payload, value);
  return { kind, payload: isJson(added) ? added : {} };
}

function deepened(part: unknown, value: unknown): unknown {
  if (Array.isArray(part)) return part.map((one) => deepened(one, value));
  if (!isJson(part)) return part;
  const fields = Object.entries(part).map(([key, inner]) => [key, deepened(inner, value)]);
  return { a_field_of_tomorrow: value, ...Object.fromEntries(fields) };
}

type Path = readonly string[];

function pathsIn(part: unknown, path: Path = []): readonly Path[] {
  if (!isJson(part) && !Array.isArray(part)) return [path];
  return [path, ...Object.entries(part).flatMap(([key, inner]) => pathsIn(inner, [...path, key]))].filter(
    ({ length }) => length > 0,
  );
}

function changedAt(part: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(part)) return part.map((one, at) => (String(at) === key ? changedAt(one, rest, value) : one));
  const fields: Json = isJson(part) ? part : {};
  return { ...fields, [key]: changedAt(fields[key], rest, value) };
}
