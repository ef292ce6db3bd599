/** What an element says of itself. */
export type Attributes = Readonly<Record<string, string>>;

/** Whether an element belongs to the frame of a page: scripts, menus, the way to it, cookie notices, footers. */
export function isFrame(name: string, attributes: Attributes): boolean {
  if (FRAME_ELEMENTS.has(name) || FRAME_ROLES.has(attributes["role"] ?? "")) return true;
  const { id, class: classes } = attributes;
  if (id === undefined && classes === undefined) return false;
  return name !== "body" && `${id ?? ""} ${classes ?? ""}`.split(/\s+/).some((mark) => FRAME_MARK.test(mark));
}

/** Whether an element is the page without its frame, as HTML, Confluence and MediaWiki mark it. */
export function isMain(name: string, { id, role }: Attributes): boolean {
  if (name === "main" || name === "article" || role === "main") return true;
  return (name === "div" || name === "td") && id !== undefined && MAIN_IDS.has(id);
}

const FRAME_ELEMENTS: ReadonlySet<string> = new Set(
  "script style nav footer aside noscript template svg math button select option textarea iframe object ac:parameter ac:emoticon ac:task-id ac:task-status".split(
    " ",
  ),
);

/** {@link https://www.w3.org/TR/wai-aria-1.2/#landmark_roles} */
const FRAME_ROLES: ReadonlySet<string> = new Set(["navigation", "banner", "contentinfo", "search"]);

/** Ids and classes of Confluence, MkDocs, Docusaurus and Sphinx, and what web pages call such things by habit. */
const FRAME_MARK =
  /^(?:breadcrumbs?|breadcrumb-(?:section|nav)|page-metadata|cookie-?(?:banner|consent|notice|bar|popup)|(?:site-|page-)?footer|headerlink|hash-link|edit-this-page|skip-link)$/i;

const MAIN_IDS: ReadonlySet<string> = new Set(["main-content", "mw-content-text"]);
