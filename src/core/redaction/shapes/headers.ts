import { byPattern, type Shape } from "../shape.ts";
import { aKey, isPlaceholder } from "../value.ts";

/** What programs send each other to say who they are. A separator may be `:`, `=`, or either in quotes or URL-encoded. */
const SEPARATOR = String.raw`\\?["']?[ \t]{0,4}(?:=>|[:=]|%3A|,)[ \t]{0,4}(?:%20)?\[?\\?["']?`;

const header = (names: string, value: string) =>
  new RegExp(String.raw`(?<![A-Za-z0-9])(?:${names})${SEPARATOR}${value}`, "i");

const AUTHORIZATION = "(?:proxy-|x-)?authorization|auth";

/** Secrets in HTTP headers, as traces, scripts and error reports show them. */
export const HEADER_SHAPES: readonly Shape[] = [
  byPattern(
    "basic-header",
    "credentials",
    header(AUTHORIZATION, String.raw`Basic(?:[ \t]|%20)+([A-Za-z0-9+/=_%-]{4,400})`),
  ),
  byPattern(
    "bearer-header",
    "token",
    header(
      AUTHORIZATION,
      String.raw`(?:Bearer|Token|JWT|Bot|OAuth|ApiKey|GenieKey|Key)(?:[ \t]|%20)+(?:token=)?["']?([\w.~+/=:|%-]{6,8000})`,
    ),
  ),
  byPattern(
    "negotiate-header",
    "credentials",
    header(`${AUTHORIZATION}|www-authenticate`, String.raw`(?:Negotiate|NTLM|Kerberos)[ \t]+([A-Za-z0-9+/=]{16,8000})`),
  ),
  byPattern("digest-header", "credentials", /Digest [^\r\n]{0,400}?response="?([a-f0-9]{32,64})/i),
  byPattern("signature-header", "signature", /AWS4-HMAC-SHA256[^\r\n]{0,600}?Signature=([a-f0-9]{64})/),
  byPattern(
    "bare-authorization",
    "credentials",
    header("(?:proxy-)?authorization", String.raw`([A-Za-z0-9+/=_.~-]{16,4000})(?![ \t]*[A-Za-z0-9])`),
    { take: aKey },
  ),
  byPattern("bare-bearer", "token", /(?<![A-Za-z])Bearer(?:[ \t]|%20)+([\w.~+/=-]{16,8000})/i, { take: aKey }),
  byPattern(
    "bare-basic",
    "credentials",
    /(?<![A-Za-z])Basic(?:[ \t]|%20)+([A-Za-z0-9+/]{8,400}={1,2})(?![A-Za-z0-9=])/,
  ),
  byPattern("cookie-header", "cookie", header("cookie2?", String.raw`([\w!#$%&'*+.^|~-]{1,80}=[^\r\n"'\\]{1,4000})`)),
  byPattern(
    "set-cookie-header",
    "cookie",
    header("set-cookie2?", String.raw`[\w!#$%&'*+.^|~-]{1,80}=([^;\r\n"'\\]{4,4000})`),
  ),
  byPattern(
    "session-cookie",
    "cookie",
    /(?<![A-Za-z])(?:JSESSIONID|PHPSESSID|ASPSESSIONID\w{0,10}|ASP\.NET_SessionId|connect\.sid|laravel_session|_session_id|sessionid|\.ASPXAUTH|\.AspNetCore\.[\w.]{1,40}|SSESS\w{8,40}|CFTOKEN|sid)(?:=|%3D)([\w.%+/=:-]{12,4000})/i,
    { take: aKey },
  ),
  byPattern(
    "key-header",
    "key",
    header(
      String.raw`x-[\w-]{0,30}(?:key|token|secret|signature|auth)|private-token|job-token|ocp-apim-subscription-key|api-key|dd-api-key`,
      String.raw`([\w.~+/=:-]{8,4000})`,
    ),
    {
      take: ({ value }) => (isPlaceholder(value) || !/\d/.test(value) ? "" : value),
    },
  ),
];
