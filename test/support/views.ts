import * as fc from "fast-check";
import type { Action } from "../../src/core/resolution/action.ts";
import { instant } from "../../src/core/resolution/responder.ts";
import { articleId, stepId } from "../../src/core/kb/ids.ts";
import type { Block, Button, Inline, RichText, View } from "../../src/core/view/view.ts";

/** What somebody pastes or writes to do harm, or by accident. */
const HOSTILE = [
  "@everyone @here @channel",
  "@\u200bhere",
  "<!channel>",
  "<!here|x>",
  "<!everyone>",
  "<!subteam^S1>",
  "<!subteam^S1|@oncall>",
  "<@U1>",
  "<@U1|x>",
  "<@!100000000000000001>",
  "<@&100000000000000001>",
  "<#C1>",
  "&lt;!channel&gt;",
  "&amp;lt;!here&amp;gt;",
  "<https://evil.example|https://bank.example>",
  "[x](javascript:alert(1))",
  "```",
  "``` <!channel> ```",
  "`",
  "` <!here> `",
  "*_~>",
  "<t:0:R> </kms:1>",
  "<!date^0^{_}|x>",
  "||spoiler||",
  "\n# heading\n> quote",
  "\u202egnp.exe",
  "\ud800",
  "\u0000",
  "&",
  "<",
  ">",
  "|",
  "|<!channel",
  "\\",
];

/** Text of up to so many characters in which hostile pieces stand next to ordinary ones. */
export function someText(maxLength = 400): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...HOSTILE) },
    { weight: 2, arbitrary: fc.string({ maxLength: 20 }) },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 10 }) },
    { weight: 1, arbitrary: fc.lorem({ maxCount: 8 }) },
    { weight: 1, arbitrary: fc.constantFrom("", " ", "\n", "\r\n", "é".repeat(30), "語".repeat(30), "👨‍👩‍👧‍👦") },
  );
  return fc.array(piece, { maxLength: Math.ceil(maxLength / 12) }).map((parts) => parts.join("").slice(0, maxLength));
}

/** Now and then a text is far longer than any platform takes. */
function anyText(): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 12, arbitrary: someText() },
    {
      weight: 1,
      arbitrary: fc.tuple(someText(200), fc.integer({ min: 1, max: 300 })).map(([text, n]) => text.repeat(n)),
    },
  );
}

const anyUrl = fc.oneof(
  fc.webUrl(),
  fc.constantFrom("javascript:alert(1)", "https://a:b@evil.example/", "not a url", "http://x/|<!channel>", "ftp://x/"),
  fc.webUrl().map((url) => `${url}/${"a".repeat(4_000)}`),
);

/** Without mentions: whatever it says, nobody may be notified. */
function anyInline(): fc.Arbitrary<Inline> {
  return fc.oneof(
    anyText().map((text): Inline => ({ kind: "plain", text })),
    someText().map((text): Inline => ({ kind: "strong", text })),
    someText().map((text): Inline => ({ kind: "code", text })),
    fc.tuple(someText(), anyUrl).map(([text, url]): Inline => ({ kind: "link", text, url })),
    fc
      .integer({ min: 0, max: 4_102_444_800_000 })
      .map((at): Inline => ({ kind: "time", at: instant(at), text: "10:13 UTC" })),
    fc
      .tuple(fc.constantFrom("", "!channel", "U1>", "here", "@everyone", "<!here>"), someText(30))
      .map(([user, name]): Inline => ({ kind: "mention", user, name })),
    fc
      .tuple(fc.constantFrom("", "C1", "C1>", "!here", "@everyone", "123456789012345678"), someText(30))
      .map(([channel, name]): Inline => ({ kind: "channel", channel, name })),
  );
}

const anyRich: fc.Arbitrary<RichText> = fc.array(anyInline(), { maxLength: 6 });

function anyAction(): fc.Arbitrary<Action> {
  const step = { article: articleId("Q100001"), step: stepId("look") };
  const revision = fc.nat(50);
  return fc.oneof(
    revision.map((at): Action => ({ kind: "done", revision: at, ...step })),
    revision.map((at): Action => ({ kind: "skip", revision: at, ...step, reason: "" })),
    revision.map((at): Action => ({ kind: "escalate", revision: at, reason: "" })),
    fc.constant<Action>({ kind: "show", article: step.article }),
  );
}

export function anyButton(): fc.Arbitrary<Button> {
  const confirm = fc.record({ title: someText(), text: someText(), yes: someText(60), no: someText(60) });
  const words = { label: someText(), required: fc.boolean(), initial: anyText() };
  const input = fc.oneof(
    { weight: 3, arbitrary: fc.record(words) },
    {
      weight: 1,
      arbitrary: fc.record({ ...words, required: fc.constant(true), isPerson: fc.constant(true as const) }),
    },
  );
  return fc.record({
    label: someText(120),
    action: anyAction(),
    style: fc.constantFrom("primary" as const, "danger" as const, "plain" as const),
    confirm: fc.option(confirm, { nil: undefined, freq: 4 }),
    input: fc.option(input, { nil: undefined, freq: 4 }),
  });
}

function anyBlock(): fc.Arbitrary<Block> {
  const buttons = fc
    .tuple(
      fc.array(anyButton(), { minLength: 1, maxLength: 8 }),
      fc.oneof(fc.array(anyButton(), { maxLength: 12 }), fc.array(anyButton(), { minLength: 20, maxLength: 70 })),
    )
    .map(([[first, ...rest], more]): Block | undefined =>
      first === undefined ? undefined : { kind: "buttons", buttons: [first, ...rest], more },
    )
    .filter((block) => block !== undefined);
  return fc.oneof(
    { weight: 2, arbitrary: anyText().map((text): Block => ({ kind: "heading", text })) },
    { weight: 4, arbitrary: anyRich.map((text): Block => ({ kind: "paragraph", text })) },
    {
      weight: 3,
      arbitrary: fc.tuple(anyText(), fc.constantFrom("", "bat", "powershell")).map(([text, language]): Block => {
        return { kind: "code", text, language };
      }),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.boolean(), fc.array(anyRich, { maxLength: 130, size: "small" }))
        .map(([ordered, items]): Block => {
          return { kind: "list", ordered, items };
        }),
    },
    { weight: 1, arbitrary: anyRich.map((text): Block => ({ kind: "quote", text })) },
    { weight: 3, arbitrary: anyRich.map((text): Block => ({ kind: "note", text })) },
    { weight: 1, arbitrary: fc.constant<Block>({ kind: "divider" }) },
    { weight: 2, arbitrary: buttons },
  );
}

/** Any view at all, with text that nobody vouches for and no mention of anybody. */
export function anyView(): fc.Arbitrary<View> {
  const blocks = fc.oneof(
    { weight: 6, arbitrary: fc.array(anyBlock(), { minLength: 1, maxLength: 12 }) },
    { weight: 1, arbitrary: fc.array(anyBlock(), { minLength: 50, maxLength: 90 }) },
  );
  return fc
    .tuple(blocks, anyText(), fc.constantFrom({}, { all: { kind: "show-all" as const } }))
    .map(([[first, ...rest], fallback, more]): View | undefined =>
      first === undefined ? undefined : { blocks: [first, ...rest], fallback, ...more },
    )
    .filter((view) => view !== undefined);
}
