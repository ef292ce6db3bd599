import type { Clock } from "../../src/app/clock.ts";
import { errorCodeOf } from "./error-code.ts";
import { type Report, reasonOf } from "./report.ts";

/** How often the same complaint is repeated, at most (milliseconds). */
const COMPLAIN = 3_600_000;

/** What was asked, the scope that it takes, and what holds while nobody answers. */
type Question = { readonly what: string; readonly scope: string; readonly meanwhile: string };

/** Says once an hour what Slack refuses to tell, and the way out. */
export function complaints(
  { clock, report }: { readonly clock: Pick<Clock, "now">; readonly report: Report },
  { what, scope, meanwhile }: Question,
): (error: unknown) => void {
  let quietUntil = 0;
  return (error) => {
    if (clock.now() < quietUntil) return;
    quietUntil = clock.now() + COMPLAIN;
    const advice =
      errorCodeOf(error) === "missing_scope"
        ? `Add the scope ${scope} to the app and install it again`
        : "It is asked again in a few minutes";
    report({
      level: "warn",
      text: `Cannot ask Slack ${what}: ${reasonOf(error)}. ${advice}; until then ${meanwhile}.`,
    });
  };
}
