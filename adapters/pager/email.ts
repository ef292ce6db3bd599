import { createHash } from "node:crypto";
import { createTransport } from "nodemailer";
import type { Paged, Pager, Paging } from "../../src/core/escalation/paging.ts";
import { cleaned } from "./cleaned.ts";

export type EmailOptions = {
  readonly name: string;
  /** `smtp://user:password@host:587` or `smtps://…`, from the environment. */
  readonly server: string;
  readonly from: string;
  /** Told besides the people who are called. */
  readonly to: readonly string[];
  /** Milliseconds. */
  readonly timeout?: number;
};

/** E-mail by SMTP. A message's id comes from the dedup key, so that a repeated one is the same message to a mailbox. */
export function email({ name, server, from, to, timeout = 8_000 }: EmailOptions): Pager {
  return {
    name,
    page: async (paging) => {
      const recipients = [...new Set([...to, ...paging.emails])];
      if (recipients.length === 0)
        return {
          kind: "failed",
          why: "nobody to write to has an e-mail address",
          advice: "Add email to people, or to the pager's `to`, in oncall.yaml.",
        };
      const transport = createTransport({
        url: server,
        connectionTimeout: timeout,
        greetingTimeout: timeout,
        socketTimeout: timeout,
        dnsTimeout: timeout,
      });
      try {
        await transport.sendMail({
          from,
          to: recipients,
          disableFileAccess: true,
          disableUrlAccess: true,
          ...mailFor(cleaned(paging), from),
        });
        return { kind: "paged" };
      } catch (error) {
        return outcomeOfError(error);
      } finally {
        transport.close();
      }
    },
  };
}

const SUBJECTS = { trigger: "", acknowledge: "Acknowledged: ", resolve: "Resolved: " } as const;

function mailFor(
  { key, event, round, summary, details, severity, link }: Paging,
  from: string,
): {
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
  readonly headers: Readonly<Record<string, string>>;
} {
  const digest = createHash("sha256").update(`${key}/${event}/${round}`).digest("hex").slice(0, 32);
  const host = /@([\w.-]+)/.exec(from)?.[1] ?? "kms.invalid";
  return {
    subject: `${SUBJECTS[event]}[${severity}] ${summary.slice(0, 150)}`,
    text: [details, ...(link === undefined ? [] : [link])].join("\n\n"),
    messageId: `<kms-${digest}@${host}>`,
    headers: { "X-Kms-Key": key, ...(severity === "critical" ? { Importance: "high" } : {}) },
  };
}

/** Codes of the 400s mean "later", those of the 500s "never": RFC 5321, 4.2.1. */
function outcomeOfError(error: unknown): Paged {
  const { code, responseCode } = (typeof error === "object" && error !== null ? error : {}) as {
    readonly code?: unknown;
    readonly responseCode?: unknown;
  };
  if (code === "EAUTH" && !isTransient(responseCode))
    return {
      kind: "failed",
      why: "the mail server refused the user or password",
      advice: "Correct the address of the mail server in the environment.",
    };
  if (typeof responseCode === "number" && responseCode >= 500)
    return {
      kind: "failed",
      why: `the mail server answered ${responseCode}`,
      advice: "Check the sender and the recipients.",
    };
  return {
    kind: "later",
    after: undefined,
    why:
      typeof responseCode === "number"
        ? `the mail server answered ${responseCode}`
        : `the mail server was not reached (${typeof code === "string" ? code : "unknown"})`,
  };
}

function isTransient(responseCode: unknown): boolean {
  return typeof responseCode === "number" && responseCode >= 400 && responseCode < 500;
}
