import { KEY_NAMES, PASSWORD_NAMES, SHORT_NAMES, WEAK_NAMES } from "../names.ts";
import { byPattern, type Shape, type Take } from "../shape.ts";
import { afterColon, aKey, aLongKey, aPassword, typedOnly } from "../value.ts";

const any = (names: readonly string[]) => `(?:${names.join("|")})`;
const SHORT = `(?<![A-Za-z])${any(SHORT_NAMES)}`;
/** `password1`, `password_hash`, `api_key_base64`: the name goes on a little. */
const SUFFIX = String.raw`(?:[_.-]?(?:hash|value|string|text|plain|enc(?:rypted)?|base64|b64|salt|prod|dev|test|\d{1,2}))?`;
const CLOSE = String.raw`\\{0,3}["'\]]?[ \t]{0,8}`;
const EQUALS = String.raw`${CLOSE}(?:=>|:=|=(?![=~])|＝|%3D)[ \t]{0,8}`;
const COLON = String.raw`${CLOSE}(?::(?![:/=]|\\(?![\"']))|：|%3A)[ \t]{0,8}`;
const EITHER = String.raw`${CLOSE}(?:=>|:=|=(?![=~])|:(?![:/=]|\\(?![\"']))|＝|：|%3D|%3A)[ \t]{0,8}`;
const TAGS = String.raw`(?:(?:!!?\w{1,10}|[$@]|N(?=')|b(?=['"]))[ \t]?)?`;
const QUOTED = String.raw`${TAGS}(?:\\{1,3}"([^"\\\r\n]{1,400})|"((?:[^"\\\r\n]|\\.|""){1,400}?)"(?!")|'((?:[^'\\\r\n]|\\.|''){1,400}?)'(?!'))`;
const OPEN_QUOTE = String.raw`["']([^"'\r\n]{1,400})$`;
const BARE = String.raw`([^\s"'<>;${"`"}\\][^\s"'<>;]{0,400})`;
const PAIR = String.raw`([^;\r\n"'<>{}]{1,128})(?=;[ \t]{0,4}(?:[A-Za-z][\w .-]{1,40}=|["']|\r?$))`;

const shaped = (name: string, says: string, source: string, take: Take) =>
  byPattern(name, says, new RegExp(source, "im"), { take });

/** A value in quotes whose name leaves no doubt; a sentence is no password. */
const quoted: Take = (found) =>
  /\s.*\s/.test(found.value.trim()) && !/\d/.test(found.value) ? "" : aPassword({ ...found });

const PASSWORD = any(PASSWORD_NAMES) + SUFFIX;
const SHORT_PASSWORD = SHORT + SUFFIX;

/** `PWD` is also the working directory. */
const shortValue: Take = (found) => (/^(?:\/|[A-Za-z]:[\\/]|~)/.test(found.value) ? "" : typedOnly(found));
const pairValue: Take = (found) => (/^(?:\/|[A-Za-z]:[\\/]|~)/.test(found.value) ? "" : aPassword(found));

/** `name = value` in every notation: connection strings, configuration files, environments, JSON, YAML, XML, programs. */
export const ASSIGNMENT_SHAPES: readonly Shape[] = [
  shaped(
    "connection-string-password",
    "password",
    String.raw`(?:${PASSWORD}|(?<![A-Za-z])pwd)[ \t]{0,4}=[ \t]{0,4}${PAIR}`,
    pairValue,
  ),
  shaped(
    "last-pair-password",
    "password",
    String.raw`;[ \t]{0,4}(?:pwd|pass)[ \t]{0,4}=[ \t]{0,4}([^;"'\s<>]{1,128})`,
    pairValue,
  ),
  shaped("quoted-password", "password", `(?:${PASSWORD}|${SHORT_PASSWORD})${EITHER}${QUOTED}`, quoted),
  shaped("open-quoted-password", "password", `(?:${PASSWORD})${EITHER}${OPEN_QUOTE}`, quoted),
  shaped("password-equals", "password", PASSWORD + EQUALS + BARE, aPassword),
  shaped("password-colon", "password", PASSWORD + COLON + BARE, afterColon),
  shaped("short-password", "password", SHORT_PASSWORD + EITHER + BARE, shortValue),
  shaped("quoted-key", "key", any(KEY_NAMES) + SUFFIX + EITHER + QUOTED, aKey),
  shaped("key-value", "key", any(KEY_NAMES) + SUFFIX + EITHER + BARE, aKey),
  shaped("weak-quoted-key", "key", `${any(WEAK_NAMES)}${SUFFIX}${EITHER}${QUOTED}`, aLongKey),
  shaped("weak-key-value", "key", `${any(WEAK_NAMES)}${SUFFIX}${EITHER}${BARE}`, aLongKey),
  shaped(
    "xml-password",
    "password",
    String.raw`<(?:[\w-]{1,40}:)?[\w.-]{0,40}?(?:${PASSWORD}|pwd|passphrase)(?:[ \t][^<>]{0,200})?>(?:[ \t\r\n]{0,20}<(?:\w+:)?Value>)?([^<>\r\n]{1,400})<`,
    aPassword,
  ),
  shaped(
    "xml-key",
    "key",
    String.raw`<(?:[\w-]{1,40}:)?[\w.-]{0,40}?(?:${any(KEY_NAMES)}|token|secret)(?:[ \t][^<>]{0,200})?>([^<>\r\n]{1,4000})<`,
    aKey,
  ),
  shaped(
    "attribute-password",
    "password",
    String.raw`(?:key|name|id)=["'][\w.: -]{0,60}?(?:${PASSWORD}|pwd|secret|apikey|api[-_]key|token)["'][ \t]{1,8}value=["']([^"'\r\n]{1,400})`,
    aPassword,
  ),
  shaped(
    "name-value-password",
    "password",
    String.raw`["']?name["']?[ \t]{0,4}[:=][ \t]{0,4}["']?[\w.-]{0,60}?(?:${PASSWORD}|pwd|secret|api[-_]?key|token)["']?[ \t]{0,4}(?:,[ \t]{0,4}|\r?\n[ \t-]{0,40})["']?value["']?[ \t]{0,4}[:=][ \t]{0,4}["']?([^\s"',}]{1,400})`,
    aPassword,
  ),
  shaped(
    "define-password",
    "password",
    String.raw`(?:define|setProperty|put|set|setenv|putenv|Add|env)\(["'][\w.-]{0,60}?(?:${PASSWORD}|pwd|pass|secret|api[-_]?key|token)["'][ \t]{0,4},[ \t]{0,4}["']([^"'\r\n]{1,400})`,
    aPassword,
  ),
  shaped(
    "dollar-space-password",
    "password",
    String.raw`^[ \t]{0,16}(?:requirepass|masterauth|bindpw|rootpw|default-?password|snmp-server community|enable (?:secret|password)(?: \d)?|username \S{1,40} (?:privilege \d{1,2} )?(?:secret|password)(?: \d)?|password(?: \d)?|key-string|wpa-passphrase)[ \t]{1,16}["']?([^\s"']{2,200})["']?[ \t]*(?:RO|RW)?[ \t\r]*$`,
    typedOnly,
  ),
  shaped(
    "sql-password",
    "password",
    String.raw`(?:IDENTIFIED[ \t]{1,4}(?:WITH[ \t]{1,4}\S{1,60}[ \t]{1,4})?BY|(?:ENCRYPTED|WITH|ROLE|USER|SET)[ \t]{1,4}PASSWORD(?:[ \t]{0,4}=)?|PASSWORD)(?:[ \t]{1,4}PASSWORD)?[ \t]{0,4}\(?['"]([^'"\r\n]{2,200})['"]`,
    quoted,
  ),
  shaped(
    "spoken-password",
    "password",
    String.raw`(?:${PASSWORD}|${SHORT})(?:[ \t]+(?:for|of|für|de|pour|para|von|van)[ \t]+[^\r\n:=]{1,60}?)?[ \t]*(?:[ \t]is(?:[ \t]now)?(?:[ \t]set)?(?:[ \t]to)?|[ \t]was(?:[ \t]set)?(?:[ \t]to)?|[ \t]lautet|[ \t]ist|[ \t]est|[ \t]es|:)[ \t]*:?[ \t]+["'„“«${"`"}]?([^\s"'“”»${"`"}]{4,200})`,
    typedOnly,
  ),
];
