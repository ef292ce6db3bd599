import { describe, expect, it } from "vitest";
import { readCommand } from "../../src/app/command.ts";

describe("a command", () => {
  it.each([
    ["", { kind: "help" }],
    ["  HELP ", { kind: "help" }],
    ["status", { kind: "status" }],
    ["show q274321", { kind: "show", article: "q274321" }],
    ["explain  event 5085\nfrom W3SVC", { kind: "explain", text: "event 5085\nfrom W3SVC" }],
    ["5389", { kind: "match", text: "5389", meant: undefined }],
    ["show me the error of 5389", { kind: "match", text: "show me the error of 5389", meant: undefined }],
    ["status of the spooler is red", { kind: "match", text: "status of the spooler is red", meant: undefined }],
    ["staus", { kind: "match", text: "staus", meant: "status" }],
    ["shwo Q1", { kind: "match", text: "shwo Q1", meant: "show" }],
  ])("%j is read as %o", (text, command) => {
    expect(readCommand(text)).toEqual(command);
  });
});
