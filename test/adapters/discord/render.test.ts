import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isConfirmed, modalOf, pasteModal } from "../../../adapters/discord/form.ts";
import { keepsOf, readCustomId, readForm, writeCustomId } from "../../../adapters/discord/custom-id.ts";
import { DISCORD_LIMITS } from "../../../adapters/discord/limits.ts";
import { render } from "../../../adapters/discord/render.ts";
import type { TokenOf } from "../../../src/app/platform.ts";
import type { Button, Inline, View } from "../../../src/core/view/view.ts";
import { aClickableView, aView, manyWords } from "../../contract/views.ts";
import { modalBody } from "../../support/discord/validate/modal.ts";
import { messageBody } from "../../support/discord/validate/message.ts";
import { allowedMentions, mentionsIn } from "../../support/discord/world/mentions.ts";
import { type Component, flattened, isComponent } from "../../support/discord/world/message.ts";
import { addGuild, addUser, join } from "../../support/discord/world/build.ts";
import { snowflakes } from "../../support/discord/world/snowflake.ts";
import { emptyWorld } from "../../support/discord/world/world.ts";
import { SEED as seed } from "../../support/platform/seed.ts";
import { everywhere } from "../../support/everywhere.ts";
import { anyButton, anyView, someText } from "../../support/views.ts";

/** As long as a token may be. */
const tokenOf: TokenOf = () => `${"t".repeat(37)}.zz`;

describe("a view on Discord", () => {
  it.each<{ readonly says: Inline; readonly note: string }>([
    { says: { kind: "strong", text: "disk" }, note: "**disk**" },
    { says: { kind: "strong", text: " disk " }, note: "**disk**" },
    { says: { kind: "code", text: "a`b" }, note: "``a`b``" },
    { says: { kind: "code", text: "`" }, note: "`` ` ``" },
    { says: { kind: "plain", text: "*a* _b_ ~c~ |d|" }, note: String.raw`\*a\* \_b\_ \~c\~ \|d\|` },
    { says: { kind: "plain", text: "<t:0:R> </kms:1>" }, note: String.raw`\<t:0:R\> \</kms:1\>` },
    { says: { kind: "plain", text: "[x](javascript:a)" }, note: String.raw`\[x\](javascript:a)` },
    { says: { kind: "plain", text: "see https://a.example/x_y_z" }, note: "see https://a.example/x_y_z" },
    { says: { kind: "plain", text: "@everyone, ana@here.example" }, note: "@\u200Beveryone, ana@\u200Bhere.example" },
    { says: { kind: "plain", text: "gnp.\u202Eexe" }, note: "gnp.exe" },
    {
      says: { kind: "link", text: "the page", url: "https://a.example/x" },
      note: "[the page](<https://a.example/x>) (a.example)",
    },
    {
      says: { kind: "link", text: "in this thread", url: "https://discord.com/channels/1/2/3" },
      note: "[in this thread](<https://discord.com/channels/1/2/3>)",
    },
    {
      says: { kind: "link", text: "https://bank.example", url: "https://evil.example" },
      note: "<https://evil.example/>",
    },
    { says: { kind: "link", text: "x", url: "javascript:alert(1)" }, note: "x" },
    { says: { kind: "mention", user: "123456789012345678", name: "Ana" }, note: "<@123456789012345678>" },
    { says: { kind: "mention", user: "&1", name: "Ana" }, note: "Ana" },
  ])("writes $says as $note in small print", ({ says, note }) => {
    expect(textsIn({ blocks: [{ kind: "note", text: [says] }], fallback: "x" })).toEqual([`-# ${note}`]);
  });

  it("lets nothing in a block of code end it", () => {
    const text = "```\n<@123456789012345678>\n```";
    const [shown = ""] = textsIn({ blocks: [{ kind: "code", text, language: "cmd" }], fallback: "x" });
    expect(shown.startsWith("```cmd\n")).toBe(true);
    expect(shown.slice(3, -3)).not.toContain("```");
  });

  it("does not make a heading or a list of what begins like one", () => {
    expect(textsIn(aView("# not a heading\n- not a list\n1. nor this"))).toEqual([
      "\\# not a heading\n\\- not a list\n1\\. nor this",
    ]);
  });

  it("shows two buttons and puts three into a menu behind them", () => {
    const shown = componentsIn(aClickableView());
    expect(shown.filter(({ type }) => type === 2).map(({ label }) => label)).toEqual(["Done", "Wipe it"]);
    const menu = shown.find(({ type }) => type === 3);
    expect(menu?.options?.map(({ label }) => label)).toEqual(["Skip…", "Not this one", "Stop here"]);
  });

  it("makes a menu of more than five buttons", () => {
    const [first, ...rest] = Array.from({ length: 6 }, (_, at) => aButton(`Option ${at}`));
    if (first === undefined) throw new Error("Expected a button.");
    const view: View = { blocks: [{ kind: "buttons", buttons: [first, ...rest], more: [] }], fallback: "x" };
    expect(componentsIn(view).filter(({ type }) => type === 2)).toEqual([]);
    expect(componentsIn(view).find(({ type }) => type === 3)?.options).toHaveLength(6);
  });

  it("says that a long text was shortened, and keeps what is short, and the buttons", () => {
    const view: View = {
      blocks: [
        { kind: "heading", text: "Step 1 of 3" },
        { kind: "paragraph", text: [{ kind: "plain", text: manyWords(20_000) }] },
        { kind: "code", text: "net stop MSExchangeKMS", language: "cmd" },
        { kind: "buttons", buttons: [aButton("Done")], more: [] },
      ],
      fallback: "x",
    };
    const text = textsIn(view).join("\n");
    expect(text).toContain("✂ Shortened");
    expect(text).toContain("net stop MSExchangeKMS");
    expect(componentsIn(view).some(({ label }) => label === "Done")).toBe(true);
  });

  it("names nobody but those who are mentioned on purpose", () => {
    const mention: Inline = { kind: "mention", user: "123456789012345678", name: "Ana" };
    const body = render({ blocks: [{ kind: "paragraph", text: [mention] }], fallback: "x" }, tokenOf);
    expect(body.allowed_mentions).toEqual({ parse: [], users: ["123456789012345678"], replied_user: false });
  });

  it("keeps the question of a form, and finds it again by the button's id", () => {
    fc.assert(
      fc.property(anyButton(), fc.nat(80), (button, nth) => {
        const customId = writeCustomId(button, nth, tokenOf);
        const [keep] = keepsOf({ blocks: [{ kind: "buttons", buttons: [button], more: [] }], fallback: "x" });
        expect(customId.length).toBeLessThanOrEqual(DISCORD_LIMITS.customId);
        expect(readCustomId(customId)).toEqual({ token: tokenOf(button.action), form: keep?.key });
        if (keep === undefined) return;
        const form = readForm(keep.value);
        expect(form?.input?.required).toBe(button.input?.required);
        expect(form === undefined ? [] : modalBody(modalOf(form, customId, "100000000000000001"))).toEqual([]);
      }),
      { seed, numRuns: 2_000 },
    );
  });

  it("asks for the word that says yes where nothing else is to be typed", () => {
    const confirm = { title: "Sure?", text: "It cannot be undone.", yes: "Wipe", no: "Keep" };
    const form = { title: "Wipe it", confirm, input: undefined };
    expect(JSON.stringify(modalOf(form, "0:t", "100000000000000001"))).toContain("Type “Wipe” to go on");
    expect(["wipe", " YES ", "no", ""].map((typed) => isConfirmed(form, typed))).toEqual([true, true, false, false]);
    expect(modalBody(pasteModal())).toEqual([]);
  });

  it("stays within every limit, whatever it is told to say: 10,000 views", () => {
    fc.assert(
      fc.property(anyView(), (view) => {
        const body = render(view, tokenOf);
        expect(messageBody(structuredClone(body), false)).toEqual([]);
        expect(textOf(flattened(components(body)))).not.toBe("");
      }),
      { seed, numRuns: 10_000 },
    );
  }, 600_000);

  it("pings nobody, whatever it is told to say: 100,000 texts", () => {
    const world = aWorld();
    fc.assert(
      fc.property(fc.array(someText(120), { minLength: 8, maxLength: 8 }), (texts) => {
        expect(world.pinged(everywhere(texts.map((text) => text.replaceAll("100000000000000001", world.ana))))).toEqual(
          { users: [], roles: [], everyone: false },
        );
      }),
      { seed, numRuns: 12_500 },
    );
  }, 300_000);

  it("would ping nobody even if Discord looked for mentions in all of it", () => {
    const world = aWorld();
    fc.assert(
      fc.property(fc.array(someText(120), { minLength: 8, maxLength: 8 }), (texts) => {
        const said = everywhere(texts.map((text) => text.replaceAll("100000000000000001", world.ana)));
        expect(world.pingedIfParsed(said)).toEqual({ users: [], roles: [], everyone: false });
      }),
      { seed, numRuns: 5_000 },
    );
  }, 300_000);
});

/** A guild in which everything that looks like a mention could be one. */
function aWorld() {
  const nextId = snowflakes();
  const world = emptyWorld({ bot: { id: nextId(1), name: "kms", bot: true }, origin: "", nextId, seesContent: true });
  const guild = addGuild(world, "ops", 1);
  const ana = addUser(world, "ana", 1);
  join(world, guild.id, ana, 1);
  const channel = {
    kind: "text",
    id: nextId(1),
    guild: guild.id,
    name: "errors",
    topic: undefined,
    overwrites: [],
    tags: [],
  } as const;
  world.channels.set(channel.id, channel);
  const look = (view: View, allowed: unknown) => {
    const body = render(view, tokenOf);
    const said = { content: "", components: components(body), author: world.bot.id, channel };
    return mentionsIn(world, { ...said, allowed: allowedMentions(allowed ?? body.allowed_mentions) });
  };
  return {
    ana: ana.id,
    pinged: (view: View) => look(view, undefined),
    pingedIfParsed: (view: View) => look(view, { parse: ["users", "roles", "everyone"] }),
  };
}

function components(body: object): readonly Component[] {
  const clone: { readonly components: readonly unknown[] } = structuredClone({ components: [], ...body });
  return clone.components.filter(isComponent);
}

function componentsIn(view: View): readonly Component[] {
  return flattened(components(render(view, tokenOf)));
}

function textsIn(view: View): readonly string[] {
  return componentsIn(view).flatMap(({ content }) => content ?? []);
}

function textOf(all: readonly Component[]): string {
  return all
    .map(({ content, label, placeholder, type }) => content ?? label ?? placeholder ?? (type === 14 ? "—" : ""))
    .join("");
}

function aButton(label: string, facts: Partial<Button> = {}): Button {
  const action = { kind: "none", revision: 1 } as const;
  return { label, action, style: "plain", confirm: undefined, input: undefined, ...facts };
}
