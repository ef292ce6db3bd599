import { describe, expect, it } from "vitest";
import { aFile, complaints } from "./article-text.ts";

describe("an author who makes a mistake in the front matter", () => {
  it.each([
    {
      does: "forgets it",
      text: "# Hello",
      says: "1 Cannot read the article: it does not begin with front matter. Put its id and title between two lines of --- at the top.",
    },
    {
      does: "forgets to close it",
      text: "---\nid: Q1\n",
      says: "1 Cannot read the article: the front matter does not end. Close it with a line of ---.",
    },
    {
      does: "leaves it empty",
      text: "---\n---\n",
      says: '2 Cannot read id: it is missing. Add it: text, such as "Exchange 5.5".',
    },
    {
      does: "misspells a key",
      text: aFile({ front: "alises: []" }),
      says: '4 Cannot use the key "alises": there is no such key. Did you mean "aliases"?',
    },
    {
      does: "misspells a key of the signals",
      text: aFile({ front: "signals:\n  evnts: []" }),
      says: '5 Cannot use the key "signals.evnts": there is no such key. Did you mean "events"?',
    },
    {
      does: "invents a key",
      text: aFile({ front: "samples:\n  moods: []" }),
      says: '5 Cannot use the key "samples.moods": there is no such key. Known here: finds, ignores.',
    },
    {
      does: "forgets to quote a code",
      text: aFile({ front: "signals:\n  codes:\n    - 0x80070005" }),
      says: '6 Cannot read signals.codes[0]: YAML reads an unquoted 0x80070005 as the number 2147942405, not text. Put it in quotes: "0x80070005".',
    },
    {
      does: "forgets to quote a version",
      text: aFile({ front: "versions: [5.50]" }),
      says: '4 Cannot read versions[0]: YAML reads an unquoted 5.50 as the number 5.5, not text. Put it in quotes: "5.50".',
    },
    {
      does: "forgets to quote a plain number",
      text: aFile({ front: "tags: [42]" }),
      says: '4 Cannot read tags[0]: it is a number, not text. Put it in quotes: "42".',
    },
    {
      does: "quotes an event id",
      text: aFile({ front: 'signals:\n  events:\n    - id: "5389"' }),
      says: '6 Cannot read signals.events[0].id: "5389" is no number. Write a number without quotes, such as 5389.',
    },
    {
      does: "writes one thing where a list belongs",
      text: aFile({ front: "aliases: broken" }),
      says: '4 Cannot read aliases: "broken" is no list. Write a list, such as ["one", "two"].',
    },
    {
      does: "leaves a value out",
      text: aFile({ front: "owner:" }),
      says: "4 Cannot read owner: it has no value. Write one, or remove the line.",
    },
    {
      does: "writes an empty title",
      text: '---\nid: Q1\ntitle: " "\n---\n',
      says: "3 Cannot read title: it is empty. Write something, or remove the line.",
    },
    {
      does: "writes a title of 301 characters",
      text: `---\nid: Q1\ntitle: ${"x".repeat(301)}\n---\n`,
      says: "3 Cannot read title: it is too long. The most is 300.",
    },
    {
      does: "uses spaces in the id",
      text: "---\nid: my article\ntitle: x\n---\n",
      says: '2 Cannot read id: "my article" does not fit: an id has letters, digits, dots, dashes and underscores only, such as Q274321. Write it so.',
    },
    {
      does: "invents a day",
      text: aFile({ front: "review: 2026-02-30" }),
      says: '4 Cannot read review: "2026-02-30" does not fit: a date is written 2027-06-30. Write it so.',
    },
    {
      does: "links to a script",
      text: aFile({ front: "sources:\n  - title: x\n    url: javascript:alert(1)" }),
      says: '6 Cannot read sources[0].url: "javascript:alert(1)" does not fit: a link begins with http:// or https:// and a host. Write it so.',
    },
    {
      does: "invents a role",
      text: aFile({ front: "signals:\n  events:\n    - {id: 1, role: main}" }),
      says: '6 Cannot read signals.events[0].role: "main" is none of the choices. Write one of: telling, companion, mentioned.',
    },
    {
      does: "writes no code as a code",
      text: aFile({ front: 'signals:\n  codes: ["E_FAIL"]' }),
      says: '5 Cannot read the code "E_FAIL": it is no 32-bit result code. Write it as "0x80070005"; an exception or a constant goes under names.',
    },
    {
      does: "uses look-ahead in a pattern",
      text: aFile({ front: 'signals:\n  patterns: ["a(?=b)"]' }),
      says: '5 Cannot use the pattern "a(?=b)": invalid or unsupported Perl syntax: `(?=`. Write RE2 syntax: no look-around, no back-references.',
    },
    {
      does: "says a key twice",
      text: aFile({ front: "owner: a\nowner: b" }),
      says: "5 Cannot read the front matter: this key is written twice. Keep one.",
    },
    {
      does: "says a key twice in JSON",
      text: '---\n{"id": "Q1",\n"title": "a",\n"title": "b"}\n---\n',
      says: "4 Cannot read the front matter: this key is written twice. Keep one.",
    },
    {
      does: "indents by a tab",
      text: aFile({ front: "signals:\n\tcodes: []" }),
      says: "5 Cannot read the front matter: a tab indents this line. Use spaces.",
    },
    {
      does: "leaves a colon unquoted",
      text: "---\nid: Q1\ntitle: XADM: it fails\n---\n",
      says: "3 Cannot read the front matter: a value with a colon stands here without quotes. Put the value in quotes.",
    },
    {
      does: "refers to an alias",
      text: aFile({ front: "aliases: &a [x]\ntags: *a" }),
      says: "5 Cannot read the front matter: it repeats a value by an alias (*name). Write the value out.",
    },
    {
      does: "uses a tag",
      text: aFile({ front: "owner: !!js/function x" }),
      says: "4 Cannot read the front matter: it has a tag (!name). Write a plain value.",
    },
    {
      does: "writes a list only",
      text: "---\n- a\n---\n",
      says: "2 Cannot read the front matter: a list is no block of keys. Write keys and values, indented under it.",
    },
    {
      does: "leaves a placeholder open",
      text: aFile({ front: 'signals:\n  messages: ["disk <name is full"]' }),
      says: "5 Cannot read a placeholder of this message: `<name is full` is never closed. Close it with >, or put a space after < if it is a redirection.",
    },
    {
      does: "pads a placeholder",
      text: aFile({ front: 'signals:\n  events: [{id: 1, text: "disk < name > full"}]' }),
      says: "5 Cannot read a placeholder of this message: `< name >` has spaces inside its brackets. Write <name>.",
    },
  ])("$does, and is told where and what to do", ({ text, says }) => {
    expect(complaints(text)).toContain(says);
  });

  it("cannot reach an object's prototype", () => {
    const text =
      '---\n{"id": "Q1", "title": "x", "__proto__": {"owner": "me"}, "constructor": {"prototype": 1}}\n---\n';
    expect(complaints(text).join()).toContain('Cannot use the key "__proto__"');
    expect(complaints(text).join()).toContain('Cannot use the key "constructor"');
    expect(complaints(aFile({ front: "<<: {__proto__: {owner: me}}" })).join()).toContain('Cannot use the key "<<"');
  });
});
