import type { Paging } from "../../src/core/escalation/paging.ts";
import { redact } from "../../src/core/redaction/redact.ts";

/** The same without secrets: nothing leaves for a service before. The summary is one line. */
export function cleaned(paging: Paging): Paging {
  const summary = redact(paging.summary).text.replaceAll(/\s+/g, " ").trim();
  return {
    ...paging,
    summary: summary === "" ? "Help is needed" : summary,
    details: redact(paging.details).text,
    source: redact(paging.source).text,
  };
}
