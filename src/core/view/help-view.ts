import type { Deed } from "../authorization/authorize.ts";
import { bullets, code, heading, note, paragraph, rich } from "./rich.ts";
import type { View } from "./view.ts";

type Line = { readonly words: string; readonly means: string; readonly deed: Deed; readonly isText?: true };

const LINES: readonly Line[] = [
  { words: "5389", means: "an event id, with its source if you have it", deed: "ask", isText: true },
  { words: "0x800FF351", means: "an error code, in any notation", deed: "ask", isText: true },
  { words: "kms won't start after sp4", means: "what happens, in your own words", deed: "ask", isText: true },
  { words: "show Q274321", means: "read an article", deed: "look" },
  { words: "explain …", means: "what I understand of a text, and why I answer or not", deed: "ask" },
  { words: "status", means: "what happened here so far, and where an incident stands", deed: "status" },
  { words: "escalate critical …", means: "call the people on call; say what is wrong", deed: "escalate" },
  { words: "oncall", means: "who is on call, until when, and who is next", deed: "oncall" },
  { words: "export", means: "the timeline of this thread, to copy", deed: "export" },
  { words: "mute", means: "keep me quiet here; unmute lets me speak again", deed: "mute" },
  { words: "override ana until 18:00", means: "let somebody take over for a while", deed: "override" },
  { words: "channel mention", means: "how I listen here: watch, mention, off, or alerts on or off", deed: "configure" },
];

/** How a platform calls the bot, such as `/kms `, and what stands before a text to look up, such as `lookup `. */
type Calling = { readonly prefix: string; readonly lookUp?: string | undefined };

/** What one can say: only what the asker may do. */
export function helpView({ prefix, lookUp = "" }: Calling, may: (deed: Deed) => boolean): View {
  const lines = LINES.filter(({ deed }) => may(deed));
  return {
    blocks: [
      heading("What I can do"),
      paragraph("Paste an error: I find the article that fits, say why, and walk you through its steps."),
      ...bullets(
        lines.map(({ words, means, isText }) =>
          rich(code(`${prefix}${isText === true ? lookUp : ""}${words}`), `  ${means}`),
        ),
      ),
      ...(may("work")
        ? []
        : [note("You can look and ask. To work through steps takes the role responder: ask an admin.")]),
      note("I never run a command myself. When I don't know, I say nothing, or say so if you asked me."),
    ],
    fallback: "Paste an error, or type an event id, an error code or what happens.",
  };
}
