import type { Article } from "../kb/article.ts";
import { bareTitle, splitParagraphs } from "../matching/document.ts";
import type { Chance } from "./chance.ts";
import { inOwnWords } from "./own-words.ts";

/**
 * What somebody tells of the problem of an article without quoting it: a sentence or two of what it says, shortened and
 * in other words, inside talk about other things. Undefined where the article says too little.
 */
export function described(article: Article, chance: Chance): string | undefined {
  const sentences = sentencesOf(article);
  if (sentences.length === 0) return undefined;
  const told = Array.from({ length: chance.pick([1, 1, 2, 2, 3]) }, () => chance.pick(sentences));
  if (chance.happens(0.35)) told.unshift(bareTitle(article.title));
  if (chance.happens(0.4)) told.push(`${chance.pick(["in", "with", "on", "using"])} ${chance.pick(namesOf(article))}`);
  const share = chance.pick([0.4, 0.55, 0.7]);
  const retold = told.map((sentence) => retell(sentence, share, chance));
  return amidTalk(retold, chance)
    .filter((one) => one !== "")
    .join(chance.pick([" ", ". ", ", "]));
}

function sentencesOf({ summary, symptoms, cause, notes, steps }: Article): string[] {
  return [summary, symptoms, symptoms, cause, notes, ...steps.map((step) => step.text)]
    .flatMap(splitParagraphs)
    .flatMap((text) => text.split(/(?<=[.!?:])\s+/))
    .filter((sentence) => sentence.length > 40 && sentence.length < 400 && !BOILERPLATE.test(sentence));
}

/** Sentences that every other article has. */
const BOILERPLATE =
  /has confirmed this|under construction|more information|following article|Knowledge Base|third-party|click (?:the|OK)|begins? with|listed (?:at|in)|supported by|provided as/i;

function namesOf({ products, versions }: Article): readonly string[] {
  return products.length === 0
    ? ["it"]
    : [...products, ...products, ...versions.map((version) => `version ${version}`)];
}

/** Keeps the order of what is said, leaves words out, cuts off what comes before or after, says it in other words. */
function retell(sentence: string, share: number, chance: Chance): string {
  const words = inOwnWords(sentence.replace(/[`*_]+/g, " "), chance, 0.4)
    .split(/\s+/)
    .filter((word) => word !== "");
  const from = chance.happens(0.4) ? chance.below(Math.ceil(words.length / 3)) : 0;
  return words
    .slice(from, from + 35)
    .filter((word) => chance.happens(isName(word) ? 0.85 : share))
    .join(" ");
}

/** Names and numbers are what people remember. */
function isName(word: string): boolean {
  return /\d|\w[A-Z_.]\w|^[A-Z]{2,}/.test(word);
}

/** Nobody tells only that: what led to it, what they think of it, what they did. */
export function amidTalk(told: readonly string[], chance: Chance): readonly string[] {
  const count = chance.pick([0, 1, 1, 2, 2, 3]);
  const aside = (): string =>
    chance
      .pick(ASIDES)
      .split(" ")
      .filter(() => chance.happens(0.85))
      .join(" ");
  const said = [...told];
  for (let at = 0; at < count; at++) said.splice(chance.below(said.length + 1), 0, aside());
  return said;
}

const ASIDES = [
  "allows remote attackers to cause a denial of service",
  "allows local users to gain privileges via a malformed request",
  "allows remote attackers to execute arbitrary commands via a crafted header, aka the vulnerability",
  "buffer overflow when handling long arguments",
  "information leak that lets malicious clients read sensitive data",
  "before service pack 4 and earlier versions",
  "this works around a bug in the compiler that was never fixed",
  "workaround for older versions of the library, do not remove",
  "TODO find out whether newer releases still need this hack",
  "copied here from the header for the time being",
  "we have to call this twice because the first call returns garbage",
  "according to the documentation this is supposed to work but it does not",
  "apparently by design, they say it is not a bug",
  "it turns out that the default setting is to blame",
  "this happens on vanilla machines but not on mine",
  "spent the whole day on this, very annoying",
  "the strange thing is that it works in the debugger",
  "I noticed that this only happens after an upgrade from the previous edition",
  "is there any way to get rid of it without reinstalling everything",
  "does anybody know a reliable way to prevent that",
  "unless the user is a member of the administrators group",
  "on a fresh install without any third party software",
  "resulting in data loss or a hang of the whole machine",
  "which is crippled on purpose if you ask me",
  "so the client never gets a valid reply from the server",
  "don't rely on the return value here, it lies",
  "some of our customers still run this release",
  "introduces an even worse problem than the one it was meant to solve",
  "if you mix both versions you will see lots of warnings",
  "as a result any file you send has the wrong name",
  "the official answer is to buy the server edition",
  "see the discussion on the mailing list",
  "the code below checks for that and falls back to the slow path",
  "not sure if this is related to the network or to the disk",
] as const;
