import { asMember } from "../support/as-member.ts";
import { type Conversation, conversation } from "../../src/app/conversation.ts";
import { inMemoryCases } from "../../src/app/in-memory-cases.ts";
import type { Decide, Read } from "../../src/app/ports.ts";
import type { ArticleId, Article } from "../../src/core/kb/article.ts";
import {
  anAnswer,
  anAsk,
  anErrorReading,
  aReading,
  articles,
  atMinute,
  look,
  silence,
  wipe,
} from "../core/resolution/builders.ts";

/** What a scenario's bot knows; the real reader, matcher and articles go in here. */
export type Knowledge = {
  readonly articles: ReadonlyMap<ArticleId, Article>;
  readonly read: Read;
  readonly decide: Decide;
};

/** Error 1 is the wiped store, error 2 the wrong disk, error 3 could be both. */
const threeErrors: Knowledge = {
  articles,
  read: (text, via) => ({ ...(/\d/.test(text) ? anErrorReading() : aReading()), text, via }),
  decide: ({ readings }) => {
    const text = readings.map((reading) => reading.text).join("\n");
    if (text.includes("error 1")) return anAnswer(wipe, look);
    if (text.includes("error 2")) return anAnswer(look);
    return text.includes("error 3") ? anAsk() : silence();
  },
};

export function aBot(knowledge: Knowledge = threeErrors): Conversation {
  return conversation({
    clock: { now: () => atMinute(0) },
    cases: inMemoryCases(),
    may: asMember,
    prefix: "",
    ...knowledge,
  });
}
