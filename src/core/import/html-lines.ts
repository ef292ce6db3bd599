import { Parser } from "htmlparser2";
import { htmlWriter, type HtmlPage } from "./html-writer.ts";

/**
 * Reads HTML, whole pages and fragments alike (and Confluence's storage format, which has its own elements and CDATA),
 * into lines that `readBlocks` understands. Scripts, styles, menus and footers are left out; where a page marks
 * its main part, only that is kept. Works through events, so no depth of nesting is too deep.
 */
export function readHtml(html: string): HtmlPage {
  const writer = htmlWriter();
  const parser = new Parser(
    { onopentag: writer.open, onclosetag: writer.close, ontext: writer.text },
    {
      decodeEntities: true,
      lowerCaseTags: true,
      lowerCaseAttributeNames: true,
      recognizeCDATA: true,
      recognizeSelfClosing: true,
    },
  );
  parser.write(html);
  parser.end();
  return writer.page();
}
