import { pino, stdTimeFunctions } from "pino";
import { redact } from "../../src/core/redaction/redact.ts";
import { readable } from "./readable.ts";

type Write = (text: string, facts?: Readonly<Record<string, string | number>>) => void;

/** Where the bot says what happens to it. Never the text of a message; recognised secrets are taken out all the same. */
export type Log = Readonly<Record<"info" | "warn" | "error", Write>>;

/** One JSON object a line; at a terminal one readable line. */
export function openLog(output: NodeJS.WritableStream & { readonly isTTY?: boolean }): Log {
  const write = (line: string) => void output.write(output.isTTY === true ? readable(line) : line);
  const options = {
    base: null,
    messageKey: "text",
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (level: string) => ({ level }) },
  };
  const logger = pino(options, { write });
  const at =
    (level: keyof Log): Write =>
    (text, facts = {}) =>
      logger[level](cleaned(facts), redact(text).text);
  return { info: at("info"), warn: at("warn"), error: at("error") };
}

function cleaned(facts: Readonly<Record<string, string | number>>): Readonly<Record<string, string | number>> {
  const entries = Object.entries(facts);
  return Object.fromEntries(entries.map(([name, fact]) => [name, typeof fact === "string" ? redact(fact).text : fact]));
}
