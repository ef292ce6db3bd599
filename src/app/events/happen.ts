import { assertNever } from "../../core/brand.ts";
import type { Delivery } from "../platform.ts";
import { alerted } from "./alerted.ts";
import { asked } from "./asked.ts";
import { clicked } from "./clicked.ts";
import { deleted } from "./deleted.ts";
import { edited } from "./edited.ts";
import { pageAnswered } from "./page-answered.ts";
import { remembered } from "./remembered.ts";
import { said } from "./said.ts";
import type { Scene } from "./scene.ts";

/** What the bot makes of one event: everything it changes and says is written in the scene's transaction. */
export async function happen(scene: Scene, { event }: Pick<Delivery, "event">): Promise<void> {
  switch (event.kind) {
    case "said":
      return said(scene, event);
    case "alerted":
      return alerted(scene, event);
    case "edited":
      return edited(scene, event);
    case "deleted":
      return deleted(scene, event);
    case "clicked":
      return clicked(scene, event);
    case "asked":
      return asked(scene, event);
    case "remembered":
      return remembered(scene, event);
    case "page-answered":
      return pageAnswered(scene, event);
  }
  return assertNever(event);
}
