import type { Post } from "../../src/app/platform.ts";
import { OUR_MARK } from "./mail.ts";
import { render, renderPages, type SlackMessage } from "./render.ts";

type Shown = Pick<Extract<Post, { kind: "post" }>, "view" | "tokenOf">;

/** What a message says, as the SDK takes it: its types know more about blocks than a renderer has to prove. */
export function said({ view, tokenOf }: Shown) {
  return asSent(render(view, tokenOf));
}

/** The same over at most so many messages. */
export function saidInPages({ view, tokenOf }: Shown, most: number) {
  return renderPages(view, tokenOf, most).map(asSent);
}

function asSent({ text, blocks: [first, ...others] }: SlackMessage) {
  return { text, blocks: first === undefined ? [] : [{ ...first, block_id: OUR_MARK }, ...others] };
}
