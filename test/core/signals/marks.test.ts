import { describe, expect, it } from "vitest";
import { decodeHexDump } from "../../../src/core/signals/dump.ts";
import { readSignals } from "../../../src/core/signals/read.ts";
import type { Signal } from "../../../src/core/signals/signal.ts";

const found = (text: string, kind: Signal["kind"]): readonly string[] =>
  readSignals(text, "channel").signals.flatMap((signal) => (signal.kind === kind ? [shown(signal)] : []));

function shown(signal: Signal): string {
  if (signal.kind === "error-number") return `${signal.family} ${signal.number}`;
  if (signal.kind === "name" || signal.kind === "file") return signal.name;
  if (signal.kind === "article") return signal.id;
  if (signal.kind === "build") return signal.build;
  return signal.kind === "position" ? signal.position : signal.kind;
}

describe("a numbered message of a tool", () => {
  it.each([
    ["stdafx.cpp(7): error C2857: '#include' statement", ["C 2857"]],
    ["LINK : warning LNK4098: defaultlib conflicts", ["LNK 4098"]],
    ["NMAKE : fatal error U1073: don't know how", ["U 1073"]],
    ["[ODBC driver for Oracle]ORA-00942: table does not exist", ["ORA 00942"]],
    ["Run-time error '429': ActiveX component can't create object", ["run-time error 429"]],
    ["Runtime error 52: Bad file name or number", ["run-time error 52"]],
    ["System error 1069 has occurred.", ["error 1069"]],
    ["Error 55: File already open", ["error 55"]],
    ["Error (116) Network Read Error", ["error 116"]],
    ["returned error -55 unrecoverable error", ["error -55"]],
    ["Write to mailslot failed, rc = 53", ["return code 53"]],
    ["is exiting with return code 0.", ["return code 0"]],
    ["derived type: error FOR3294: not declared", ["FOR 3294"]],
    ["Active Server Pages, ASP 0203 The code page", ["ASP 0203"]],
    ["SQLSTATE: HY000", ["SQLSTATE HY000"]],
    ["redis: Error 111 connecting to localhost:6379.", ["error 111"]],
  ])("is found: %s", (text, numbers) => {
    expect(found(text, "error-number")).toEqual(numbers);
  });

  it.each([
    "no error here",
    "we fixed 5 errors",
    "error rate is 5%",
    "JIRA-1234",
    "INC0019335",
    "terror 5",
    "error 1.5 seconds",
  ])("is not seen in %j", (text) => {
    expect(found(text, "error-number")).toEqual([]);
  });

  it("is a negative number on command", () => {
    expect(readSignals("-52", "command").signals).toMatchObject([
      { kind: "error-number", family: "error", number: "-52" },
    ]);
  });
});

describe("a name", () => {
  it.each([
    ["botocore.errorfactory.KMSInvalidStateException: An error occurred", ["KMSInvalidStateException"]],
    ["java.lang.OutOfMemoryError: Java heap space", ["OutOfMemoryError"]],
    ["ERROR_ACCESS_DENIED (5)", ["ERROR_ACCESS_DENIED"]],
    ["MAPI_E_NOT_FOUND and JET_errFileNotFound", ["MAPI_E_NOT_FOUND", "JET_errFileNotFound"]],
    ["call failed with ecLoginFailure", ["ecLoginFailure"]],
    ["STOP: IRQL_NOT_LESS_OR_EQUAL", ["IRQL_NOT_LESS_OR_EQUAL"]],
  ])("is found: %s", (text, names) => {
    expect(found(text, "name")).toEqual(names);
  });

  it.each(["Error: no such file", "the exception was handled", "A_B", "snake_case_name", "Application Error"])(
    "is not seen in %j",
    (text) => {
      expect(found(text, "name")).toEqual([]);
    },
  );
});

describe("an article named outright", () => {
  it.each([
    "Q274321",
    "KB274321",
    "kb 274321",
    "see https://support.microsoft.com/kb/274321",
    "https://support.microsoft.com/help/274321",
    "article 274321",
  ])("is found in %j", (text) => {
    expect(found(text, "article")).toEqual(["Q274321"]);
  });

  it.each(["Q1 2024", "FAQ274321", "274321", "KB27"])("is not seen in %j", (text) => {
    expect(found(text, "article")).toEqual([]);
  });
});

describe("a file", () => {
  it("is found by its name, without its folder", () => {
    expect(found('Cannot load "C:\\WINNT\\System32\\VBAJET32.dll" or priv1.edb.reg', "file")).toEqual([
      "vbajet32.dll",
      "priv1.edb.reg",
    ]);
  });

  it.each(["api.example.com", "version 5.5", "e.g. this", "user@mail.example"])("is not seen in %j", (text) => {
    expect(found(text, "file")).toEqual([]);
  });
});

describe("a build", () => {
  it.each([
    ["rustc version 1.48.0", ["1.48.0"]],
    ["(version 5.00.3714)", ["5.00.3714"]],
    ["build 2195", ["2195"]],
    ["Exchange Server version 5.5", []],
    ["10.0.0.1", []],
  ])("is found where it is called one: %s", (text, builds) => {
    expect(found(text, "build")).toEqual(builds);
  });
});

describe("a hex dump", () => {
  const DUMP =
    "0000: 36 2e 30 2e 36 32 34 39 6.0.6249\n0008: 2e 30 20 50 54 00 6b 6d .0 PT.km\n0010: 73 65 72 76 65 72 2e 63 server.c\n" +
    "0018: 70 70 40 31 36 35 33 44 pp@1653D\n0020: 44 31 00 6b 6d 73 65 72 D1.kmser\n0028: 76 65 72 2e 63 70 70 40 ver.cpp@\n" +
    "0030: 31 31 32 30 44 48 61 38 1120DHa8\n0038: 34 00 6b 6d 73 65 72 76 4.kmserv\n0040: 65 72 2e 63 70 70 40 37 er.cpp@7\n0048: 30 34 44 44 32 00 04DD2.";
  const SAID = "6.0.6249.0 PT\0kmserver.cpp@1653DD1\0kmserver.cpp@1120DHa84\0kmserver.cpp@704DD2\0";

  it.each([
    ["as the viewer shows it", DUMP],
    ["with wider gaps", DUMP.replaceAll(/(?<=[0-9a-f]{2}) (?=\S{2,8}$)/gm, "   ")],
    [
      "in upper case",
      DUMP.replaceAll(
        /^(.{5})(.*)$/gm,
        (_, offset: string, rest: string) => offset + rest.slice(0, 24).toUpperCase() + rest.slice(24),
      ),
    ],
    ["indented", DUMP.replaceAll(/^/gm, "   ")],
    ["on one line", DUMP.replaceAll("\n", " ")],
  ])("is read back from its bytes, %s", (_, text) => {
    expect(decodeHexDump(text).map((dump) => dump.characters)).toEqual([SAID]);
  });

  it("shows where in its source a program gave up", () => {
    expect(found(DUMP, "position")).toEqual(["kmserver.cpp@1653", "kmserver.cpp@1120", "kmserver.cpp@704"]);
    expect(found(DUMP, "build")).toEqual(["6.0.6249.0"]);
    expect(readSignals(DUMP, "channel").parts).toEqual([]);
  });

  it.each(["at 12:30 15 people", "00:80:c7:12:34:56", "no dump here"])("is not seen in %j", (text) => {
    expect(decodeHexDump(text)).toEqual([]);
  });
});
