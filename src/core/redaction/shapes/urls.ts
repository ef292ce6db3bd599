import { byPattern, type Shape, type Take } from "../shape.ts";
import { aLongKey, aPassword } from "../value.ts";

/** The password of `scheme://user:password@host`, whatever characters it has. */
const beforeHost: Take = ({ value }) => {
  const port = /^\d{1,5}(?=[/?#])/.test(value);
  const near = value.slice(0, Math.max(0, value.search(/[/?#]/)));
  if (port) return "";
  const at =
    isHost(near.slice(near.lastIndexOf("@") + 1)) && near.includes("@") ? near.lastIndexOf("@") : lastHost(value);
  const secret = value.slice(0, Math.max(0, at));
  return /^(?:<[^>]*>|\$\{.*\}|\{.*\}|\*+|x+)$/i.test(secret) ? "" : secret;
};

/** A name with a dot or a port after it leaves no doubt that the password ended before it. */
function isHost(text: string): boolean {
  return /^(?:localhost|[\w-]{1,63}(?:\.[\w-]{1,63}){1,8})(?::\d{1,5})?$|^[\w-]{1,63}:\d{1,5}$/.test(text);
}

/** Where the last `@` with a host after it stands. */
function lastHost(value: string): number {
  const at = value.lastIndexOf("@");
  return at >= 0 && /^[\w[%.-]/.test(value.slice(at + 1)) ? at : -1;
}

const QUERY_NAMES =
  "access_token|refresh_token|id_token|auth_token|authtoken|token|api_?key|apikey|key|auth|secret|client_secret|code|sig|signature|x-amz-signature|x-amz-credential|x-amz-security-token|x-goog-signature|session|sessionid|sid|jwt|ticket|assertion|samlresponse|saml";

/** Secrets in addresses. */
export const URL_SHAPES: readonly Shape[] = [
  byPattern(
    "url-password",
    "password",
    /(?<![A-Za-z0-9+.-])[A-Za-z][A-Za-z0-9+.-]{1,30}:\/\/[^\s:/?#@"'<>[\]]{0,100}:([^\s"'<>`]{1,300})/,
    { take: beforeHost },
  ),
  byPattern("url-token-user", "token", /https?:\/\/([\w.~%-]{20,255})@(?=[\w.-])/, { take: aLongKey }),
  byPattern("encoded-url-password", "password", /%3A%2F%2F[^\s%:@"']{0,100}(?:%3A|:)([^\s@"'<>]{1,200}?)(?:%40|@)/i),
  byPattern(
    "query-password",
    "password",
    /[?&](?:[\w.-]{0,20}(?:password|passwd|passphrase)|pwd|pass|pw)=([^&;\s"'<>#]{1,200})/i,
    { take: aPassword },
  ),
  byPattern("query-token", "token", new RegExp(String.raw`[?&#](?:${QUERY_NAMES})=([^&\s"'<>#]{8,4000})`, "i"), {
    take: aLongKey,
  }),
  byPattern("smb-url-password", "password", /(?:smb|cifs):\/\/[^\s:/@;]{0,40};?[^\s:/@;]{0,40}:([^\s@/]{1,120})@/i),
];
