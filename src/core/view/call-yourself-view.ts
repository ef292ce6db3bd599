import type { Person } from "../escalation/policy.ts";
import { bullets, code, heading, note, paragraph, rich, strong } from "./rich.ts";
import type { RichText, View } from "./view.ts";

/** Where nobody is paged: whom to call, and what to tell them. Without a plan, nobody knows whom. */
export function callYourselfView(people: readonly Person[] | undefined, packet: string): View {
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

function who(people: readonly Person[] | undefined): View["blocks"][number][] {
  if (people === undefined) return [paragraph("There is no oncall.yaml here, so nobody is known to be on call.")];
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
