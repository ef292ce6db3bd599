import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderForm } from "../../../adapters/slack/form.ts";
import { SLACK_LIMITS } from "../../../adapters/slack/limits.ts";
import { render, renderHome, renderPages } from "../../../adapters/slack/render.ts";
import { readValue } from "../../../adapters/slack/value.ts";
import { instant } from "../../../src/core/resolution/responder.ts";
import { writeAction } from "../../../src/core/resolution/token.ts";
import type { Block, Button, Inline, View } from "../../../src/core/view/view.ts";
import { aClickableView, aView, manyWords } from "../../contract/views.ts";
import { buildWorld } from "../../support/slack/world/build.ts";
import { pingsOf } from "../../support/slack/world/pings.ts";
import { visibleText } from "../../support/slack/world/visible.ts";
import { checkedContent } from "../../support/slack/validate/content.ts";
import { viewProblems } from "../../support/slack/validate/view.ts";
import { everywhere } from "../../support/everywhere.ts";
import { anyButton, anyView, someText } from "../../support/views.ts";
import { SEED as seed } from "../../support/platform/seed.ts";

const world = buildWorld();

describe("a view on Slack", () => {
  it.each<{ readonly says: Inline; readonly note: string }>([
    { says: { kind: "strong", text: "disk" }, note: "*disk*" },
    { says: { kind: "code", text: "a`b" }, note: "`a'b`" },
    { says: { kind: "plain", text: "<!channel> & co" }, note: "&lt;!channel&gt; &amp; co" },
    {
      says: { kind: "link", text: "the page", url: "https://a.example/x" },
      note: "<https://a.example/x|the page> (a.example)",
    },
    { says: { kind: "link", text: "a.example", url: "https://a.example" }, note: "<https://a.example/|a.example>" },
    {
      says: { kind: "link", text: "in this thread", url: "https://app.slack.com/client/T1/C1" },
      note: "<https://app.slack.com/client/T1/C1|in this thread>",
    },
    {
      says: { kind: "link", text: "https://bank.example", url: "https://evil.example" },
      note: "<https://evil.example/|https://bank.example> (evil.example)",
    },
    { says: { kind: "link", text: "x", url: "javascript:alert(1)" }, note: "x" },
    { says: { kind: "mention", user: "U1", name: "Ana" }, note: "<@U1>" },
    { says: { kind: "mention", user: "!channel", name: "Ana" }, note: "@Ana" },
  ])("writes $says as $note in small print", ({ says, note }) => {
    const { blocks } = render({ blocks: [{ kind: "note", text: [says] }], fallback: "x" }, writeAction);
    expect(blocks).toEqual([{ type: "context", elements: [{ type: "mrkdwn", text: note, verbatim: true }] }]);
  });

  it("leaves code as it is, back-ticks and all", () => {
    const text = "``` <!channel> ```";
    const { blocks } = render({ blocks: [{ kind: "code", text, language: "" }], fallback: "x" }, writeAction);
    const preformatted = { type: "rich_text_preformatted", elements: [{ type: "text", text }] };
    expect(blocks).toEqual([{ type: "rich_text", elements: [preformatted] }]);
  });

  it("puts a list under the paragraph that announces it, in one block", () => {
    const view: View = {
      blocks: [
        { kind: "paragraph", text: [plain("This was understood:")] },
        { kind: "list", ordered: false, items: [[plain("event 5389")], [plain("source MSExchangeKMS")]] },
      ],
      fallback: "x",
    };
    const { blocks } = render(view, writeAction);
    expect(blocks).toHaveLength(1);
    expect(seen(view)).toBe("This was understood:\n• event 5389\n• source MSExchangeKMS");
  });

  it("shows two buttons and hides three behind the dots; the one with a confirm asks first", () => {
    expect(seen(aClickableView())).toBe("Restart the service\n[Done] [Wipe it] [⋯]");
    const [, actions] = render(aClickableView(), writeAction).blocks;
    expect(actions).toMatchObject({
      elements: [
        { style: "primary" },
        { style: "danger", confirm: { confirm: { text: "Wipe" } } },
        { type: "overflow" },
      ],
    });
  });

  it("keeps a button that asks first out of the menu, which could not ask", () => {
    const confirm = { title: "Sure?", text: "Gone is gone.", yes: "Wipe", no: "Keep" };
    const view = withMore([aButton("Wipe", { confirm }), aButton("Back"), aButton("Stop")]);
    expect(seen(view)).toBe("[Done] [Wipe] [⋯]");
  });

  it("makes a button of a single option, because Slack has no menu with one", () => {
    expect(seen(withMore([aButton("Stop")]))).toBe("[Done] [Stop]");
  });

  it("makes two menus of six options", () => {
    expect(seen(withMore(Array.from({ length: 6 }, (_, at) => aButton(`Option ${at}`))))).toBe("[Done] [⋯] [⋯]");
  });

  it("says that a long text was shortened, and keeps its buttons", () => {
    const text = manyWords(20_000);
    const buttons: Block = { kind: "buttons", buttons: [aButton("Done")], more: [] };
    const view: View = { blocks: [{ kind: "code", text, language: "" }, buttons], fallback: "x" };
    expect(seen(view)).toMatch(/… \d+ more characters\n✂ Shortened: Slack has no room for all of it\.\n\[Done\]$/);
  });

  it("keeps the question of a form in the button, so that any replica can open it", () => {
    fc.assert(
      fc.property(anyButton(), ({ input, action }) => {
        const [button] = elementsOf(render(withMore([], { input, action }), writeAction).blocks);
        const value = readValue(String(button?.["value"]));
        expect(value.token).toBe(writeAction(action));
        expect(value.input?.required).toBe(input?.required);
      }),
      { seed },
    );
  });

  it("stays within every limit, whatever it is told to say: 10,000 views", () => {
    fc.assert(
      fc.property(anyView(), (view) => {
        const message = render(view, writeAction);
        expect(() => checkedContent(message)).not.toThrow();
        expect(message.text).not.toBe("");
        expect(message.text.length).toBeLessThanOrEqual(4_000);
        expect(JSON.stringify(message.blocks).length).toBeLessThanOrEqual(SLACK_LIMITS.messageCharacters);
      }),
      { seed, numRuns: 10_000 },
    );
  }, 300_000);

  it("stays within every limit in each of several messages", () => {
    fc.assert(
      fc.property(anyView(), (view) => {
        const pages = renderPages(view, writeAction, 4);
        expect(pages.length).toBeLessThanOrEqual(4);
        for (const page of pages) expect(() => checkedContent(page)).not.toThrow();
      }),
      { seed, numRuns: 1_000 },
    );
  }, 120_000);

  it("stays within every limit on the Home tab and in a form", () => {
    const place = { platform: "slack", tenant: "T1", channel: "C1", thread: "1.2", kind: "channel" } as const;
    fc.assert(
      fc.property(anyView(), anyButton(), fc.webUrl(), (view, { label, input }, handle) => {
        expect(viewProblems(renderHome(view))).toEqual([]);
        const answer = { handle, until: instant(0) };
        const form = { place, message: { channel: "C1", message: "1.2" }, token: "t", answer, title: label };
        const asked = input ?? { label, required: true, initial: "" };
        expect(viewProblems(renderForm({ ...form, input: asked }, { id: "U1", name: "ana" }))).toEqual([]);
      }),
      { seed, numRuns: 1_000 },
    );
  }, 120_000);

  it("pings nobody, whatever it is told to say: 100,000 texts", () => {
    fc.assert(
      fc.property(fc.array(someText(120), { minLength: 8, maxLength: 8 }), (texts) => {
        expect(pingsFrom(everywhere(texts))).toEqual([]);
      }),
      { seed, numRuns: 12_500 },
    );
  }, 300_000);

  it("pings nobody with any view", () => {
    fc.assert(
      fc.property(anyView(), (view) => {
        expect(pingsFrom(view)).toEqual([]);
      }),
      { seed, numRuns: 1_000 },
    );
  }, 120_000);

  it("says all of it in the text that screen readers read instead of the blocks, the notification first", () => {
    const view: View = {
      blocks: [
        { kind: "heading", text: "Step 1 of 2: Look <here>" },
        { kind: "paragraph", text: [plain("It is "), { kind: "strong", text: "full" }] },
        { kind: "code", text: "dir <drive>:", language: "bat" },
        { kind: "list", ordered: true, items: [[plain("one")], [plain("two")]] },
        { kind: "note", text: [{ kind: "mention", user: "U1", name: "Ana" }, plain(" has it")] },
        { kind: "buttons", buttons: [aButton("Done")], more: [] },
      ],
      fallback: "Step 1 of 2: Look <here>",
    };
    const lines = [
      "Step 1 of 2: Look &lt;here&gt;",
      "It is full",
      "dir &lt;drive&gt;:",
      "1. one",
      "2. two",
      "<@U1> has it",
    ];
    expect(render(view, writeAction).text).toBe(lines.join("\n"));
  });

  it("loses no word of a view that fits", () => {
    expect(seen(aView("a *b* _c_ `d` <e> & f"))).toBe("a *b* _c_ `d` <e> & f");
  });
});

function pingsFrom(view: View): readonly unknown[] {
  const channel = world.channels.get("C1");
  if (channel === undefined) throw new Error("Expected the channel C1.");
  const { text, blocks } = render(view, writeAction);
  const author = { user: "UBOTT1", botId: "BT1" };
  const unsaid = {
    attachments: [],
    files: [],
    metadata: undefined,
    threadTs: undefined,
    subtype: undefined,
    to: undefined,
  };
  const message = {
    text,
    blocks,
    author,
    channel: "C1",
    ts: "1.1",
    broadcast: false,
    edited: undefined,
    reactions: {},
    unfurls: false,
    before: [],
    ...unsaid,
  };
  return pingsOf(world, channel, message);
}

function seen(view: View): string {
  const { text, blocks } = render(view, writeAction);
  return visibleText(world, { text, blocks, attachments: [], files: [], metadata: undefined });
}

function aButton(label: string, facts: Partial<Button> = {}): Button {
  const action = { kind: "none", revision: 1 } as const;
  return { label, action, style: "plain", confirm: undefined, input: undefined, ...facts };
}

function withMore(more: readonly Button[], facts: Partial<Button> = {}): View {
  return { blocks: [{ kind: "buttons", buttons: [aButton("Done", facts)], more }], fallback: "x" };
}

function elementsOf(
  blocks: readonly { readonly [field: string]: unknown }[],
): readonly { readonly [field: string]: unknown }[] {
  const elements = blocks[0]?.["elements"];
  return Array.isArray(elements) ? elements : [];
}

function plain(text: string): Inline {
  return { kind: "plain", text };
}
