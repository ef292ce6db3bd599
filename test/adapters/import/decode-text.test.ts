import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { decodeText } from "../../../adapters/import/decode-text.ts";

describe("the encoding of a text", () => {
  it.each([
    ["UTF-8", "utf8", "Der Dienst läuft — nicht “mehr”."],
    ["UTF-8 with its mark", "utf8-bom", "Der Dienst läuft."],
    ["UTF-16 with its mark", "utf16le-bom", "The service läuft."],
    ["UTF-16 without a mark", "utf16le", "The service does not start."],
    ["UTF-16, big end first", "utf16be", "The service does not start."],
    ["Windows, with its quotation marks", "win1252", "Don’t click “Restart” – wait…"],
    ["Windows, with accents", "win1252", "Le démarrage du café a échoué à Zürich."],
    [
      "DOS, with accents",
      "cp437",
      "Le d‚marrage du caf‚ a ‚chou‚ … Zrich.".replaceAll("‚", "é").replace("… Zrich", "à Zürich"),
    ],
    ["DOS, with an umlaut where Windows has a quotation mark", "cp437", "Die Größe stört, und zwar größer."],
    ["Windows, with quotation marks at accents", "win1252", "Der “Übergang” war “größer” als ‘früher’."],
    ["DOS, with boxes", "cp437", "╔════════╗\r\n║ Error  ║\r\n╚════════╝"],
    ["plain ASCII", "ascii", "Nothing special."],
  ])("is recognised: %s", (_, encoding, text) => {
    const [name = "", mark] = encoding.split("-");
    expect(decodeText(iconv.encode(text, name, { addBOM: mark === "bom" }))).toBe(text);
  });

  it("is none for a program", () => {
    expect(
      decodeText(Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff, 0, 0])),
    ).toBeUndefined();
  });
});
