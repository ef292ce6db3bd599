import { AUTH } from "./auth.ts";
import { CHAT } from "./chat.ts";
import { CONVERSATIONS } from "./conversations.ts";
import { DIRECTORY } from "./directory.ts";
import type { Method } from "./method.ts";
import { REACTIONS } from "./reactions.ts";
import { VIEWS } from "./views.ts";

/** The part of the Web API that exists here; anything else is `unknown_method`. */
export const METHODS: ReadonlyMap<string, Method> = new Map<string, Method>(
  Object.entries({ ...AUTH, ...CHAT, ...CONVERSATIONS, ...DIRECTORY, ...REACTIONS, ...VIEWS }),
);
