import type { Found, Take } from "./shape.ts";

/** A password: whatever stands there, unless it plainly stands for something else. */
export const aPassword: Take = ({ value }) => {
  const secret = trimmed(value);
  return secret.length < 2 || isPlaceholder(secret) || isCode(secret) ? "" : secret;
};

/** What stands after a colon may be prose; then only what looks like a secret is one. */
export const afterColon: Take = (found) => {
  const secret = aPassword(found);
  if (secret === "" || looksTyped(secret)) return secret;
  return isLast(found) ? secret : "";
};

/** A word that people use for other things too: it needs the look of a secret. */
export const typedOnly: Take = (found) => {
  const secret = aPassword(found);
  return looksTyped(secret) && !isPath(secret) ? secret : "";
};

/** A key that a program made. */
export const aKey: Take = (found) => {
  const secret = aPassword(found);
  return looksMade(secret) && secret.length >= 8 && !isPath(secret) ? secret : "";
};

/** A key where the name says little: long, and neither an id nor a number. */
export const aLongKey: Take = (found) => {
  const secret = aKey(found);
  return secret.length >= 16 && !GUID.test(secret) && !/^(?:0x)?[\dA-Fa-f]{1,16}$/.test(secret) ? secret : "";
};

const GUID = /^\{?[\dA-Fa-f]{8}(?:-[\dA-Fa-f]{4}){3}-[\dA-Fa-f]{12}\}?$/;

/** Without what follows a value in a list, a query or a sentence. */
function trimmed(value: string): string {
  const end = value.search(/[,&|][\w.-]{1,40}["']?[=:]|%26|&amp;|\\[rn"']|\[[\w -]{2,40} removed\]/);
  return (end < 0 ? value : value.slice(0, end)).replace(/[,.)}\]:]{1,8}$/, "").trim();
}

const WORDS = new Set(
  "null none nil undefined true false yes no empty blank required optional unknown n/a string hidden masked redacted incorrect invalid expired wrong missing correct ok failed failure success set unset changed default disabled enabled encrypted prompt never always bearer basic not is was the a an to for of in".split(
    " ",
  ),
);

const NAMED =
  /^(?:<[^>]*>?|\$?\{.*|\$\(.*|%[\w ]+%?|\$env:.*|\$[A-Z_\d]+|[@$&]?(?:your|my|the|new|old|str|txt|sz|lp|user|db|some|this|a)?[_ -]?(?:password|passwd|pwd|passphrase|secret|token|api[_-]?key|kennwort|passwort)s?(?:[_ -]?here)?|&lt;.*)$/i;

/** Stands for a value without being one. */
export function isPlaceholder(value: string): boolean {
  if (/^(.)\1*$/u.test(value) || /^[*x•●.…_#?[\]()-]+$/i.test(value)) return true;
  return WORDS.has(value.toLowerCase()) || NAMED.test(value);
}

/** An expression of a program: `txtPassword.Text`, `getSecret()`. */
function isCode(value: string): boolean {
  return /^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*){0,5}(?:\(|\[|\.[A-Z][a-z]+$|::|->)/.test(value);
}

function isPath(value: string): boolean {
  return /^(?:\.{0,2}\/[\w./-]*|[A-Za-z]:\\.*|\\\\.*|https?:.*)$/.test(value) && !/[+=]|[^/\\.]{30}/.test(value);
}

/** Letters and digits, or a sign within: nobody writes prose so. */
function looksTyped(value: string): boolean {
  if (value.length < 4) return false;
  if ((value.match(/[a-z][A-Z]/g) ?? []).length > 1) return true;
  return (
    (/\d/.test(value) && /\p{L}/u.test(value)) || /[!@#$%^&*+=?~]/.test(value.slice(0, -1)) || /^\d{4,12}$/.test(value)
  );
}

function looksMade(value: string): boolean {
  if (!/^[\w+/=.~%:!@#$^*-]+$/.test(value)) return false;
  if (/\d/.test(value) && /[A-Za-z]/.test(value)) return true;
  return value.length >= 20 && /[a-z]/.test(value) && /[A-Z]/.test(value) && !/[ .]/.test(value);
}

/** Nothing follows on the line, or a sign that ends a value. */
function isLast({ text, end }: Found): boolean {
  const after = /^["'`]?[ \t]{0,80}([^\r\n])?/.exec(text.slice(end, end + 90))?.[1];
  return after === undefined || /[,;|)}\]<]/.test(after) || text.slice(end, end + 2) === "  ";
}
