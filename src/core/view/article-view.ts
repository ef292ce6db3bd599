import type { Article, Step } from "../kb/article.ts";
import type { Button } from "./view.ts";
import { markdownBlocks } from "./markdown.ts";
import { buttons, bullets, heading, note, paragraph, rich, strong } from "./rich.ts";
import type { Block, RichText, View } from "./view.ts";

/** The whole article, to read. The way into its steps is the caller's to offer. */
export function articleView(article: Article, ways: readonly Button[] = []): View {
  return {
    blocks: [
      heading(article.title),
      note([article.id, ...article.products, ...article.versions.map((version) => `version ${version}`)].join(" · ")),
      ...markdownBlocks(article.summary),
      ...section("Symptoms", article.symptoms),
      ...section("Cause", article.cause),
      ...article.steps.flatMap(stepBlocks),
      ...section("More to know", article.notes),
      ...bullets(article.related.map(({ id, why }) => rich("See also ", strong(id), why === "" ? "" : `: ${why}`))),
      ...sourceNotes(article),
      ...buttons(ways),
    ],
    fallback: `${article.title} (${article.id})`,
  };
}

function section(title: string, markdown: string): readonly Block[] {
  return markdown.trim() === "" ? [] : [paragraph(strong(title)), ...markdownBlocks(markdown)];
}

function stepBlocks(step: Step, index: number): readonly Block[] {
  const risk = step.risk === "destructive" ? [note(strong("Cannot be undone."))] : [];
  const commands = step.commands.map(({ text, language }): Block => ({ kind: "code", text, language }));
  return [
    paragraph(strong(`Step ${index + 1}: ${step.title}`)),
    ...risk,
    ...markdownBlocks(step.text),
    ...commands,
    ...checkNotes(step),
  ];
}

function checkNotes({ check }: Step): readonly Block[] {
  return check === undefined ? [] : [note(`${check.question} ${check.answers.map(({ label }) => label).join(" · ")}`)];
}

function sourceNotes({ sources }: Article): readonly Block[] {
  const texts = sources.map(
    ({ title, url }): RichText => (url === undefined ? rich(title) : [{ kind: "link", text: title, url }]),
  );
  return texts.map((text) => ({ kind: "note", text: [...rich("Source: "), ...text] }));
}
