import { afterEach, beforeEach, expect, it } from "vitest";
import type { View } from "../../src/core/view/view.ts";
import type { PlatformDriver } from "./platform.contract.ts";
import { aPost, delivery, refOf, tokenOf } from "./platform-words.ts";
import { aView, manyWords } from "./views.ts";

/** What a platform does with a post. */
export function speakingContract(start: () => Promise<PlatformDriver>): void {
  let on: PlatformDriver;

  beforeEach(async () => {
    on = await start();
  });

  afterEach(async () => {
    await on.close();
  });

  it("posts under the message that is answered, where everybody reads it", async () => {
    const said = await on.says(1, "Event ID 5389");
    const sent = await on.platform.send(aPost(on, { view: aView("Restart the service"), replyTo: said.message }));
    expect(on.visible(refOf(sent))).toContain("Restart the service");
    expect(on.rejections()).toEqual([]);
  });

  it("edits a message in place, and removes it", async () => {
    const ref = refOf(await on.platform.send(aPost(on, { view: aView("First") })));
    await on.platform.send({ kind: "edit", place: on.place, ref, view: aView("Second"), tokenOf });
    expect(on.visible(ref)).toContain("Second");
    await on.platform.send({ kind: "remove", place: on.place, ref });
    expect(on.visible(ref)).toBeUndefined();
    const again = await on.platform.send({ kind: "remove", place: on.place, ref });
    expect(again.kind).toBe("sent");
  });

  it("answers a command for the asker's eyes only", async () => {
    await on.asks(2, "5389");
    const { event, place, by } = await delivery(on, "asked");
    if (event.kind !== "asked") throw new Error("Expected a question.");
    expect(event.text).toBe("5389");
    const post = {
      kind: "aside",
      key: "k",
      place,
      to: by,
      answer: event.answer,
      view: aView("For you"),
      tokenOf,
    } as const;
    expect((await on.platform.send(post)).kind).toBe("sent");
    await on.until(() => on.asidesOf(2).length > 0);
    expect(on.asidesOf(2)[0]).toContain("For you");
    expect(on.asidesOf(1)).toEqual([]);
    expect(on.posted()).toEqual([]);
  });

  it("puts a sign on a message and takes it away, as often as it is told to", async () => {
    const said = await on.says(1, "Event ID 5389");
    const sign = { place: on.place, ref: said, sign: "👀" } as const;
    for (const kind of ["react", "react"] as const)
      expect((await on.platform.send({ kind, ...sign })).kind).toBe("sent");
    expect(on.signsOn(said)).toEqual(["👀"]);
    for (const kind of ["unreact", "unreact"] as const)
      expect((await on.platform.send({ kind, ...sign })).kind).toBe("sent");
    expect(on.signsOn(said)).toEqual([]);
  });

  it("says how long to wait when it is held back, and posts nothing", async () => {
    on.fail({ kind: "rate-limited", after: 2_000 });
    const sent = await on.platform.send(aPost(on, {}));
    expect(sent).toMatchObject({ kind: "later", after: 2_000 });
    expect(on.posted()).toEqual([]);
  });

  it.each([true, false])("finds out by the key whether a lost message was posted: %s", async (isPosted) => {
    on.fail({ kind: "lost", isPosted });
    const post = aPost(on, { key: "a-key", view: aView("Once") });
    const sent = await on.platform.send(post);
    expect(sent.kind).toBe("doubtful");
    const found = await on.platform.find(post);
    expect(found).toEqual(isPosted ? on.posted()[0] : "absent");
  });

  it("says what a person can do where it may not post", async () => {
    on.fail({ kind: "forbidden" });
    const sent = await on.platform.send(aPost(on, {}));
    if (sent.kind !== "impossible") throw new Error(`Expected that nothing helps, but it says ${sent.kind}.`);
    expect(sent.advice).not.toBe("");
  });

  it("says that it is shortened when a view is longer than a message may be", async () => {
    const ref = refOf(await on.platform.send(aPost(on, { view: aView(manyWords(50_000)) })));
    expect(on.visible(ref)).toContain("Shortened");
    expect(on.rejections()).toEqual([]);
  });

  it.each(HOSTILE)("shows %j as it is and notifies nobody", async (text) => {
    const said = await on.says(1, "Event ID 5389");
    await on.platform.send(aPost(on, { view: aView(text), replyTo: said.message }));
    expect(on.pings()).toEqual([]);
    expect(on.rejections()).toEqual([]);
  });

  it("writes to a person alone who never wrote to it, edits that, and finds it again by its key", async () => {
    const place = { ...on.place, channel: on.idOf(3), kind: "person" } as const;
    const post = aPost(on, { place, key: "direct", view: aView("You are called") });
    const ref = refOf(await on.platform.send(post));
    expect(on.asidesOf(3)).toEqual([expect.stringContaining("You are called")]);
    expect(on.posted()).toEqual([]);
    await on.platform.send({ kind: "edit", place, ref, view: aView("Bo is on it"), tokenOf });
    expect(on.asidesOf(3)).toEqual([expect.stringContaining("Bo is on it")]);
    expect(await on.platform.find(post)).toEqual(ref);
    expect(on.rejections()).toEqual([]);
  });

  it("notifies somebody who is mentioned on purpose", async () => {
    const mention = { kind: "mention", user: on.idOf(2), name: "Ana" } as const;
    const view: View = { blocks: [{ kind: "paragraph", text: [mention] }], fallback: "Ana" };
    await on.platform.send(aPost(on, { view }));
    expect(on.pings()).toEqual([on.idOf(2)]);
  });
}

const HOSTILE = [
  "@everyone",
  "@here",
  "@​here",
  "<!channel>",
  "<!here|x>",
  "<!subteam^S1>",
  "<@U1>",
  "<@U1|x>",
  "<@!100000000000000001>",
  "<@&100000000000000001>",
  "&lt;!channel&gt;",
  "<https://evil.example|https://bank.example>",
  "[x](javascript:alert(1))",
  "```<!channel>``` ` <!channel>",
  "<!date^0^{_}|x>",
  "<t:0:R> </kms:1>",
  "*_~>- # 1. ||",
];
