import { wordsOf } from "./words.ts";

/** Words that people and support articles use for the same thing; each line is one meaning. */
const SAME_MEANING = [
  "cannot can't unable couldn't won't",
  "fail failure fails doesn't didn't broken break",
  "error err errmsg failure problem issue bug",
  "message msg msgs errmsg text popup",
  "incorrect incorrectly wrong wrongly invalid bad improper improperly",
  "display show appear shown shows",
  "delete remove erase uninstall",
  "create make add generate",
  "change modify edit alter",
  "start launch begin run execute boot",
  "stop quit end terminate exit abort cease",
  "crash fault gpf violation exception crashes die dies terminate hang",
  "hang freeze lock stuck responding unresponsive deadlock",
  "find locate found search",
  "receive get obtain retrieve",
  "send transmit submit post deliver",
  "open access load read",
  "save write store",
  "connect attach link connection",
  "logon login log sign",
  "logoff logout",
  "directory folder dir path",
  "computer machine pc workstation host box server",
  "program application app software tool executable exe",
  "function routine method procedure api call",
  "parameter argument option switch",
  "value number setting",
  "database db mdb",
  "password passwd pwd",
  "user account",
  "document file",
  "print printer printing printout",
  "screen monitor video",
  "picture image bitmap graphic",
  "memory ram",
  "setup install installation installer",
  "upgrade update",
  "patch hotfix fix update",
  "configure configuration setting setup config",
  "documentation manual help docs",
  "missing lost gone disappear lose",
  "corrupt damage corruption corrupted garbage",
  "slow slowly performance speed",
  "large big huge long",
  "small little tiny",
  "allow let permit enable",
  "disable off",
  "prevent avoid block",
  "require need must",
  "use using usage",
  "cause make lead result",
  "occur happen",
  "return give yield",
  "duplicate twice double copy",
  "size length width height",
  "uppercase capital upper",
  "lowercase lower",
  "blank empty",
  "full space",
  "limit maximum max limitation",
  "minimum min",
  "character letter char",
  "mail email message",
  "attacker malicious hacker vulnerability security",
  "overflow overrun buffer",
  "permission right privilege access denied",
  "administrator admin",
  "browser explorer ie",
  "how way howto",
  "handle process support",
  "support implement handle",
  "declare definition define declaration",
  "compiler compile compilation",
  "library lib",
  "specify pass set",
  "replace overwrite",
  "reboot restart",
  "concurrent simultaneous",
  "client workstation",
] as const;

const MEANINGS = SAME_MEANING.map((line) => new Set(line.split(" ").flatMap((word) => wordsOf(word).slice(0, 1))));

const OTHERS = new Map(
  [...new Set(MEANINGS.flatMap((meaning) => [...meaning]))].map((word) => [word, othersFor(word)]),
);

function othersFor(word: string): readonly string[] {
  const others = new Set(MEANINGS.filter((meaning) => meaning.has(word)).flatMap((meaning) => [...meaning]));
  others.delete(word);
  return [...others];
}

/** Words, as the index spells them, that mean about the same as one so spelled; none for most. */
export function sameMeaning(word: string): readonly string[] {
  return OTHERS.get(word) ?? [];
}
