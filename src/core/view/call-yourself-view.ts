import type { Person } from "../escalation/policy.ts";
import { bullets, code, heading, note, paragraph, rich, strong } from "./rich.ts";
import type { RichText, View } from "./view.ts";

/** Who is on call now, or why nobody knows. */
export type WhoToCall = readonly Person[] | "no plan" | "unusable plan";

/** Where nobody is paged: whom to call, and what to tell them. */
export function callYourselfView(people: WhoToCall, packet: string): View {
  return {
    blocks: [
      heading("Call them yourself"),
      note("It is noted here, and nobody is paged from a terminal."),
      ...who(people),
      paragraph("What they need to know:"),
      { kind: "code", text: packet, language: "text" },
    ],
    fallback: "Call them yourself: nobody is paged from a terminal.",
  };
}

function who(people: WhoToCall): View["blocks"][number][] {
  if (people === "unusable plan")
    return [paragraph("oncall.yaml is broken: say ", code("kms check"), ", and correct it.")];
  if (people === "no plan") return [paragraph("There is no oncall.yaml here, so nobody is known to be on call.")];
  if (people.length === 0) return [paragraph("Nobody is on call now: see ", code("oncall"), ".")];
  return [paragraph("On call now:"), ...bullets(people.map(reached))];
}

function reached({ name, email, slack, discord }: Person): RichText {
  const ways = [
    ...(email === undefined ? [] : [email]),
    ...(slack === undefined ? [] : [`slack ${slack}`]),
    ...(discord === undefined ? [] : [`discord ${discord}`]),
  ];
  return rich(strong(name), ways.length === 0 ? "" : `  ${ways.join(" · ")}`);
}
