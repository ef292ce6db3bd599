import { assertNever } from "../../core/brand.ts";
import type { Means, Origin } from "../../core/resolution/origin.ts";
import type { Delivery, PlatformEvent } from "../platform.ts";

/** From where an event came, as the timeline keeps it. */
export function originOf({ place, event }: Pick<Delivery, "place" | "event">): Origin {
  const { platform, channel, thread } = place;
  return { platform, channel, thread, ...meansOf(event) };
}

function meansOf(event: PlatformEvent): { readonly message?: string | undefined; readonly by: Means } {
  switch (event.kind) {
    case "said":
    case "alerted":
      return { message: event.message, by: "message" };
    case "edited":
      return { message: event.message, by: "edit" };
    case "deleted":
      return { message: event.message, by: "deletion" };
    case "clicked":
      return { message: event.message.message, by: event.typed === undefined ? "button" : "form" };
    case "asked":
      return { message: event.about?.message, by: event.about === undefined ? "command" : "menu" };
    case "remembered":
      return { message: event.message.message, by: event.by };
    case "page-answered":
      return { by: "pager" };
  }
  return assertNever(event);
}
