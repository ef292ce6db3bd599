import { DiscordAPIError, HTTPError, RateLimitError } from "discord.js";
import { describe, expect, it } from "vitest";
import { CODE, sentAfter } from "../../../adapters/discord/sent.ts";

function refusal(code: number, status = 400): DiscordAPIError {
  return new DiscordAPIError({ code, message: "No" }, code, status, "POST", "https://discord.com/api", {});
}

function broken(code: string): Error {
  return new Error("fetch failed", { cause: Object.assign(new Error("x"), { code }) });
}

describe("what a failed call means", () => {
  it.each(Object.entries(CODE))("has a word for %s", (_, code) => {
    const sent = sentAfter(refusal(code), "post");
    expect(["sent", "later", "impossible"]).toContain(sent.kind);
    expect(sent.kind === "impossible" ? sent.advice : "None.").toMatch(/\.$/);
  });

  it.each([
    { error: refusal(CODE.unknownInteraction), post: { kind: "sent" }, edit: { kind: "sent" } },
    { error: refusal(CODE.acknowledged), post: { kind: "sent" }, edit: { kind: "sent" } },
    { error: refusal(0, 401), post: { kind: "later" }, edit: { kind: "later" } },
    { error: refusal(0, 418), post: { kind: "impossible" }, edit: { kind: "impossible" } },
    { error: refusal(0, 500), post: { kind: "doubtful" }, edit: { kind: "later" } },
    { error: http(503), post: { kind: "doubtful" }, edit: { kind: "later" } },
    { error: http(429), post: { kind: "later", after: undefined }, edit: { kind: "later" } },
    { error: broken("ECONNREFUSED"), post: { kind: "later" }, edit: { kind: "later" } },
    { error: broken("UND_ERR_SOCKET"), post: { kind: "doubtful" }, edit: { kind: "later" } },
    { error: new DOMException("x", "AbortError"), post: { kind: "doubtful" }, edit: { kind: "later" } },
    { error: limited(1_500), post: { kind: "later", after: 1_500 }, edit: { kind: "later", after: 1_500 } },
    { error: limited(0), post: { kind: "later", after: undefined }, edit: { kind: "later" } },
  ])("$error.name: a post is $post.kind, an edit $edit.kind", ({ error, post, edit }) => {
    expect(sentAfter(error, "post")).toMatchObject(post);
    expect(sentAfter(error, "edit")).toMatchObject(edit);
  });

  it("tells not being let in from not being allowed to write", () => {
    const [seeing, writing] = [CODE.missingAccess, CODE.missingPermissions].map((code) =>
      sentAfter(refusal(code, 403), "post"),
    );
    expect(seeing).toMatchObject({ advice: expect.stringContaining("View Channel") });
    expect(writing).toMatchObject({ advice: expect.stringContaining("Send Messages") });
  });
});

function http(status: number): HTTPError {
  return new HTTPError(status, "x", "POST", "https://discord.com/api", {});
}

function limited(retryAfter: number): RateLimitError {
  const where = { url: "", route: "", majorParameter: "", hash: "", method: "POST" };
  return new RateLimitError({
    ...where,
    timeToReset: retryAfter,
    limit: 5,
    retryAfter,
    sublimitTimeout: 0,
    scope: "user",
    global: false,
  });
}
