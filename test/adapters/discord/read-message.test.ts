import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isWorthReading,
  type MessagePayload,
  readDeletion,
  readEdit,
  readMessage,
} from "../../../adapters/discord/read-message.ts";
import { decodeText } from "../../../adapters/discord/decode.ts";
import {
  bornAt,
  type ChannelFacts,
  idAt,
  nonceOf,
  placeIn,
  readHandle,
  writeHandle,
} from "../../../adapters/discord/ref.ts";
import { MEMBER } from "../../../src/core/authorization/role.ts";
import { instant } from "../../../src/core/resolution/responder.ts";
import { SEED as seed } from "../../support/platform/seed.ts";

const ME = "900000000000000000";
const ANA = { id: "100000000000000001", username: "ana", global_name: "Ana", discriminator: "0", avatar: null };
const BOT = { ...ANA, id: ME, username: "kms", global_name: null, bot: true };
const ID = "1400000000000000000";

const channel: ChannelFacts = {
  id: "500000000000000000",
  guild: "400000000000000000",
  kind: "channel",
  parent: undefined,
};
const around = { facts: channel, me: ME, standing: MEMBER, files: [], before: [] };

function aMessage(facts: Partial<MessagePayload> = {}): MessagePayload {
  return { id: ID, channel_id: channel.id, author: ANA, type: 0, content: "Event ID 5389", ...facts };
}

describe("a message on Discord", () => {
  it("is heard with who said it, when and where", () => {
    expect(readMessage(aMessage({ member: { nick: "Ana on call" } }), around)).toEqual({
      id: `${ID}:said`,
      at: bornAt(ID),
      place: { platform: "discord", tenant: channel.guild, channel: channel.id, thread: undefined, kind: "channel" },
      by: { id: ANA.id, name: "Ana on call" },
      standing: MEMBER,
      event: { kind: "said", message: ID, text: "Event ID 5389", addressed: false },
    });
  });

  it.each<{ readonly what: string; readonly payload: Partial<MessagePayload> }>([
    { what: "a bot", payload: { author: BOT } },
    { what: "a webhook", payload: { webhook_id: "1" } },
    { what: "Discord itself", payload: { type: 18 } },
  ])("is not heard from $what", ({ payload }) => {
    expect(readMessage(aMessage(payload), around)).toBeUndefined();
    expect(isWorthReading(aMessage(payload), ME)).toBe(false);
  });

  it("brings the text of its files along, and that of a message which was passed on", () => {
    const snapshots: NonNullable<MessagePayload["message_snapshots"]> = JSON.parse(
      '[{"message":{"content":"passed on"}}]',
    );
    const delivery = readMessage(aMessage({ content: "", message_snapshots: snapshots }), {
      ...around,
      files: ["in a file"],
    });
    expect(delivery?.event).toMatchObject({ text: "passed on\nin a file" });
  });

  it("speaks about our answer's subject when it replies to our answer", () => {
    const about: NonNullable<MessagePayload["referenced_message"]> = JSON.parse(
      JSON.stringify({ ...aMessage({ id: "7", author: BOT }), message_reference: { message_id: "5" } }),
    );
    expect(readMessage(aMessage({ referenced_message: about }), around)?.place.thread).toBe("5");
  });

  it("is about the message it replies to when it calls us there", () => {
    const about: NonNullable<MessagePayload["referenced_message"]> = JSON.parse(
      JSON.stringify(aMessage({ id: "7", content: "5015" })),
    );
    const said = readMessage(aMessage({ content: `<@${ME}> this?`, referenced_message: about }), around);
    expect(said?.event).toMatchObject({ text: "this?\n5015", addressed: true });
    expect(said?.place.thread).toBeUndefined();
  });

  it("is edited only where a person edited it, and each edit is another event", () => {
    expect(readEdit(aMessage(), around)).toBeUndefined();
    const at = "2026-01-01T00:00:00.000000+00:00";
    expect(readEdit(aMessage({ edited_timestamp: at }), around)).toMatchObject({
      id: `${ID}:edited:${at}`,
      event: { kind: "edited", message: ID, text: "Event ID 5389" },
    });
  });

  it("is deleted by nobody in particular", () => {
    expect(readDeletion(ID, channel, instant(1))).toMatchObject({ id: `${ID}:deleted`, by: { name: "somebody" } });
  });

  it("does not throw, whatever Discord sends for the parts that may be missing", () => {
    const anything = fc.record(
      {
        content: fc.string(),
        attachments: fc.constant<NonNullable<MessagePayload["attachments"]>>([]),
        mentions: fc.constant<NonNullable<MessagePayload["mentions"]>>([]),
        edited_timestamp: fc.constantFrom(null, "2026-01-01T00:00:00.000Z"),
        referenced_message: fc.constant(null),
        guild_id: fc.constant("1"),
        member: fc.constant({ nick: null }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(anything, (facts) => {
        const payload = aMessage(facts);
        expect(() => [
          isWorthReading(payload, ME),
          readMessage(payload, around),
          readEdit(payload, around),
        ]).not.toThrow();
      }),
      { seed },
    );
  });
});

describe("the names of things on Discord", () => {
  it.each<{ readonly facts: Partial<ChannelFacts>; readonly place: object }>([
    { facts: {}, place: { channel: "C", thread: undefined, kind: "channel", tenant: "G" } },
    { facts: { kind: "thread", parent: "P" }, place: { channel: "P", thread: "C", kind: "channel", tenant: "G" } },
    { facts: { kind: "post", parent: "P" }, place: { channel: "P", thread: "C", kind: "forum", tenant: "G" } },
    { facts: { kind: "direct", guild: undefined }, place: { channel: "C", kind: "direct", tenant: "direct:C" } },
  ])("puts $facts.kind where it belongs", ({ facts, place }) => {
    expect(placeIn({ id: "C", guild: "G", kind: "channel", parent: undefined, ...facts })).toMatchObject(place);
  });

  it("makes of each key a nonce of its own that Discord takes", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect(nonceOf(one).length).toBeLessThanOrEqual(25);
        expect(nonceOf(one) === nonceOf(other)).toBe(one === other);
      }),
      { seed },
    );
  });

  it("finds in an id when it was made, and makes the first id of a moment", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_420_070_400_000, max: 4_000_000_000_000 }), (at) => {
        expect(bornAt(idAt(at))).toBe(at);
      }),
      { seed },
    );
  });

  it("writes the way to answer an interaction so that it can be read back, and knows when it ends", () => {
    const answering = { how: "fill", interaction: idAt(1_700_000_000_000), token: "a:b\nc" } as const;
    const handle = writeHandle(answering);
    expect(readHandle(handle)).toEqual(answering);
    expect(handle.until).toBe(1_700_000_000_000 + 15 * 60_000);
    expect(readHandle({ ...handle, handle: "https://hooks.example" })).toBeUndefined();
  });
});

describe("a text file", () => {
  const text = "Événement 5389 – “MSExchangeKMS”";
  it.each([
    { how: "UTF-8", bytes: Buffer.from(text) },
    { how: "UTF-8 with a mark", bytes: Buffer.from(`\uFEFF${text}`) },
    { how: "UTF-16", bytes: Buffer.from(`\uFEFF${text}`, "utf16le") },
    { how: "UTF-16 without a mark", bytes: Buffer.from("Event ID: 5389 Source: MSExchangeKMS", "utf16le") },
    { how: "windows-1252", bytes: Buffer.from("\xC9v\xE9nement 5389 \x96 \x93MSExchangeKMS\x94", "latin1") },
  ])("is read in $how", ({ bytes }) => {
    expect(decodeText(bytes)).toContain("5389");
    expect(decodeText(bytes)).not.toContain("\uFFFD");
  });

  it("is no text when it is something else", () => {
    expect(decodeText(Buffer.from([0, 1, 2, 0, 255, 0, 0, 9]))).toBeUndefined();
  });
});
