/** What a monitor has to tell. */
export type Alert = {
  readonly by: Monitor;
  readonly name: string;
  /** What it says about it; one of them, such as the description of an annotation. */
  readonly words: string;
  readonly isOver?: boolean;
};

export type Monitor = "Alertmanager" | "Grafana" | "PagerDuty" | "Datadog";

/** Event 5085 as a rule on the event log tells it: article Q818952. */
export const KEY_DATABASE: Pick<Alert, "name" | "words"> = {
  name: "KmsKeyDatabase",
  words:
    "MSExchangeKMS event 5085 on EXCH02: KMS can not mount the key database. Either the database is missing or it is corrupted.",
};

/** Events of an upgrade: article Q274321. */
export const NO_LOGON: Pick<Alert, "name" | "words"> = {
  name: "KmsStopped",
  words:
    "MSExchangeKMS 5389: Microsoft Exchange Key Management service is exiting with return code 0. MSExchangeKMS 5015: Microsoft Exchange Key Management service failed logging on as a MAPI client.",
};

/** What a monitor posts to Slack, as its integration makes it: in the old attachments or in blocks, with little as the text. */
export function slackAlert({ by, name, words, isOver = false }: Alert) {
  const state = isOver ? "RESOLVED" : "FIRING:1";
  const color = isOver ? "2eb886" : "a30200";
  const title = `[${state}] ${name} (EXCH02 eventlog critical)`;
  const link = "https://monitor.example.org/alerting/list";
  switch (by) {
    case "Alertmanager": {
      const text = `*Alert:* ${name} - \`critical\`\n*Description:* ${words}\n*Details:*\n • *alertname:* \`${name}\`\n • *instance:* \`EXCH02:9182\``;
      return {
        text: "",
        attachments: [{ id: 1, color, fallback: title, title, title_link: link, text, mrkdwn_in: ["text"] }],
      };
    }
    case "Grafana": {
      const text = `**${isOver ? "Resolved" : "Firing"}**\n\nValue: A=1, C=1\nLabels:\n - alertname = ${name}\n - instance = EXCH02:9182\nAnnotations:\n - description = ${words}\nSource: <${link}|${link}>\n`;
      return {
        text: "",
        attachments: [
          { id: 1, color, fallback: title, title, title_link: link, text, footer: "Grafana v12.1.0", ts: 1 },
        ],
      };
    }
    case "PagerDuty": {
      const head = `*${isOver ? "Resolved" : "Triggered"}* <${link}|#4711: ${name}>`;
      const fields = ["*Service*\nExchange", "*Assigned*\nBen", "*Urgency*\nHigh"];
      return {
        user: "UPAGERDUTY",
        text: `${isOver ? "Resolved" : "Triggered"} #4711: ${name}`,
        blocks: [
          { type: "section", text: { type: "mrkdwn", text: head } },
          { type: "section", text: { type: "mrkdwn", text: words } },
          { type: "section", fields: fields.map((text) => ({ type: "mrkdwn", text })) },
        ],
      };
    }
    case "Datadog": {
      const text = `${words}\n\nThe monitor was last triggered at Wed Nov 25 2026 03:02:11 UTC.`;
      const head = `${isOver ? "Recovered" : "Triggered"}: [${name}] on {host:exch02}`;
      return { text: "", attachments: [{ id: 1, color, fallback: head, title: head, title_link: link, text }] };
    }
  }
}

/** What a monitor posts to a webhook of Discord: most of it in an embed. */
export function discordAlert({ by, name, words, isOver = false }: Alert) {
  const state = isOver ? "RESOLVED" : "FIRING:1";
  const color = isOver ? 3_066_993 : 10_038_562;
  const title = `[${state}] ${name} (EXCH02 eventlog critical)`;
  switch (by) {
    case "Alertmanager":
      return {
        embeds: [
          {
            title,
            description: `Alerts ${isOver ? "Resolved" : "Firing"}:\nLabels:\n - alertname = ${name}\nAnnotations:\n - description = ${words}`,
            color,
          },
        ],
      };
    case "Grafana":
      return {
        content: `**${isOver ? "Resolved" : "Firing"}**`,
        embeds: [{ title, description: words, color, footer: { text: "Grafana v12.1.0" } }],
      };
    case "PagerDuty":
      return {
        content: `${isOver ? "Resolved" : "Triggered"} #4711: ${name}\n${words}\nService: Exchange, urgency: high`,
      };
    case "Datadog":
      return {
        embeds: [
          {
            title: `${isOver ? "Recovered" : "Triggered"}: [${name}] on {host:exch02}`,
            fields: [
              { name: "Message", value: words },
              { name: "Tags", value: "env:prod" },
            ],
            color,
          },
        ],
      };
  }
}
