import type { Json } from "../json.ts";
import { escape } from "./markup.ts";
import type { World } from "./world.ts";

/** What Slack makes of the keys somebody pressed. */
export type Typed = { readonly text: string; readonly blocks: readonly Json[] };

/**
 * People type `@u2`, `@here` and addresses, Slack sends `<@U2>`, `<!here>` and `<https://…>`, `<http://a.com|a.com>`. Everything else is escaped, so
 * nobody can type markup: `<!channel>` arrives as `&lt;!channel&gt;`.
 */
export function typed(world: World, keys: string): Typed {
  const pieces = keys.split(TOKEN).map((piece, at) => (at % 2 === 1 ? tokenOf(world, piece) : plain(piece)));
  const elements = pieces.map((piece) => piece.element).filter((element) => element["text"] !== "");
  const section = { type: "rich_text_section", elements };
  return {
    text: pieces.map((piece) => piece.text).join(""),
    blocks: elements.length === 0 ? [] : [{ type: "rich_text", elements: [section] }],
  };
}

type Piece = { readonly text: string; readonly element: Json };

/** An address, a bare domain (Slack takes `System.Net` for one), or a name after @. */
const TOKEN =
  /(https?:\/\/[^\s<>|`]+|(?<![\w.@/-])(?:[A-Za-z0-9-]+\.)+(?:com|net|org|io)\b(?!\.?[\w-])|(?<!\w)@[A-Za-z0-9_-]+)/i;
const RANGES = new Set(["here", "channel", "everyone"]);

function plain(text: string): Piece {
  return { text: escape(text), element: { type: "text", text } };
}

function tokenOf(world: World, token: string): Piece {
  if (!token.startsWith("@") && !token.includes("://")) return bareLink(token);
  if (!token.startsWith("@")) return { text: `<${escape(token)}>`, element: { type: "link", url: token } };
  const name = token.slice(1);
  if (RANGES.has(name)) return { text: `<!${name}>`, element: { type: "broadcast", range: name } };
  const user = [...world.users.values()].find((known) => known.id === name || known.name === name);
  if (user !== undefined) return { text: `<@${user.id}>`, element: { type: "user", user_id: user.id } };
  const group = [...world.groups.values()].find((known) => known.handle === name);
  if (group === undefined) return plain(token);
  return { text: `<!subteam^${group.id}>`, element: { type: "usergroup", usergroup_id: group.id } };
}

function bareLink(domain: string): Piece {
  const url = `http://${domain}`;
  return { text: `<${url}|${domain}>`, element: { type: "link", url, text: domain } };
}
