import type { Route } from "./call.ts";
import { applicationRoutes } from "./routes/application.ts";
import { callbackRoutes } from "./routes/callbacks.ts";
import { channelRoutes } from "./routes/channels.ts";
import { commandRoutes } from "./routes/commands.ts";
import { fileRoutes } from "./routes/files.ts";
import { guildRoutes } from "./routes/guilds.ts";
import { messageRoutes } from "./routes/messages.ts";
import { reactionRoutes } from "./routes/reactions.ts";
import { threadRoutes } from "./routes/threads.ts";
import { webhookRoutes } from "./routes/webhooks.ts";

/** Every route the fake knows. Any other answers 404. */
export const ROUTES: readonly Route[] = [
  ...applicationRoutes,
  ...commandRoutes,
  ...channelRoutes,
  ...messageRoutes,
  ...reactionRoutes,
  ...threadRoutes,
  ...guildRoutes,
  ...callbackRoutes,
  ...webhookRoutes,
  ...fileRoutes,
];
