import type { Article, Check, Command, EventSignature, Step } from "./article.ts";
import { writeAnswer } from "./check-answer.ts";
import { type Fence, fenceAfter } from "./fence.ts";

/** Writes an article in the format of kb/README.md; reading it again gives the same article. */
export function formatArticle(article: Article): string {
  const frontMatter = JSON.stringify(frontMatterOf(article), null, 2);
  const parts = [
    `---\n${frontMatter}\n---`,
    contained(article.summary, SECTION),
    section("Symptoms", contained(article.symptoms, SECTION)),
    section("Cause", contained(article.cause, SECTION)),
    section("Steps", article.steps.map(formatStep).join("\n\n")),
    section("Notes", contained(article.notes, SECTION)),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

/** One key a line, and nothing that says nothing, so that a change shows as what it is. */
function frontMatterOf({ id, title, owner, review, distinguishing, ...article }: Article): object {
  return {
    id,
    title,
    aliases: unlessEmpty(article.aliases),
    products: unlessEmpty(article.products),
    versions: unlessEmpty(article.versions),
    tags: unlessEmpty(article.tags),
    owner,
    review,
    sources: unlessEmpty(article.sources),
    related: unlessEmpty(article.related),
    signals: withoutEmptyLists({ ...article.signals, events: article.signals.events.map(formatEvent) }),
    distinguishing,
    samples: withoutEmptyLists(article.samples),
  };
}

function formatEvent({ role, ...event }: EventSignature): object {
  return role === "telling" ? event : { ...event, role };
}

function unlessEmpty<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}

function withoutEmptyLists(lists: Readonly<Record<string, readonly unknown[]>>): object | undefined {
  const kept = Object.entries(lists).filter(([, list]) => list.length > 0);
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

function section(heading: string, text: string): string {
  return text === "" ? "" : `## ${heading}\n\n${text}`;
}

function formatStep({ id, title, text, commands, risk, requires, check }: Step): string {
  const properties = [
    `- id: ${id}`,
    `- risk: ${risk}`,
    ...(requires.length === 0 ? [] : [`- first: ${requires.join(", ")}`]),
    ...(check === undefined ? [] : formatCheck(check)),
  ];
  return [`### ${title}`, properties.join("\n"), contained(text, STEP), ...commands.map(formatCommand)]
    .filter((part) => part !== "")
    .join("\n\n");
}

function formatCheck({ question, answers }: Check): readonly string[] {
  return [`- check: ${question}`, ...answers.map((answer) => `  - ${writeAnswer(answer)}`)];
}

function formatCommand({ text, language }: Command): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

const SECTION = /^## /;
const STEP = /^###? /;

/** Keeps a text within its place: a heading that would end it is escaped, a code block left open is closed. */
function contained(text: string, heading: RegExp): string {
  let fence: Fence | undefined;
  const lines = text.split("\n").map((line) => {
    const escaped = fence === undefined && heading.test(line) ? `\\${line}` : line;
    fence = fenceAfter(fence, line);
    return escaped;
  });
  return fence === undefined ? lines.join("\n") : [...lines, fence.mark].join("\n");
}
