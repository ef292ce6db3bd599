/** Whether a line reads like a person talking to people, and not like a program. */
export function isTalk(line: string): boolean {
  return isPlainTalk(line) || MAYBE_TALK.test(line) || LOWER_CASE_TALK.test(line);
}

/** Whether no program would write that, not even half a sentence of it. */
export function isPlainTalk(line: string): boolean {
  return TALK.test(line) || ENDS_AS_TALK.test(line);
}

/** Words that people use and messages don't. */
const TALK = joined("i", [
  /^(?:@\w|<[@!#])|\B@(?:here|channel|everyone)\b/,
  /\b(?:hey|hi|hello|morning|folks|guys|team),/,
  /^(?:hey|hi|hello|morning|good morning|fyi|btw|thanks|thank you|thx|cc|lol|hmm+|same here)\b(?!.{0,3}:)/,
  /\b(?:any ?(?:one|body)|some ?(?:one|body)) (?:seen|see|know|knows|has|have|else|got|from|can|here|around|tell|explain|help)\b/,
  /\b(?:any ideas?|any clue|no clue|no luck|any luck|any help|any hints?|any thoughts?|any suggestions?)\b/,
  /\b(?:pls|plz|thx|tks|asap|afaik|imho|wtf|gonna|wanna|dunno|kinda|btw|idk)\b/,
  /(?:^|[,.] |\b(?:am|are|is|keep|been|started|also) )getting\b/,
  /\b(?:seeing|throwing|shows up|popped up|pops up|happens on|stuck again|box says|screen shows|says:|saw this|seen this)\b/,
  /\b(?:already tried|tried (?:to|it|restarting|rebooting)|worked fine|let me know|take a look|have a look|can someone|does anyone)\b/,
  /\b(?:since (?:the (?:upgrade|update|deploy|reboot|restart|patch|migration|move|weekend)|yesterday|monday|tuesday|wednesday|thursday|friday))\b/,
  /\b(?:last night|last week|this morning|yesterday|screenshot|appreciated)\b/,
  /\b(?:is blocking|blocking about|the following when|customer reports|user (?:from|\w+\.? ?\w* called))\b/,
  /(?::\)|:\(|:-\)|;\)|!!+)\s*$/,
]);

/** Words that a wrapped or garbled message may have too. */
const MAYBE_TALK = joined("i", [
  /\b(?:i|we|i'm|we're|i've|we've|i'd|im|our)\b(?![/.\\])/,
  /\bmy (?!computer|documents|network|briefcase|pictures|music|folders)\w/,
]);

/** Words that messages use as well, but with a capital or in capitals. */
const LOWER_CASE_TALK = joined("", [
  /^\s*(?:also|and|but|so|ok|yes|yep|nope|no|note|sorry|update)\b/,
  /\batm\b/,
  /\b(?:can|could) you\b/,
]);

function joined(flags: string, parts: readonly RegExp[]): RegExp {
  return new RegExp(parts.map((part) => part.source).join("|"), flags);
}

/** A lower-case beginning and a question mark: "what is that?" */
const ENDS_AS_TALK = /^[\s>]{0,8}[a-z][^\n]{0,300}\?\s{0,8}$/;
