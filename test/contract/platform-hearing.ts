import { afterEach, beforeEach, expect, it } from "vitest";
import type { PlatformDriver } from "./platform.contract.ts";
import { aPost, delivery, refOf, tokenOf } from "./platform-words.ts";
import { aClickableView } from "./views.ts";

/** What a platform hands in. */
export function hearingContract(start: () => Promise<PlatformDriver>): void {
  let on: PlatformDriver;

  beforeEach(async () => {
    on = await start();
  });

  afterEach(async () => {
    await on.close();
  });

  it("hears what a person says, with who and where", async () => {
    const said = await on.says(1, "Event ID 5389");
    const { event, place, by } = await delivery(on, "said");
    expect(event).toMatchObject({ message: said.message, text: "Event ID 5389", addressed: false });
    expect(place).toEqual(on.place);
    expect(by.id).toBe(on.idOf(1));
  });

  it("hears a message once, however often it is delivered", async () => {
    await on.says(1, "Event ID 5389", { times: 3 });
    await delivery(on, "said");
    await on.quiet();
    expect(on.deliveries()).toHaveLength(1);
  });

  it("hears that it was addressed, and leaves its own name out", async () => {
    await on.says(1, "status", { addressed: true });
    const { event } = await delivery(on, "said");
    expect(event).toMatchObject({ text: "status", addressed: true });
    await on.quiet();
    expect(on.deliveries()).toHaveLength(1);
  });

  it("is addressed by whatever is said to it alone", async () => {
    await on.says(2, "5389", { directly: true });
    const { event, place } = await delivery(on, "said");
    expect(event).toMatchObject({ text: "5389", addressed: true });
    expect(place.kind).toBe("direct");
  });

  it("reads the text file that came with a message", async () => {
    await on.says(1, "look", { file: { name: "app.log", content: "Event ID 5389\nSource: MSExchangeKMS" } });
    const { event } = await delivery(on, "said");
    expect(event).toMatchObject({ text: expect.stringContaining("Source: MSExchangeKMS") });
  });

  it("follows a message that is edited and then deleted", async () => {
    const said = await on.says(1, "Event ID 5389");
    await on.edits(1, said, "Event ID 5390");
    expect((await delivery(on, "edited")).event).toMatchObject({ message: said.message, text: "Event ID 5390" });
    await on.deletes(1, said);
    expect((await delivery(on, "deleted")).event).toMatchObject({ message: said.message });
  });

  it("keeps what could not be stored at first, once it can be", async () => {
    on.breakIntake(true);
    await on.says(1, "Event ID 5389");
    await on.advance(1_000);
    expect(on.deliveries()).toEqual([]);
    on.breakIntake(false);
    await on.until(() => {
      void on.advance(1_000);
      return on.deliveries().length === 1;
    }, "the message, stored");
  });

  it("hears a click with the token of the button and the place that a word there would have", async () => {
    const said = await on.says(1, "Event ID 5389");
    const ref = refOf(await on.platform.send(aPost(on, { view: aClickableView(), replyTo: said.message })));
    await on.clicks(2, ref, "Done");
    const { event, place, by } = await delivery(on, "clicked");
    expect(event).toMatchObject({ token: tokenOf({ kind: "none", revision: 1 }), message: ref, typed: undefined });
    expect(by.id).toBe(on.idOf(2));
    expect(place.channel).toBe(on.place.channel);
    expect(place.thread).toBe(said.message);
  });

  it("hears a click on what is behind the others, and on a button that asks first", async () => {
    const ref = refOf(await on.platform.send(aPost(on, { view: aClickableView() })));
    await on.clicks(1, ref, "Not this one");
    expect((await delivery(on, "clicked")).event).toMatchObject({ token: tokenOf({ kind: "none", revision: 4 }) });
    await on.clicks(1, ref, "Wipe it", true);
    await on.until(() => on.deliveries().length === 2);
    expect(on.deliveries()[1]?.event).toMatchObject({ token: tokenOf({ kind: "none", revision: 2 }) });
  });

  it("asks for the words that a button needs, and hears the click with them", async () => {
    const ref = refOf(await on.platform.send(aPost(on, { view: aClickableView() })));
    await on.clicks(3, ref, "Skip…");
    await on.submits(3, "no tape");
    const { event, by } = await delivery(on, "clicked");
    expect(event).toMatchObject({ token: tokenOf({ kind: "none", revision: 3 }), typed: "no tape", message: ref });
    expect(by.id).toBe(on.idOf(3));
    expect(on.rejections()).toEqual([]);
  });

  it("hears a click on a private answer", async () => {
    await on.asks(2, "5389");
    const { event, place, by } = await delivery(on, "asked");
    const answer = event.kind === "asked" ? event.answer : undefined;
    await on.platform.send({ kind: "aside", key: "k", place, to: by, answer, view: aClickableView(), tokenOf });
    await on.until(() => on.asidesOf(2).length > 0);
    await on.clicksAside(2, "Done");
    const click = await delivery(on, "clicked");
    expect(click.event).toMatchObject({ token: tokenOf({ kind: "none", revision: 1 }) });
    expect(click.place.channel).toBe(on.place.channel);
  });

  it("hears which message somebody points at, and what it says", async () => {
    const said = await on.says(1, "Event ID 5389");
    await on.points(2, said);
    const { event } = await delivery(on, "asked");
    expect(event).toMatchObject({ text: "Event ID 5389", about: said });
  });

  it.each(["menu", "sign"] as const)(
    "hears that a message is to be remembered, with what it says: by %s",
    async (by) => {
      const said = await on.says(1, "the disk is full");
      await on.pins(2, said, by);
      const { event, place, by: who } = await delivery(on, "remembered");
      expect(event).toMatchObject({ text: "the disk is full", message: said, author: { id: on.idOf(1) }, by });
      expect(who.id).toBe(on.idOf(2));
      expect(place.channel).toBe(on.place.channel);
      expect("author" in event && event.author.name).not.toBe(on.idOf(1));
      expect(on.rejections()).toEqual([]);
    },
  );

  it("hears by what names people call whoever turns to the bot, and the channel", async () => {
    await on.says(1, "status", { addressed: true });
    const { by, channelName = "" } = await delivery(on, "said");
    expect(by.name).not.toBe(on.idOf(1));
    expect(channelName).toMatch(/^#[a-z]/);
    const { tenant, channel } = on.place;
    expect(await on.platform.nameOf?.(tenant, { kind: "channel", id: channel })).toBe(channelName);
  });

  it("gives no name of whom or what there is not, and complains about nothing", async () => {
    const { tenant } = on.place;
    expect(await on.platform.nameOf?.(tenant, { kind: "channel", id: "C404" })).toBeUndefined();
    expect(await on.platform.nameOf?.(tenant, { kind: "person", id: "kms" })).toBeUndefined();
  });

  it("hears in which thread a message is that is to be remembered", async () => {
    const said = await on.says(1, "Event ID 5389");
    const reply = await on.says(1, "the disk is full", { under: said });
    await on.pins(2, reply, "sign");
    const { event, place } = await delivery(on, "remembered");
    expect(event).toMatchObject({ text: "the disk is full", message: reply });
    expect(place.thread).toBe(said.message);
  });
}
