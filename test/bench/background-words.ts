/**
 * Counts the words of a folder of articles (Markdown or text) and writes src/core/matching/background-words.ts:
 * `node test/bench/background-words.ts DIR`.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { eachWord, spell, wordsOf } from "../../src/core/matching/words.ts";

const LEAST_SHARE = 0.003;
const TALK = `hey hi hello folks guys all anyone anybody someone somebody everyone team morning evening please pls plz thanks thank thx
  help any idea ideas seen seeing getting got get gets having have has had i we you they he she my our your their me us them it its is are was
  were be been this that these those here there again since yesterday today tomorrow tonight now just still also too very really already
  customer user users says said tell told reports reported ticket incident what why how when where who which does did do dont doesnt didnt
  cant wont isnt im ive id like want wants need needs try tried trying think know maybe probably sorry bother quick question issue problem
  happens happening happened keep keeps keeping look looking take took let know attached screenshot below above following up cc fyi asap
  so but and or if not no yes ok okay on in at of to for with from by as an a the then than about after before box boxes machine morning
  stuck weird strange broken keeps suddenly luck rebooted restarted minutes hours days weeks monday friday lunch weekend anyone around`;

const dir = process.argv[2];
if (dir === undefined)
  throw new Error("Cannot count words: no folder given. Say: node test/bench/background-words.ts DIR.");
const frequencies = new Map<string, number>();
let articles = 0;
for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  articles++;
  const words = new Set<string>();
  eachWord(readFileSync(join(entry.parentPath, entry.name), "latin1"), (letters, length) =>
    words.add(spell(letters, length)),
  );
  for (const word of words) if (!/^\d/.test(word)) frequencies.set(word, (frequencies.get(word) ?? 0) + 1);
}
const buckets: string[][] = [];
for (const [word, count] of [...frequencies].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
  const share = count / articles;
  if (share < LEAST_SHARE) continue;
  const place = Math.floor(Math.log(share) / Math.log(Math.SQRT1_2));
  (buckets[place] ??= []).push(word);
}
const lists = Array.from(buckets, (bucket) => (bucket ?? []).join(" "));
writeFileSync(
  new URL("../../src/core/matching/background-words.ts", import.meta.url),
  `/** Stemmed words by how many support articles have them, see \`background.ts\`; counted by test/bench/background-words.ts. */
export const SUPPORT_WORDS: readonly string[] = ${JSON.stringify(lists, null, 2)};

/** Stemmed words that people say around an error. */
export const EVERYDAY_TALK = ${JSON.stringify([...new Set(wordsOf(TALK))].join(" "))};
`,
);
process.stdout.write(`${articles} articles, ${lists.reduce((sum, list) => sum + list.split(" ").length, 0)} words\n`);
