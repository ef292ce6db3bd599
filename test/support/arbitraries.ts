import * as fc from "fast-check";
import type { Article, ArticleSignals, Check, CheckOutcome, EventSignature, Step } from "../../src/core/kb/article.ts";
import { COMMAND_LANGUAGES } from "../../src/core/kb/commands.ts";
import { articleId, stepId } from "../../src/core/kb/ids.ts";
import { tidyText } from "../../src/core/kb/section.ts";

/** One line that somebody might write: trimmed, not empty, with quotes, dashes and letters of many alphabets. */
export function aLine(maxLength = 60): fc.Arbitrary<string> {
  const letter = fc.oneof(
    {
      weight: 8,
      arbitrary: fc.constantFrom(
        ..."a b c X Y Z 0 1 9 - _ : ; , . # ' \" \\ / | → { } [ ] * & ! % @ ` ~ ä ß 語 🙂".split(" "),
        " ",
      ),
    },
    { weight: 1, arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }) },
  );
  return fc
    .string({ unit: letter, minLength: 1, maxLength: Math.floor(maxLength / 4) })
    .map((text) => text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029\uFFFD]/gu, "").trim())
    .filter((text) => text !== "" && text.length <= maxLength);
}

/** Markdown that stays within its section: no code blocks left open, no headings that would end it, no commands. */
export function someMarkdown(): fc.Arbitrary<string> {
  const fenced = aLine().map((line) => `\`\`\`text\n## ${line.replaceAll(/[`~]/g, "")}\n\`\`\``);
  const quiet = aLine().map((line) => line.replaceAll(/^#+|`{3,}|~{3,}/g, "x"));
  const paragraph = fc.oneof(
    quiet,
    quiet.map((line) => `- ${line}`),
    quiet.map((line) => `#### ${line}`),
    fenced,
  );
  return fc.array(paragraph, { maxLength: 4 }).map((paragraphs) => tidyText(paragraphs.join("\n\n")));
}

const lines = fc.array(aLine(), { maxLength: 3 });
const maybeLine = fc.option(aLine(), { nil: undefined });
const code = fc.integer({ min: 0, max: 0xffffffff }).map((value) => value.toString(16).toUpperCase().padStart(8, "0"));
const anArticleId = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,20}$/).map(articleId);
const aDay = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

function anyEvent(): fc.Arbitrary<EventSignature> {
  return fc.record({
    id: fc.nat(0xffffffff),
    source: maybeLine,
    category: maybeLine,
    level: maybeLine,
    text: maybeLine,
    role: fc.constantFrom("telling" as const, "companion" as const, "mentioned" as const),
  });
}

function anySignals(): fc.Arbitrary<ArticleSignals> {
  return fc.record({
    events: fc.array(anyEvent(), { maxLength: 3 }),
    codes: fc.uniqueArray(code, { maxLength: 3 }),
    messages: lines,
    names: lines,
    patterns: fc.array(fc.constantFrom("a+b", "(x|y)*z$", "\\d{4}"), { maxLength: 2 }),
    positions: lines,
  });
}

/** Steps whose ids are unique and whose prerequisites come before them. */
function anySteps(): fc.Arbitrary<readonly Step[]> {
  return fc
    .uniqueArray(fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,12}$/), { maxLength: 4 })
    .chain((ids) => fc.tuple(...ids.map((_, index) => anyStep(ids, index))));
}

function anyStep(ids: readonly string[], index: number): fc.Arbitrary<Step> {
  const earlier = ids.slice(0, index).map(stepId);
  const command = fc.record({
    text: fc.array(aLine(), { minLength: 1, maxLength: 3 }).map((all) => all.join("\n")),
    language: fc.constantFrom(...COMMAND_LANGUAGES),
  });
  return fc.record({
    id: fc.constant(stepId(ids[index] ?? "")),
    title: aLine(),
    text: someMarkdown(),
    commands: fc.array(command, { maxLength: 2 }),
    risk: fc.constantFrom("read-only" as const, "changes" as const, ...(index > 0 ? (["destructive"] as const) : [])),
    requires: index > 0 ? fc.subarray(earlier, { minLength: 1 }) : fc.constant([]),
    check: fc.option(anyCheck(ids), { nil: undefined }),
  });
}

function anyCheck(ids: readonly string[]): fc.Arbitrary<Check> {
  const outcome: fc.Arbitrary<CheckOutcome> = fc.oneof(
    fc.constantFrom(...(["next", "fixed", "not-fixed", "escalate"] as const)).map((kind) => ({ kind })),
    fc.constantFrom(...ids.map(stepId)).map((step) => ({ kind: "step" as const, step })),
  );
  const answer = fc.tuple(aLine(), outcome).map(([label, leads]): Check["answers"][number] => ({ label, then: leads }));
  return fc.record({
    question: aLine(),
    answers: fc.uniqueArray(answer, { minLength: 2, maxLength: 4, selector: ({ label }) => label }),
  });
}

/** Any article that the format can express. */
export function anyArticle(): fc.Arbitrary<Article> {
  return fc.record({
    id: anArticleId,
    title: aLine(),
    aliases: lines,
    products: lines,
    versions: lines,
    tags: lines,
    owner: maybeLine,
    review: fc.option(aDay, { nil: undefined }),
    sources: fc.array(fc.record({ title: aLine(), url: fc.option(fc.webUrl(), { nil: undefined }) }), { maxLength: 2 }),
    related: fc.array(fc.record({ id: anArticleId, why: aLine() }), { maxLength: 2 }),
    signals: anySignals(),
    distinguishing: fc.option(fc.record({ question: aLine(), statement: aLine() }), { nil: undefined }),
    summary: someMarkdown(),
    symptoms: someMarkdown(),
    cause: someMarkdown(),
    notes: someMarkdown(),
    steps: anySteps(),
    samples: fc.record({ finds: lines, ignores: lines }),
  });
}
