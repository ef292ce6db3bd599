import type { Article } from "../kb/article.ts";
import type { Chance } from "./chance.ts";
import type { Made } from "./queries.ts";

/** A code of an article in one of its many notations, alone or in a question. */
export function codeQueries(article: Article, chance: Chance): Made[] {
  const codes = [...article.signals.codes, ...codesIn(article)];
  if (codes.length === 0) return [];
  const written = notation(chance.pick(codes), chance);
  const text = chance.happens(0.5) ? written : chance.pick(QUESTIONS).replace("CODE", () => written);
  return [{ text, via: "command", class: "code" }];
}

const QUESTIONS = [
  "what does CODE mean?",
  "install failed with CODE",
  "setup stops with CODE",
  "getting CODE since the upgrade",
  "it says CODE, any idea?",
  "code CODE",
  "returned CODE",
];

function notation(code: string, chance: Chance): string {
  const value = Number.parseInt(code, 16);
  const signed = value > 0x7fff_ffff ? value - 0x1_0000_0000 : value;
  const notations = [
    `0x${code}`,
    `0x${code.toLowerCase()}`,
    `0x${value.toString(16)}`,
    code,
    `(${code.toLowerCase()})`,
    `[${code}]`,
    `error 0x${code}`,
    `STOP: 0x${code}`,
    `${code}h`,
    `HRESULT: 0x${code}`,
  ];
  return chance.pick(value > 0x7fff_ffff ? [...notations, String(value), String(signed)] : notations);
}

/** Codes that merely stand somewhere in the text: people paste those too. */
function codesIn({ symptoms, notes }: Article): string[] {
  const found = `${symptoms}\n${notes}`.match(/\b0x[0-9a-f]{3,8}\b/gi) ?? [];
  return found.slice(0, 20).map((code) => code.slice(2).toUpperCase().padStart(8, "0"));
}
