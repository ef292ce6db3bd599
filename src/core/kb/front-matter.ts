import { z } from "zod";
import { ARTICLE_ID } from "./ids.ts";
import { ARTICLE_LIMITS as MOST } from "./limits.ts";

const entry = z.string().trim().min(1).max(MOST.entry);
const message = z.string().trim().min(1).max(MOST.message);
const entries = (about: string) => z.array(entry).max(MOST.entries).default([]).meta({ description: about });
const messages = (about: string) => z.array(message).max(MOST.messages).default([]).meta({ description: about });

const ID_ADVICE = "an id has letters, digits, dots, dashes and underscores only, such as Q274321";
const HTTP_URL = /^https?:\/\/[^\s/?#@<>"\\]+(?:[/?#][^\s<>"]*)?$/i;

const articleId = z.string().trim().regex(ARTICLE_ID, ID_ADVICE);

const event = z.strictObject({
  id: z.int().min(0).max(4_294_967_295).meta({ description: "The event id." }),
  source: entry.optional().meta({ description: "The program that logs it. Ids are unique only within their source." }),
  category: entry.optional(),
  level: entry.optional().meta({ description: "Such as Error, Warning or Information." }),
  text: message.optional().meta({ description: "The description; <placeholders> stand for the parts that vary." }),
  role: z.enum(["telling", "companion", "mentioned"]).default("telling").meta({
    description:
      "companion: also logged elsewhere, so alone it proves nothing. mentioned: spoken of and not shown, so that articles which show it come first.",
  }),
});

const signals = z.strictObject({
  events: z.array(event).max(MOST.entries).default([]).meta({ description: "Entries of an event log." }),
  codes: entries("Error codes in any notation, in quotes: YAML turns an unquoted 0x80070005 into a number."),
  messages: messages("What programs say; <placeholders> stand for the parts that vary."),
  names: entries("Exceptions and constants that only appear with this error."),
  patterns: z
    .array(z.string().min(1).max(MOST.pattern))
    .max(MOST.patterns)
    .default([])
    .meta({ description: "Regular expressions (RE2 syntax), tried on text that looks like an error." }),
  positions: entries("Source positions and build numbers as hex dumps show them, such as kmserver.cpp@1653."),
});

const source = z.strictObject({
  title: entry,
  url: z.string().max(MOST.url).regex(HTTP_URL, "a link begins with http:// or https:// and a host").optional(),
});

const related = z.strictObject({ id: articleId, why: entry });

const distinguishing = z.strictObject({
  question: z.string().trim().min(1).max(MOST.question).meta({ description: "A yes-or-no question to the responder." }),
  statement: z
    .string()
    .trim()
    .min(1)
    .max(MOST.label)
    .meta({ description: "The same fact, short enough for a button." }),
});

const sampleText = z.string().trim().min(1).max(MOST.sample);
const samples = z.strictObject({
  finds: z.array(sampleText).max(MOST.entries).default([]).meta({ description: "Texts that must find this article." }),
  ignores: z.array(sampleText).max(MOST.entries).default([]).meta({ description: "Texts that must not find it." }),
});

/** What stands between the two `---` lines of an article. */
export const frontMatterSchema = z.strictObject({
  id: articleId.meta({ description: "Names the article for good. Case does not matter." }),
  title: z
    .string()
    .trim()
    .min(1)
    .max(MOST.title)
    .regex(/^[^\n\r]*$/, "a title is one line"),
  aliases: entries("Other titles people type for the same thing."),
  products: entries("What it applies to."),
  versions: entries("Versions it applies to, in quotes."),
  tags: entries("Words to find it by."),
  owner: entry.optional().meta({ description: "Who keeps it right: a team or a person." }),
  review: z.iso.date("a date is written 2027-06-30").optional().meta({ description: "The day to look at it again." }),
  sources: z.array(source).max(MOST.entries).default([]).meta({ description: "Where the knowledge comes from." }),
  related: z
    .array(related)
    .max(MOST.entries)
    .default([])
    .meta({ description: "Other articles worth reading, and why." }),
  signals: signals.prefault({}).meta({ description: "The marks by which the article is recognised in a text." }),
  distinguishing: distinguishing
    .optional()
    .meta({ description: "The one fact that tells it from those that look alike." }),
  samples: samples.prefault({}).meta({ description: "Texts that must find the article, and texts that must not." }),
});

export type FrontMatter = z.output<typeof frontMatterSchema>;

/** The keys that each part of the front matter has, by its path without indexes. */
export const FRONT_MATTER_KEYS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    "": frontMatterSchema,
    signals,
    "signals.events": event,
    sources: source,
    related,
    distinguishing,
    samples,
  }).map(([path, schema]) => [path, Object.keys(schema.shape)]),
);

/** The same, for editors: a JSON Schema (draft 2020-12) of the front matter. */
export function frontMatterJsonSchema(): unknown {
  return { title: "Front matter of a knowledge-base article", ...z.toJSONSchema(frontMatterSchema, { io: "input" }) };
}
