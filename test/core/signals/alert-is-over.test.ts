import { describe, expect, it } from "vitest";
import { alertIsOver } from "../../../src/core/signals/alert-is-over.ts";

describe("a monitor's message", () => {
  it.each([
    "[RESOLVED] KmsKeyDatabase (EXCH02)",
    "[RESOLVED:2] KmsKeyDatabase",
    ":white_check_mark: *Resolved* <https://monitor.example.org|#4711: mail is down>",
    "Grafana\n[OK] key database",
    "Recovered: [KmsKeyDatabase] on {host:exch02}",
    "[Recovered on {host:exch02}] KmsKeyDatabase",
    "✅ RESOLVED - key database on EXCH02",
    "Resolved in 5m 3s: key database",
    "RECOVERY Service Alert: EXCH02/kms is OK",
    "**Closed** #12: key database",
  ])("is over: %j", (text) => {
    expect(alertIsOver(text)).toBe(true);
  });

  it.each([
    "[FIRING:1, RESOLVED:1] KmsKeyDatabase",
    "[FIRING:1] KmsKeyDatabase\nResolved: nothing yet",
    "Triggered: [KmsKeyDatabase] on {host:exch02}\nthe monitor recovered 2 times today",
    "Resolved addresses do not match for exch02",
    "OK button missing in the dialog",
    "Closed connections pile up",
    "MSExchangeKMS event 5085: KMS can not mount the key database\nCould not be resolved: name",
    "",
  ])("is not over: %j", (text) => {
    expect(alertIsOver(text)).toBe(false);
  });
});
