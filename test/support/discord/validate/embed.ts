import { isObject, lengthOf, listOf, textOf } from "../json.ts";
import { anything, flag, integer, list, matching, problem, shape, text } from "./check.ts";
import type { Check } from "./check.ts";

/** {@link https://discord.com/developers/docs/resources/message#embed-object-embed-limits} */
const EMBED_LIMITS = {
  embeds: 10,
  total: 6000,
  title: 256,
  description: 4096,
  fields: 25,
  fieldName: 256,
  fieldValue: 1024,
  footer: 2048,
  author: 256,
} as const;

const link = matching(
  /^(https?|attachment):\/\/\S+$/i,
  "URL_TYPE_INVALID_SCHEME",
  'Scheme must be one of ("http", "https").',
);
const media = shape(
  { url: link, proxy_url: anything, height: anything, width: anything, description: anything },
  { required: ["url"] },
);

const field = shape(
  {
    name: text({ min: 1, max: EMBED_LIMITS.fieldName }),
    value: text({ min: 1, max: EMBED_LIMITS.fieldValue }),
    inline: flag,
  },
  { required: ["name", "value"] },
);

const embed = shape({
  title: text({ max: EMBED_LIMITS.title }),
  description: text({ max: EMBED_LIMITS.description }),
  url: link,
  timestamp: matching(/^\d{4}-\d\d-\d\dT/, "DATE_TIME_TYPE_PARSE", "Could not parse. Should be ISO8601."),
  color: integer({ min: 0, max: 0xff_ff_ff }),
  footer: shape({ text: text({ min: 1, max: EMBED_LIMITS.footer }), icon_url: link }, { required: ["text"] }),
  author: shape(
    { name: text({ min: 1, max: EMBED_LIMITS.author }), url: link, icon_url: link },
    { required: ["name"] },
  ),
  image: media,
  thumbnail: media,
  fields: list(field, { max: EMBED_LIMITS.fields }),
});

const total: Check = (value) => {
  const size = listOf(value).reduce((sum: number, one) => sum + embedSize(one), 0);
  if (size <= EMBED_LIMITS.total) return [];
  return [problem("MAX_EMBED_SIZE_EXCEEDED", `Embed size exceeds maximum size of ${EMBED_LIMITS.total}`)];
};

/** A message's embeds, each and together. */
export const embeds: Check = (value) => [...list(embed, { max: EMBED_LIMITS.embeds })(value), ...total(value)];

/** An embed that shows nothing does not make a message. */
export function isBlankEmbed(value: unknown): boolean {
  return isObject(value) && embedSize(value) === 0 && !value["image"] && !value["thumbnail"] && !value["video"];
}

/** Title, description, names and values of fields, footer text and author name count. */
function embedSize(value: unknown): number {
  if (!isObject(value)) return 0;
  const nested = [value["footer"], value["author"], ...listOf(value["fields"])].filter(isObject);
  const texts = [
    value["title"],
    value["description"],
    ...nested.flatMap((one) => [one["text"], one["name"], one["value"]]),
  ];
  return texts.reduce((sum: number, one) => sum + lengthOf(textOf(one) ?? ""), 0);
}
