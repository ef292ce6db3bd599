import { isObject } from "../json.ts";
import type { Problem } from "../validate/check.ts";

/** Status, JSON error code and message. {@link https://discord.com/developers/docs/topics/opcodes-and-status-codes#json} */
export const API_ERRORS = {
  notFound: [404, 0, "404: Not Found"],
  methodNotAllowed: [405, 0, "405: Method Not Allowed"],
  unauthorized: [401, 0, "401: Unauthorized"],
  unknownApplication: [404, 10_002, "Unknown Application"],
  unknownChannel: [404, 10_003, "Unknown Channel"],
  unknownGuild: [404, 10_004, "Unknown Guild"],
  unknownMember: [404, 10_007, "Unknown Member"],
  unknownMessage: [404, 10_008, "Unknown Message"],
  unknownUser: [404, 10_013, "Unknown User"],
  unknownEmoji: [400, 10_014, "Unknown Emoji"],
  unknownWebhook: [404, 10_015, "Unknown Webhook"],
  unknownInteraction: [404, 10_062, "Unknown interaction"],
  unknownCommand: [404, 10_063, "Unknown application command"],
  alreadyAcknowledged: [400, 40_060, "Interaction has already been acknowledged."],
  missingAccess: [403, 50_001, "Missing Access"],
  notOnThisChannel: [400, 50_024, "Cannot execute action on this channel type"],
  notAuthor: [403, 50_005, "Cannot edit a message authored by another user"],
  emptyMessage: [400, 50_006, "Cannot send an empty message"],
  cannotMessageUser: [403, 50_007, "Cannot send messages to this user"],
  notInNonText: [400, 50_008, "Cannot send messages in a non-text channel"],
  missingPermissions: [403, 50_013, "Missing Permissions"],
  invalidWebhookToken: [401, 50_027, "Invalid Webhook Token"],
  invalidForm: [400, 50_035, "Invalid Form Body"],
  invalidVersion: [400, 50_041, "Invalid API version provided"],
  archivedThread: [400, 50_083, "Thread is archived"],
  invalidJson: [400, 50_109, "The request body contains invalid JSON."],
  noHistory: [403, 160_002, "Cannot reply without permission to read message history"],
  threadExists: [400, 160_004, "A thread has already been created for this message"],
  lockedThread: [400, 160_005, "Thread is locked"],
} as const satisfies Record<string, readonly [number, number, string]>;

export type ApiErrorName = keyof typeof API_ERRORS;

/** Ends a call wherever it is: thrown by the handlers, and turned into the answer in one place. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: number;
  readonly problems: readonly Problem[];

  constructor(status: number, code: number, message: string, problems: readonly Problem[] = []) {
    super(message);
    this.status = status;
    this.code = code;
    this.problems = problems;
  }
}

export function refuse(name: ApiErrorName, problems: readonly Problem[] = []): never {
  const [status, code, message] = API_ERRORS[name];
  throw new ApiError(status, code, message, problems);
}

/** Refuses with 50035 unless there is nothing to object to. */
export function demand(problems: readonly Problem[]): void {
  if (problems.length > 0) refuse("invalidForm", problems);
}

/** The body of the answer, with the problems as Discord nests them. */
export function errorJson(error: ApiError): object {
  const { code, message, problems } = error;
  return problems.length === 0 ? { message, code } : { message, code, errors: problems.reduce(nest, {}) };
}

type Tree = { [key: string]: unknown };

function nest(tree: Tree, { path, code, message }: Problem): Tree {
  const leaf = path.reduce<Tree>((node, key) => {
    const next = node[key];
    const child: Tree = isObject(next) ? next : {};
    node[key] = child;
    return child;
  }, tree);
  leaf["_errors"] = [...(Array.isArray(leaf["_errors"]) ? leaf["_errors"] : []), { code, message }];
  return tree;
}
