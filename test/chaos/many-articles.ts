import type { Articles, Decide, Read } from "../../src/app/ports.ts";
import { decide } from "../../src/core/matching/decide.ts";
import { indexArticles } from "../../src/core/matching/index.ts";
import { readSignals } from "../../src/core/signals/read.ts";
import { anArticle, anEvent, aStep } from "../support/builders.ts";

/** How many articles the load runs against. */
const MANY = 5_000;

const NOUNS = [
  "mailbox store",
  "routing table",
  "backup device",
  "print queue",
  "name server",
  "log volume",
  "key store",
  "directory",
];
const TROUBLES = [
  "could not be mounted",
  "was refused by the peer",
  "ran out of space",
  "timed out",
  "has a wrong signature",
  "lost its lease",
];

/** The real reader and matcher over a knowledge base of a usual size. */
export function manyArticles(): { readonly articles: Articles; readonly read: Read; readonly decide: Decide } {
  const all = Array.from({ length: MANY }, (_, index) => articleNumber(index));
  const index = indexArticles(all);
  return {
    articles: new Map(all.map((article) => [article.id, article])),
    read: readSignals,
    decide: (inquiry) => decide(index, inquiry),
  };
}

/** An error that one of the articles is about. */
export function pasteAbout(index: number): string {
  const { source, id, text } = eventNumber(index % MANY);
  return `Event Type:\tError\r\nEvent Source:\t${source}\r\nEvent Category:\tNone\r\nEvent ID:\t${id}\r\nDescription:\r\n${text}\r\n`;
}

function articleNumber(index: number) {
  const { source, id, text } = eventNumber(index);
  return anArticle({
    id: `Q${200_000 + index}`,
    title: text,
    signals: { events: [anEvent({ id, source, text })] },
    steps: [aStep({ id: "look" }), aStep({ id: "restart", title: "Restart the service", risk: "changes" })],
  });
}

function eventNumber(index: number): { readonly source: string; readonly id: number; readonly text: string } {
  const text = `The ${NOUNS[index % NOUNS.length]} of unit ${index} ${TROUBLES[index % TROUBLES.length]}.`;
  return { source: `Service${index % 97}`, id: 1_000 + index, text };
}
