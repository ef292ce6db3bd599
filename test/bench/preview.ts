import { render as renderDiscord } from "../../adapters/discord/render.ts";
import { render as renderSlack } from "../../adapters/slack/render.ts";
import { tokensOf } from "../../src/app/actions-of.ts";
import type { TokenOf } from "../../src/app/platform.ts";
import type { View } from "../../src/core/view/view.ts";
import { sampleViews } from "./sample-views.ts";

/** Prints every kind of view as the JSON that a platform is sent: `npm run preview -- slack`. */
const RENDERERS: Readonly<Record<string, (view: View, tokenOf: TokenOf) => unknown>> = {
  slack: renderSlack,
  discord: renderDiscord,
};

const [platform = ""] = process.argv.slice(2);
const renderer = Object.hasOwn(RENDERERS, platform) ? RENDERERS[platform] : undefined;
if (renderer === undefined) {
  process.stderr.write(
    `Cannot preview "${platform}": there is no such platform. Say ${Object.keys(RENDERERS).join(" or ")}.\n`,
  );
  process.exitCode = 2;
} else {
  const shown = (await sampleViews()).map(({ name, view }) => [name, renderer(view, tokensOf(view, "preview"))]);
  process.stdout.write(`${JSON.stringify(Object.fromEntries(shown), undefined, 2)}\n`);
}
