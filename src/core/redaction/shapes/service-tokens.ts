import { byPattern, type Shape } from "../shape.ts";

const whole = { wraps: true } as const;

/** Tokens of chat systems, payment, mail and monitoring services, known by their form alone. */
export const SERVICE_TOKEN_SHAPES: readonly Shape[] = [
  byPattern("slack-token", "Slack token", /(?<![A-Za-z0-9])xox[abeoprs](?:\.xox[bp])?-[\w-]{10,400}/),
  byPattern(
    "slack-torn-token",
    "Slack token",
    /(?<![A-Za-z0-9])xox[bp]-\d{9,14}-\d{9,14}-(?:\d{9,14}-)?[A-Za-z0-9]{24}(?![A-Za-z0-9])/,
    whole,
  ),
  byPattern("slack-app-token", "Slack token", /(?<![A-Za-z0-9])xapp-\d-[A-Z0-9]{8,14}-\d{9,14}-[a-f0-9]{32,64}/, whole),
  byPattern(
    "slack-webhook",
    "Slack webhook",
    /hooks\.slack\.com\/(?:services|workflows|triggers)\/([A-Za-z0-9+/_-]{20,120})/,
  ),
  byPattern("discord-token", "Discord token", /(?<![\w-])[MNO][\w-]{23,27}\.[\w-]{6}\.[\w-]{27,40}(?![\w-])/),
  byPattern("torn-discord-token", "Discord token", /(?<![\w-])[MNO][\w-]{23,27}\.[\w-]{6}\.[\w-]{38}(?![\w-])/, whole),
  byPattern("discord-mfa-token", "Discord token", /(?<![\w-])mfa\.[\w-]{80,95}(?![\w-])/),
  byPattern(
    "discord-webhook",
    "Discord webhook",
    /discord(?:app)?\.com\/api(?:\/v\d{1,2})?\/webhooks\/\d{15,21}\/([\w-]{40,90})/,
  ),
  byPattern("teams-webhook", "Teams webhook", /webhook\.office\.com\/webhookb2\/([\w@/-]{40,300})/),
  byPattern("telegram-token", "Telegram token", /(?<!\d)\d{8,10}:AA[\w-]{33}(?![\w-])/, whole),
  byPattern("stripe-key", "Stripe key", /(?<![A-Za-z0-9_])[spr]k_(?:live|test)_[A-Za-z0-9]{20,250}/),
  byPattern("stripe-webhook-secret", "webhook secret", /(?<![A-Za-z0-9_])whsec_[A-Za-z0-9+/=]{24,80}/),
  byPattern("square-token", "Square token", /(?<![A-Za-z0-9_])(?:sq0[a-z]{3}-[\w-]{22,60}|EAAA[\w-]{60})/),
  byPattern("shopify-token", "Shopify token", /(?<![A-Za-z0-9_])shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}/, whole),
  byPattern("twilio-key", "Twilio key", /(?<![A-Za-z0-9])SK[a-f0-9]{32}(?![a-f0-9])/, whole),
  byPattern(
    "twilio-auth-pair",
    "Twilio token",
    /(?<![A-Za-z0-9])AC[a-f0-9]{32}["']?[\s:,;]{1,3}["']?([a-f0-9]{32})(?![a-f0-9])/,
  ),
  byPattern("sendgrid-key", "SendGrid key", /(?<![A-Za-z0-9_.])SG\.[\w-]{22}\.[\w-]{43}(?![\w-])/, whole),
  byPattern("mailgun-key", "Mailgun key", /(?<![A-Za-z0-9])key-[a-f0-9]{32}(?![a-f0-9])/, whole),
  byPattern("mailchimp-key", "Mailchimp key", /(?<![A-Za-z0-9])[a-f0-9]{32}-us\d{1,2}(?!\w)/, whole),
  byPattern("openai-key", "API key", /(?<![A-Za-z0-9_-])sk-(?:ant-|proj-|svcacct-)?[\w-]{32,200}/),
  byPattern("hugging-face-token", "Hugging Face token", /(?<![A-Za-z0-9_])hf_[A-Za-z0-9]{34}(?![A-Za-z0-9])/, whole),
  byPattern("atlassian-token", "Atlassian token", /(?<![A-Za-z0-9])ATATT3[\w=-]{60,250}/),
  byPattern("new-relic-key", "New Relic key", /(?<![A-Za-z0-9])NR(?:AK|AL|II|RA)-?[A-Za-z0-9]{27,42}(?![A-Za-z0-9])/),
  byPattern(
    "grafana-token",
    "Grafana token",
    /(?<![A-Za-z0-9_])(?:glsa_[A-Za-z0-9]{32}_[a-fA-F0-9]{8}|glc_[A-Za-z0-9+/=]{40,400})/,
    whole,
  ),
  byPattern("sentry-token", "Sentry token", /(?<![A-Za-z0-9_])sntry[su]_[\w+/=]{40,400}/),
  byPattern("linear-key", "Linear key", /(?<![A-Za-z0-9_])lin_(?:api|oauth)_[A-Za-z0-9]{40,64}/),
  byPattern(
    "notion-token",
    "Notion token",
    /(?<![A-Za-z0-9_])(?:ntn_[A-Za-z0-9]{40,50}|secret_[A-Za-z0-9]{43}(?![A-Za-z0-9]))/,
  ),
  byPattern("planetscale-token", "PlanetScale token", /(?<![A-Za-z0-9_])pscale_(?:tkn|pw|oauth)_[\w.-]{32,64}/),
  byPattern("postman-key", "Postman key", /(?<![A-Za-z0-9_])PMAK-[a-f0-9]{24}-[a-f0-9]{34}/, whole),
  byPattern("dynatrace-token", "Dynatrace token", /(?<![A-Za-z0-9_])dt0[a-z]\d{2}\.[A-Z0-9]{24}\.[A-Z0-9]{64}/, whole),
  byPattern("facebook-token", "Facebook token", /(?<![A-Za-z0-9])EAA[A-Za-z]{2,6}[A-Za-z0-9]{80,300}/),
  byPattern("json-web-token", "JWT", /(?<![\w-])eyJ[\w-]{8,4000}\.eyJ[\w-]{8,8000}(?:\.[\w-]{0,1400})?/),
  byPattern(
    "torn-json-web-token",
    "JWT",
    /(?<![\w-])eyJ[\w-]{8,4000}\.eyJ[\w-]{8,8000}\.(?:[\w-]{683}|[\w-]{342}|[\w-]{86}|[\w-]{64}|[\w-]{43})(?![\w-])/,
    whole,
  ),
  byPattern(
    "encrypted-web-token",
    "JWT",
    /(?<![\w-])eyJ[\w-]{8,2000}\.[\w-]{0,1000}\.[\w-]{10,40}\.[\w-]{8,8000}\.[\w-]{16,64}/,
  ),
  byPattern("product-key", "product key", /(?<![A-Z0-9-])[A-Z0-9]{5}(?:-[A-Z0-9]{5}){4}(?![A-Z0-9-])/, whole),
];
