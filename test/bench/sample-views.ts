import { asMember } from "../support/as-member.ts";
import { conversation } from "../../src/app/conversation.ts";
import { inMemoryCases } from "../../src/app/in-memory-cases.ts";
import type { Reply } from "../../src/app/reply.ts";
import { type Case, caseId, newCase } from "../../src/core/resolution/case.ts";
import { instant } from "../../src/core/resolution/responder.ts";
import { withInput } from "../../src/core/resolution/action.ts";
import { decide } from "../../src/core/matching/decide.ts";
import { readSignals } from "../../src/core/signals/read.ts";
import { homeView } from "../../src/core/view/home-view.ts";
import { openCasesView } from "../../src/core/view/open-cases-view.ts";
import type { Block, Button, View } from "../../src/core/view/view.ts";
import { ownArticleMap, ownIndex } from "../support/knowledge.ts";

export type Sample = { readonly name: string; readonly view: View };

/** What is said and pressed, one after the other, in a case of its own; each reply is a sample. */
type Script = { readonly name: string; readonly steps: readonly (Said | Pressed)[] };
type Said = { readonly says: string };
type Pressed = { readonly presses: string; readonly typing?: string };

const SCRIPTS: readonly Script[] = [
  { name: "help", steps: [{ says: "help" }] },
  { name: "nothing fits", steps: [{ says: "9999" }] },
  { name: "another source", steps: [{ says: "event 5085 from W3SVC" }] },
  { name: "explain", steps: [{ says: "explain 0x800FF351" }] },
  { name: "article", steps: [{ says: "show Q818952" }] },
  { name: "no such article", steps: [{ says: "show Q1" }] },
  { name: "question", steps: [{ says: "5389" }, { presses: "None of these" }] },
  {
    name: "run",
    steps: [
      { says: "5085" },
      { presses: "Start" },
      { presses: "Yes" },
      { presses: "Yes" },
      { presses: "Fill in <drive>…", typing: "d" },
      { presses: "Assign to…", typing: "U200\nben" },
      { presses: "Yes" },
      { presses: "Done" },
      { presses: "Yes" },
      { presses: "Yes, go ahead" },
      { presses: "Done" },
      { presses: "Yes" },
      { presses: "Done" },
      { presses: "Yes" },
      { presses: "Yes" },
      { says: "status" },
    ],
  },
  {
    name: "nothing helps",
    steps: [
      { says: "800FF351" },
      { presses: "Start" },
      { presses: "Escalate…", typing: "payroll is down" },
      { presses: "Stop here" },
    ],
  },
];

/** Every kind of view there is, from whole conversations about the articles that come with the program. */
export async function sampleViews(): Promise<readonly Sample[]> {
  const samples: Sample[] = [];
  for (const script of SCRIPTS) samples.push(...(await play(script)));
  return [...samples, ...listings(), shortened()];
}

/** What is open, and what is new. */
function listings(): readonly Sample[] {
  const [article, other] = [...ownArticleMap.values()];
  if (article === undefined || other === undefined) throw new Error("Expected two articles.");
  const now = instant(Date.UTC(2026, 0, 1));
  const evidence = [{ kind: "named" }] as const;
  const match = { article: article.id, title: article.title, confidence: 0.9, error: 0, evidence };
  const known: Case = { ...newCase(caseId("open")), verdict: { kind: "answer", matches: [match] } };
  const listed = { known, url: "https://app.slack.com/client/T1/C1/thread/C1-1.1", touched: now };
  const news = [{ article: other, at: now }];
  return [
    { name: "open cases", view: openCasesView("Open in this channel", [listed], 3, now) },
    { name: "nothing open", view: openCasesView("Open in this channel", [], 0, now) },
    { name: "home", view: homeView({ mine: [listed], more: 0, news }, { prefix: "/kms ", now }) },
  ];
}

/** More than any platform has room for. */
function shortened(): Sample {
  const text = Array.from({ length: 400 }, (_, at) => `line ${at} of a long command`).join("\n");
  const blocks = [{ kind: "code", text, language: "" }] as const;
  return { name: "shortened", view: { blocks, fallback: "A long command", all: { kind: "show-all" } } };
}

async function play({ name, steps }: Script): Promise<readonly Sample[]> {
  const clock = { now: () => instant(Date.UTC(2026, 0, 1)) };
  const { hear, act } = conversation({
    clock,
    articles: ownArticleMap,
    read: readSignals,
    decide: (inquiry) => decide(ownIndex, inquiry),
    cases: inMemoryCases(),
    may: asMember,
    prefix: "/kms ",
  });
  const who = { case: caseId(name), by: { id: "U100", name: "ana" } };
  const samples: Sample[] = [];
  for (const step of steps) {
    const reply: Reply =
      "says" in step
        ? await hear({ ...who, text: step.says, via: "command" })
        : await act({ ...who, action: actionOf(step, samples.at(-1)) });
    if (reply.kind === "silent") continue;
    const words = "says" in step ? step.says : `[${step.presses}]`;
    samples.push({ name: `${name} ${samples.length + 1}: ${words}`, view: reply.view });
  }
  return samples;
}

function actionOf({ presses, typing }: Pressed, last: Sample | undefined): Button["action"] {
  const blocks: readonly Block[] = last?.view.blocks ?? [];
  const all = blocks.flatMap((block) => (block.kind === "buttons" ? [...block.buttons, ...block.more] : []));
  const button = all.find(({ label }) => label === presses);
  if (button === undefined)
    throw new Error(
      `Cannot press "${presses}" in ${last?.name}: there is ${all.map(({ label }) => label).join(", ")}.`,
    );
  return typing === undefined ? button.action : withInput(button.action, typing);
}
