import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalCode } from "../../../src/core/signals/code.ts";
import { readCodes } from "../../../src/core/signals/codes.ts";
import { readSignals } from "../../../src/core/signals/read.ts";

const codesIn = (text: string, asked = false): readonly string[] => readCodes(text, asked).map((signal) => signal.code);

describe("a result code", () => {
  it.each([
    "0x800FF351",
    "0X800ff351",
    "800FF351",
    "[800FF351]",
    "(0x800ff351)",
    "800ff351h",
    "800FF351H",
    "-2146438319",
    "2148528977",
    "0xFFFFFFFF800FF351",
    "0x00000000800FF351",
    "Ox8OOFF351",
    "c800FF351",
    "&H800FF351",
    "&h800FF351&",
    "x800FF351",
    "0x800FF351UL",
    "FFFFFFFF800FF351",
    " [0x800FF351] ",
    "'800FF351'",
  ])("is one code, written %s", (written) => {
    expect(canonicalCode(written)).toBe("800FF351");
  });

  it.each([
    ["0xA", "0000000A"],
    ["0x0000007B", "0000007B"],
    ["c00000be", "C00000BE"],
    ["0xFFFFFFFF80070005", "80070005"],
    ["0x8O04O1l1", "80040111"],
    ["4294966978", "FFFFFEC2"],
    ["-1501", "FFFFFA23"],
    ["-528", "FFFFFDF0"],
    ["-858993460", "CCCCCCCC"],
  ])("is padded and upper case: %s is %s", (written, code) => {
    expect(canonicalCode(written)).toBe(code);
  });

  it.each([
    "",
    "5389",
    "-52",
    "hello",
    "0x",
    "0x8004 0154",
    "12345678901",
    "0x123456789ABC",
    "- 99999",
    "5389.0",
    "--2146438319",
    "800FF351 800FF352",
  ])("is not seen in %j", (written) => {
    expect(canonicalCode(written)).toBeUndefined();
  });

  it("is the same in all notations, whatever its value", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0x80000000, max: 0xffffffff - 1_000_000 }), (value) => {
        const hex = value.toString(16).padStart(8, "0");
        const notations = [
          hex,
          hex.toUpperCase(),
          `0x${hex}`,
          `0X${hex}`,
          `[${hex}]`,
          `(0x${hex})`,
          `${hex}h`,
          String(value),
          String(value - 2 ** 32),
          `0xFFFFFFFF${hex}`,
        ];
        expect(new Set(notations.map(canonicalCode))).toEqual(new Set([hex.toUpperCase()]));
      }),
    );
  });

  it("survives a second reading", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffffff }), (value) => {
        const code = canonicalCode(`0x${value.toString(16)}`);
        expect(code).toBeDefined();
        expect(canonicalCode(code ?? "")).toBe(code);
      }),
    );
  });
});

describe("codes in a message", () => {
  it.each([
    ["The service could not be started. - [800FF351]", ["800FF351"]],
    ["Active Server Pages, ASP 0203 (0x80004005) The code page", ["80004005"]],
    ["HRESULT: 0x80040154 (class not registered)", ["80040154"]],
    ["STOP: 0x0000007B (0xF8D3E524, 0xC0000034, 0x00000000, 0x00000000)", ["0000007B", "C0000034"]],
    ["STOP 0x0000000A (0x00000014, 00000002, 00000000,\n 0xf8a71fe0) IRQL", ["0000000A"]],
    ["rc 0x80070002 (0x00000002)", ["80070002"]],
    ["returned -2147467259 from Open", ["80004005"]],
    ["returned error -550 unrecoverable error", ["FFFFFDDA"]],
    ["Jet error -1811", ["FFFFF8ED"]],
    ["Erroneous -1018 Error Returned", ["FFFFFC06"]],
    ["fails with -1018 (JET_errReadVerifyFailure)", ["FFFFFC06"]],
    ["Stop 0A in Tcpip.sys", ["0000000A"]],
    ["a STOP 7B on the next start", ["0000007B"]],
    ["System Error &H80040154& (-2147221164)", ["80040154", "80040154"]],
    ["BugcheckCode=126", ["0000007E"]],
    ["blue screen 7e", ["0000007E"]],
    ["bug check 209", ["00000209", "000000D1"]],
    ["bugcheck 1E", ["0000001E"]],
    ["failed with error 2147942405", ["80070005"]],
    ["caused an exception C0000006H in module kernel32.dll", ["C0000006"]],
    ["in response to error 80450102. Will attempt", ["80450102"]],
    ["ID no: c1010ac1", ["C1010AC1"]],
    ["Return code 80004005.", ["80004005"]],
    ["rc=0x2O000017", ["20000017"]],
    ["error '80004005'", ["80004005"]],
    ["status 0xc0000005", ["C0000005"]],
    ["GetLastError returns 0x35", ["00000035"]],
    ["error: 0x7e", ["0000007E"]],
    ["Stop 0x7e", ["0000007E"]],
    ["result code 0xFFFFFBF6", ["FFFFFBF6"]],
  ])("are found: %s", (text, codes) => {
    expect(codesIn(text)).toEqual(codes);
  });

  it.each([
    "deployed on 20240315 by Jonas",
    "key {df01e146-b58d-445e-83df-6e913051e402}",
    "I just pushed commit 80fb76b0 that fixes it",
    "00-80-C7-12-34-56",
    "call me at 2155551234",
    "started at 1738633796",
    "the instruction at 0x77f4effc",
    "base address 80b4effc",
    "order 12345678 is late",
    "flags 0x1 0x2 0x40",
    "mov eax, 0x35",
    "hr=0x00000000",
    "the deadbeef cafe",
    "size -12345678.50",
    "from -300 to -500 degrees",
    "Const xlRadar = -4151",
    "Invalid Value: -32767",
    "use the switches -100 and -250",
    "Stop 20 services before you go on",
    "full stop 10 times",
    "see #80040154x",
    "https://kb.example/80040154/x",
  ])("are not seen in %j", (text) => {
    expect(codesIn(text)).toEqual([]);
  });

  it("are believed on command, without an error around them", () => {
    expect(codesIn("what does 4294966978 mean?", true)).toEqual(["FFFFFEC2"]);
    expect(codesIn("f657c000", true)).toEqual(["F657C000"]);
    expect(codesIn("got -1501 during setup", true)).toEqual(["FFFFFA23"]);
    expect(codesIn("stop 0a", true)).toEqual(["0000000A"]);
    expect(codesIn("what does 003a3530 mean?", true)).toEqual(["003A3530"]);
    expect(codesIn("20000004", true)).toEqual(["20000004"]);
    expect(codesIn("20240315", true)).toEqual([]);
    expect(codesIn("order 12345678 is late", true)).toEqual([]);
  });

  it("say how they were written, and where", () => {
    const { signals, text } = readSignals("“−2146438319”", "channel");
    expect(signals).toEqual([
      { kind: "code", code: "800FF351", notation: "signed", written: "-2146438319", span: { start: 1, end: 12 } },
    ]);
    expect(text).toBe('"-2146438319"');
  });
});
