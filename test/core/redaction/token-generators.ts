import { j, type LeakMaker } from "./leak.ts";
import { BASE32, BASE64, BASE64URL, DIGITS, HEX, type Random, UPPER, WORD } from "./random.ts";

const UPPER_DIGITS = UPPER + DIGITS;

/** Tokens that are known by their form. */
const TOKENS: Readonly<Record<string, (r: Random) => string>> = {
  "AWS access key": (r) => j(r.pick(["AK", "AS"]), "IA", r.text(`${UPPER}234567`, 16)),
  "GitHub classic token": (r) => j("gh", r.pick(["p", "o", "u", "s", "r"]), "_", r.text(WORD, 36)),
  "GitHub fine-grained token": (r) => j("github", "_pat_", r.text(WORD, 22), "_", r.text(WORD, 59)),
  "GitLab token": (r) => j("gl", r.pick(["pat", "dt", "rt"]), "-", r.text(BASE64URL, 20)),
  "npm token": (r) => j("npm", "_", r.text(WORD, 36)),
  "PyPI token": (r) => j("py", "pi-AgEIcHlwaS5vcmc", r.text(BASE64URL, 90)),
  "Google API key": (r) => j("AI", "za", r.text(BASE64URL, 34), r.text(WORD, 1)),
  "Google client secret": (r) => j("GOC", "SPX-", r.text(BASE64URL, 27), r.text(WORD, 1)),
  "Google access token": (r) => j("ya", "29.", r.text(BASE64URL, 120)),
  "Azure client secret": (r) => j(r.text(WORD, 3), r.pick(["7", "8"]), "Q~", r.text(`${WORD}_~-`, 33), r.text(WORD, 1)),
  "DigitalOcean token": (r) => j("do", r.pick(["p", "o", "r"]), "_v1_", r.text(HEX, 64)),
  "Docker Hub token": (r) => j("dck", "r_pat_", r.text(BASE64URL, 26), r.text(WORD, 1)),
  "Vault token": (r) => j("hv", r.pick(["s", "b", "r"]), ".", r.text(BASE64URL, 90)),
  "Terraform token": (r) => j(r.text(WORD, 14), ".atlas", "v1.", r.text(BASE64URL, 66), "a"),
  "Databricks token": (r) => j("da", "pi", r.text(HEX, 32)),
  "Slack bot token": (r) =>
    j("xo", r.pick(["xb", "xp"]), "-", r.text(DIGITS, 12), "-", r.text(DIGITS, 13), "-", r.text(WORD, 24)),
  "Slack app token": (r) => j("xa", "pp-1-A0", r.text(UPPER_DIGITS, 9), "-", r.text(DIGITS, 13), "-", r.text(HEX, 64)),
  "Discord token": (r) =>
    j(r.pick(["M", "N", "O"]), r.text(WORD, 25), ".", r.text(BASE64URL, 6), ".", r.text(BASE64URL, 37), "x"),
  "Telegram token": (r) => j(r.pick(["1", "5", "9"]), r.text(DIGITS, 8), ":A", "A", r.text(BASE64URL, 32), "z"),
  "Stripe key": (r) => j(r.pick(["s", "r"]), "k_", r.pick(["live", "test"]), "_", r.text(WORD, 24 + r.int(70))),
  "Stripe webhook secret": (r) => j("wh", "sec_", r.text(WORD, 32)),
  "Square token": (r) => j("sq0", "atp-", r.text(BASE64URL, 22)),
  "Shopify token": (r) => j("shp", r.pick(["at", "ca", "pa", "ss"]), "_", r.text(HEX, 32)),
  "Twilio key": (r) => j("S", "K", r.text(HEX, 32)),
  "SendGrid key": (r) => j("S", "G.", r.text(BASE64URL, 22), ".", r.text(BASE64URL, 42), "x"),
  "Mailgun key": (r) => j("k", "ey-", r.text(HEX, 32)),
  "Mailchimp key": (r) => j(r.text(HEX, 32), "-u", "s", String(1 + r.int(20))),
  "OpenAI key": (r) => j("s", "k-", r.pick(["", "proj-"]), r.text(WORD, 48)),
  "Anthropic key": (r) => j("s", "k-ant-api03-", r.text(BASE64URL, 93), "AA"),
  "Hugging Face token": (r) => j("h", "f_", r.text(WORD, 34)),
  "Atlassian token": (r) => j("AT", "ATT3x", r.text(BASE64URL, 180)),
  "New Relic key": (r) => j("NR", "AK-", r.text(UPPER_DIGITS, 27)),
  "Grafana token": (r) => j("gl", "sa_", r.text(WORD, 32), "_", r.text(HEX, 8)),
  "Sentry token": (r) => j("snt", "rys_", r.text(BASE64, 90)),
  "Linear key": (r) => j("lin", "_api_", r.text(WORD, 40)),
  "Notion token": (r) => j("nt", "n_", r.text(WORD, 46)),
  "PlanetScale token": (r) => j("psc", "ale_tkn_", r.text(WORD, 43)),
  "Postman key": (r) => j("PM", "AK-", r.text(HEX, 24), "-", r.text(HEX, 34)),
  "Dynatrace token": (r) => j("dt", "0c01.", r.text(BASE32, 24), ".", r.text(BASE32, 64)),
  "age secret key": (r) => j("AGE-SEC", "RET-KEY-1", r.text(UPPER_DIGITS, 58)),
  "JSON Web Token": (r) =>
    j(
      "ey",
      "J",
      r.text(BASE64URL, 30 + r.int(30)),
      ".ey",
      "J",
      r.text(BASE64URL, 60 + r.int(200)),
      ".",
      r.text(BASE64URL, r.pick([43, 86, 342])),
    ),
  "product key": (r) => Array.from({ length: 5 }, () => r.text("BCDFGHJKMPQRTVWXY2346789", 5)).join("-"),
};

/** Where a token turns up. */
const PLACES: readonly ((token: string, r: Random) => string)[] = [
  (token) => token,
  (token) => `Error: request with ${token} was rejected (0x80070005)`,
  (token) => `{"level":"error","token":"${token}","code":403}`,
  (token) => `export TOKEN='${token}'`,
  (token) => `config: token=${token}; retry=3`,
  (token) => `<value>${token}</value>`,
  (token) => `Using key (${token}), attempt 2`,
  (token) => `Authorization: Bearer ${token}`,
  (token) => `> ${token}\n`,
  (token) => `\`${token}\``,
];

/** Tokens of one length, which are found even when a line break tore them. */
const TORN = [
  "AWS access key",
  "GitHub classic token",
  "npm token",
  "Google API key",
  "Slack bot token",
  "SendGrid key",
  "Discord token",
  "JSON Web Token",
  "Stripe key",
];

function placed(make: (r: Random) => string): LeakMaker {
  return (r) => {
    const token = make(r);
    return { text: r.pick(PLACES)(token, r), secrets: [token] };
  };
}

function torn(make: (r: Random) => string): LeakMaker {
  return (r) => {
    const token = make(r);
    const at = token.length - 8 - r.int(Math.min(8, token.length - 14));
    const [head, tail] = [token.slice(0, at), token.slice(at)];
    return { text: `The key is\n${head}${r.pick(["\n", "\r\n", "\n  ", "\n> "])}${tail}\n`, secrets: [head, tail] };
  };
}

export const TOKEN_LEAKS: Readonly<Record<string, LeakMaker>> = {
  ...Object.fromEntries(Object.entries(TOKENS).map(([name, make]) => [name, placed(make)])),
  ...Object.fromEntries(
    TORN.filter((name) => name !== "Stripe key").map((name) => [`${name}, torn`, torn(TOKENS[name]!)]),
  ),
};
