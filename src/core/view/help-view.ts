import { bullets, code, heading, note, paragraph, rich } from "./rich.ts";
import type { View } from "./view.ts";

/** What one can say. `prefix` is how this platform calls the bot, such as `/kms `. */
export function helpView(prefix: string): View {
  const said = (words: string, means: string) => rich(code(`${prefix}${words}`), `  ${means}`);
  return {
    blocks: [
      heading("What I can do"),
      paragraph("Paste an error: I find the article that fits, say why, and walk you through its steps."),
      ...bullets([
        said("5389", "an event id, with its source if you have it"),
        said("0x800FF351", "an error code, in any notation"),
        said("kms won't start after sp4", "what happens, in your own words"),
        said("show Q274321", "read an article"),
        said("explain …", "what I understand of a text, and why I answer or not"),
        said("status", "what happened here so far, and where an incident stands"),
        said("escalate critical …", "call the people on call; say what is wrong"),
      ]),
      note("I never run a command myself. When I don't know, I say nothing, or say so if you asked me."),
    ],
    fallback: "Paste an error, or type an event id, an error code or what happens.",
  };
}
