import { LIMITS } from "./limits.ts";
import { id, url } from "./objects.ts";
import { anything, boolean, byType, integer, list, object, oneOf, string } from "./schema.ts";

const style = object({ bold: boolean, italic: boolean, strike: boolean, code: boolean, underline: boolean });
const kind = { "type!": anything } as const;

/** {@link https://docs.slack.dev/reference/block-kit/blocks/rich-text-block} */
const inline = byType(
  {
    text: object({ ...kind, "text!": string(LIMITS.messageCharacters), style }),
    link: object({ ...kind, "url!": url, text: string(LIMITS.sectionText), style, unsafe: boolean }),
    user: object({ ...kind, "user_id!": id, style }),
    usergroup: object({ ...kind, "usergroup_id!": id, style }),
    channel: object({ ...kind, "channel_id!": id, style }),
    broadcast: object({ ...kind, "range!": oneOf("here", "channel", "everyone") }),
    emoji: object({ ...kind, "name!": string(100), unicode: string(100), style }),
    date: object({
      ...kind,
      "timestamp!": integer(0, 9_999_999_999),
      "format!": string(200),
      url,
      fallback: string(200),
    }),
  },
  "rich text element",
);

const inlines = list(inline, 0, 1000);
const section = object({ ...kind, "elements!": inlines });

export const richText = object({
  ...kind,
  block_id: id,
  "elements!": list(
    byType(
      {
        rich_text_section: section,
        rich_text_quote: object({ ...kind, "elements!": inlines, border: integer(0, 1) }),
        rich_text_preformatted: object({ ...kind, "elements!": inlines, border: integer(0, 1), language: string(50) }),
        rich_text_list: object({
          ...kind,
          "elements!": list(byType({ rich_text_section: section }, "list item"), 1, 1000),
          "style!": oneOf("bullet", "ordered"),
          indent: integer(0, 8),
          offset: integer(0, 1000),
          border: integer(0, 1),
        }),
      },
      "rich text element",
    ),
    1,
    1000,
  ),
});
