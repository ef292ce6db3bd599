import { describe, expect, it } from "vitest";
import { readCommand } from "../../src/app/command.ts";

describe("a command", () => {
  it.each([
    ["", { kind: "help" }],
    ["  HELP ", { kind: "help" }],
    ["status", { kind: "status" }],
    ["show q274321", { kind: "show", article: "q274321" }],
    ["explain  event 5085\nfrom W3SVC", { kind: "explain", text: "event 5085\nfrom W3SVC" }],
    ["channel", { kind: "channel", setting: { kind: "ask" } }],
    ["channel Mention", { kind: "channel", setting: { kind: "mode", mode: "mention" } }],
    ["channel alerts off", { kind: "channel", setting: { kind: "alerts", on: false } }],
    ["channel all", { kind: "channel", setting: { kind: "unknown", words: "all" } }],
    ["channel mode watch", { kind: "channel", setting: { kind: "unknown", words: "mode watch" } }],
    ["channel alerts maybe", { kind: "channel", setting: { kind: "unknown", words: "alerts maybe" } }],
    ["channel wacth", { kind: "channel", setting: { kind: "unknown", words: "wacth" } }],
    ["channel 7009", { kind: "match", text: "channel 7009", meant: "channel" }],
    ["channel was closed by the server", { kind: "match", text: "channel was closed by the server", meant: undefined }],
    ["5389", { kind: "match", text: "5389", meant: undefined }],
    ["show me the error of 5389", { kind: "match", text: "show me the error of 5389", meant: undefined }],
    ["status of the spooler is red", { kind: "match", text: "status of the spooler is red", meant: undefined }],
    ["staus", { kind: "match", text: "staus", meant: "status" }],
    ["shwo Q1", { kind: "match", text: "shwo Q1", meant: "show" }],
  ])("%j is read as %o", (text, command) => {
    expect(readCommand(text)).toEqual(command);
  });
});
