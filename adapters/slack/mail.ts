import type { Asides } from "./aside.ts";
import type { Clients } from "./clients.ts";
import type { Tokens } from "./tokens.ts";

/** What it takes to post. */
export type Mail = { readonly clients: Clients; readonly tokens: Tokens; readonly asides: Asides };

/** The type under which messages carry their key. */
export const POST_EVENT = "kms_post";

/** The name of the first block of whatever we say: by it another instance of us knows that nobody has to be answered. */
export const OUR_MARK = "kms";
