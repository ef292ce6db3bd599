import { describe, expect, it } from "vitest";
import { readSignals } from "../../../src/core/signals/read.ts";
import type { Via } from "../../../src/core/signals/signal.ts";

const parts = (text: string, via: Via = "channel"): readonly string[] =>
  readSignals(text, via).parts.map((part) => `${part.kind}: ${part.text}`);
const BOX = "The service could not be started. It did not respond in a timely manner. - [800FF351]";

describe("a message with talk around it", () => {
  it.each([
    [
      "in quotes",
      `hey folks, optimizer is stuck again on EXCH02, box says: "${BOX}" anyone seen this?`,
      [
        "prose: hey folks, optimizer is stuck again on EXCH02, box says:",
        `message: ${BOX}`,
        "prose: anyone seen this?",
      ],
    ],
    [
      "in a fence",
      `hey all, any idea?\n\`\`\`\n${BOX}\n\`\`\`\nthanks!!`,
      ["prose: hey all, any idea?", `message: ${BOX}`, "prose: thanks!!"],
    ],
    [
      "in a fence of one line",
      `hey all, any idea? \`\`\`${BOX}\`\`\` thanks!!`,
      ["prose: hey all, any idea?", `message: ${BOX}`, "prose: thanks!!"],
    ],
    [
      "in a fence that nobody closed",
      `hey all, any idea?\n\`\`\`\n${BOX}`,
      ["prose: hey all, any idea?", `message: ${BOX}`],
    ],
    [
      "in a blockquote",
      `hey all, any idea?\n> ${BOX}\nthanks!!`,
      ["prose: hey all, any idea?", `message: ${BOX}`, "prose: thanks!!"],
    ],
    [
      "in a blockquote as Slack escapes it",
      `hey all, any idea?\n&gt; ${BOX}\nthanks!!`,
      ["prose: hey all, any idea?", `message: ${BOX}`, "prose: thanks!!"],
    ],
    [
      "in a blockquote of several lines",
      "hey all\n> The service could not\n> be started.\nthanks!!",
      ["prose: hey all", "message: The service could not be started.", "prose: thanks!!"],
    ],
    ["in back-ticks", `we keep seeing \`${BOX}\` here`, ["prose: we keep seeing", `message: ${BOX}`, "prose: here"]],
    ["behind a colon", `since the upgrade we get: ${BOX}`, ["prose: since the upgrade we get:", `message: ${BOX}`]],
    [
      "on a line of its own",
      `hey all, any idea?\n${BOX}\nthanks!!`,
      ["prose: hey all, any idea?", `line: ${BOX}`, "prose: thanks!!"],
    ],
    [
      "with quotes inside the quotes",
      'i get "Cannot find "foo.dll" in the path." since yesterday',
      ["prose: i get", 'message: Cannot find "foo.dll" in the path.', "prose: since yesterday"],
    ],
  ])("is told apart from it, %s", (_, text, expected) => {
    expect(parts(text)).toEqual(expected);
  });

  it("stays whole where it is all there is", () => {
    expect(parts(BOX)).toEqual([`line: ${BOX}`]);
    expect(parts(`"${BOX}"`)).toEqual([`message: ${BOX}`]);
    expect(parts("KMS can not mont the key databse. Either the database is missing or it is corupted.")).toHaveLength(
      1,
    );
  });

  it("keeps the file names it quotes", () => {
    const text = `Error opening "C:\\Program Files\\x.chk" for reading. Access is denied.`;
    expect(parts(text)).toEqual([`line: ${text}`]);
  });

  it("is joined where a narrow dialog or a scan wrapped it", () => {
    expect(
      parts(
        "Couldnot start the 5erver scrvice\n0n ...Error l058: The specified service\nis disabled and cannot be started.",
      ),
    ).toEqual([
      "line: Couldnot start the 5erver scrvice 0n ...Error l058: The specified service is disabled and cannot be started.",
    ]);
  });
});

describe("what people describe", () => {
  it.each([
    "key managment server wont start after moving it to a new server",
    "performance optimizer hangs on KM server",
    "lunch at 12? the KMS team is paying",
    "Buffer overflow in the RTF reader allows attackers to cause a denial of service via a malformed control word.",
    "I set the timeout to 900 and I got the error. Tried several times until it was successful.",
  ])("is prose: %s", (text) => {
    expect(parts(text, "command")).toEqual([`prose: ${text}`]);
  });
});

describe("a log", () => {
  it("is read line by line", () => {
    expect(parts("FATAL:  password authentication failed\nDETAIL:  Connection matched line 39")).toEqual([
      "line: FATAL: password authentication failed",
      "line: DETAIL: Connection matched line 39",
    ]);
  });

  it("is told apart from the line that leads to it", () => {
    expect(parts("pipeline is red:\n2024/03/13 10:01:00 [crit] SSL_do_handshake() failed")).toEqual([
      "prose: pipeline is red:",
      "line: 2024/03/13 10:01:00 [crit] SSL_do_handshake() failed",
    ]);
  });
});

describe("a text without words", () => {
  it.each(["", "   ", "\n\n", "...", "```\n```", "👍", "> \n> "])("has no parts: %j", (text) => {
    expect(parts(text)).toEqual([]);
  });
});
