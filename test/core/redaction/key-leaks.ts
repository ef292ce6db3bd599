import { base64, j, key, type Leak, leak, type LeakMaker } from "./leak.ts";
import { aHost, aPassword, aPlainPassword, BASE64, BASE64URL, HEX, type Random, UPPER, WORD } from "./random.ts";

/** A base-64 body in lines of 64. */
function bodyLines(r: Random, lines: number): string[] {
  return Array.from({ length: lines }, (_, index) =>
    index === lines - 1 ? `${r.text(BASE64, 30)}==` : r.text(BASE64, 64),
  );
}

function pem(r: Random): Leak {
  const kind = r.pick(["RSA ", "EC ", "", "ENCRYPTED ", "OPENSSH ", "DSA "]);
  const body = bodyLines(r, 4 + r.int(20));
  const [begin, end] = [`-----BEGIN ${kind}PRIVATE KEY-----`, `-----END ${kind}PRIVATE KEY-----`];
  const text = r.pick([
    () => [begin, ...body, end].join("\n"),
    () => [begin, ...body, end].join("\r\n"),
    () => [begin, ...body, end].map((line) => `    ${line}`).join("\n"),
    () => [begin, ...body, end].map((line) => `> ${line}`).join("\n"),
    () => `"key": "${[begin, ...body, end].join("\\n")}",`,
    () => [begin, ...body].join("\n"),
    () => `${begin} ${body.join(" ")} ${end}`,
    () => [begin, "Proc-Type: 4,ENCRYPTED", "DEK-Info: AES-128-CBC,0123456789ABCDEF", "", ...body, end].join("\n"),
  ])();
  return { text: `loading key failed\n${text}\nexit code 0x80092004`, secrets: body };
}

/** Keys, headers and addresses where programs write them. */
export const KEY_LEAKS: Readonly<Record<string, LeakMaker>> = {
  "PEM private key": pem,
  "private key, base 64 alone": leak(
    (r) => j("b3BlbnNz", "aC1rZXktdjE", r.text(BASE64, 200)),
    (s) => s,
    (s) => `data: ${s}\nexit 1`,
  ),
  "PuTTY private key": (r) => {
    const lines = bodyLines(r, 8);
    return {
      text: `PuTTY-User-Key-File-2: ssh-rsa\nPrivate-Lines: 8\n${lines.join("\n")}\nPrivate-MAC: 0`,
      secrets: lines,
    };
  },
  "AWS secret key": leak(
    (r) => r.text(BASE64, 39) + "x",
    (s) => `aws_secret_access_key = ${s}`,
    (s) => `AWS_SECRET_ACCESS_KEY=${s}`,
    (s) => `"SecretAccessKey": "${s}"`,
    (s, r) => `AKIA${r.text(UPPER, 16)}:${s}`,
    (s) => `export AWS_SECRET_KEY='${s}'`,
  ),
  "Azure storage key": leak(
    (r) => `${r.text(BASE64, 86)}==`,
    (s) => `DefaultEndpointsProtocol=https;AccountName=logs;AccountKey=${s};EndpointSuffix=core.windows.net`,
    (s) => `SharedAccessKeyName=Root;SharedAccessKey=${s}`,
  ),
  "Azure SAS": leak(
    (r) => `${r.text(WORD, 43)}%3D`,
    (s) => `https://logs.blob.core.windows.net/c/f?sv=2024-11-04&se=2026-01-01&sr=b&sp=r&sig=${s}`,
  ),
  "Slack webhook": leak(
    (r) => `T0${r.text(UPPER, 8)}/B0${r.text(UPPER, 8)}/${r.text(WORD, 24)}`,
    (s) => `POST https://hooks.slack.com/services/${s} -> 404`,
  ),
  "Discord webhook": leak(
    (r) => r.text(BASE64URL, 67) + "a",
    (s, r) => `https://discord.com/api/webhooks/${r.text("123456789", 18)}/${s}`,
  ),
  "Twilio pair": leak(
    (r) => r.text(HEX, 32),
    (s, r) => `AC${r.text(HEX, 32)}:${s}`,
    (s) => `TWILIO_AUTH_TOKEN=${s}`,
  ),
  "URL password": leak(
    aPlainPassword,
    ...["postgres", "mysql", "redis", "amqp", "mongodb+srv", "ftp", "https", "smtp"]
      .map(
        (scheme) => (s: string, r: Random) =>
          `cannot connect to ${scheme}://${r.pick(["u", "app", "svc-1"])}:${s.replaceAll(/[\s/?#]/g, "x")}@${aHost(r)}/db: timeout`,
      )
      .map((write) => (s: string, r: Random) => write(s, r)),
  ),
  "URL password with odd signs": (r) => {
    const secret =
      r.pick(["p@ss/w0rd", "a:b@c", "x#y@1", "q?w@2", "p%40ss%2Fw0rd", "@@home77", "pa/ss//w0rd"]) + r.text(WORD, 4);
    return { text: `postgres://u:${secret}@h/db refused`, secrets: [secret] };
  },
  "URL-encoded URL password": leak(
    (r) => r.text(WORD, 12),
    (s) => `next=postgres%3A%2F%2Fapp%3A${s}%40db1%2Fmain&x=1`,
  ),
  "query token": leak(
    key,
    (s) => `GET /v1/items?access_token=${s}&page=2 HTTP/1.1`,
    (s) => `https://api.example.com/?api_key=${s}`,
    (s) => `/callback?code=${s}&state=1`,
    (s) => `/login?password=${s}&user=x`,
  ),
  "URL-encoded form": leak(
    (r) => r.text(WORD, 12),
    (s) => `grant_type=password&username=u&password=${s}&scope=x`,
    (s) => `body=username%3Du%26password%3D${s}%26scope%3Dx`,
  ),
  "Basic header": leak(
    (r) => base64(`${r.pick(["ana", "svc"])}:${aPassword(r)}`),
    (s) => `Authorization: Basic ${s}`,
    (s) => `authorization=Basic ${s}`,
    (s) => `-H "Authorization: Basic ${s}"`,
    (s) => `"Authorization": "Basic ${s}"`,
    (s) => `{"authorization":["Basic ${s}"]}`,
    (s) => `Proxy-Authorization: Basic ${s}`,
  ),
  "Bearer header": leak(
    key,
    (s) => `Authorization: Bearer ${s}`,
    (s) => `> authorization: bearer ${s}`,
    (s) => `'Authorization' => 'Bearer ${s}'`,
    (s) => `Authorization%3A%20Bearer%20${s}`,
    (s) => `"headers":{"Authorization":"Bearer ${s}"}`,
    (s) => `\\"Authorization\\":\\"Bearer ${s}\\"`,
  ),
  "Negotiate header": leak(
    (r) => `YII${r.text(BASE64, 300)}`,
    (s) => `Authorization: Negotiate ${s}`,
    (s) => `Authorization: NTLM ${s}`,
  ),
  "AWS signature": leak(
    (r) => r.text(HEX, 64),
    (s) =>
      `Authorization: AWS4-HMAC-SHA256 Credential=X/20260101/eu/s3/aws4_request, SignedHeaders=host, Signature=${s}`,
  ),
  cookie: leak(
    (r) => r.text(WORD, 32),
    (s) => `Cookie: JSESSIONID=${s}; theme=dark`,
    (s) => `Set-Cookie: sid=${s}; Path=/; HttpOnly`,
    (s) => `curl -H 'Cookie: session=${s}'`,
    (s) => `PHPSESSID=${s}`,
    (s) => `ASP.NET_SessionId=${s}; path=/`,
    (s) => `"cookie": "a=1; b=${s}"`,
  ),
  "API key header": leak(
    key,
    (s) => `X-Api-Key: ${s}`,
    (s) => `x-auth-token: ${s}`,
    (s) => `-H "PRIVATE-TOKEN: ${s}"`,
    (s) => `"Ocp-Apim-Subscription-Key": "${s}"`,
    (s) => `DD-API-KEY: ${s}`,
    (s) => `X-Vault-Token: ${s}`,
  ),
};
