import { ApplicationCommandOptionType, ApplicationCommandType, InteractionContextType } from "discord.js";
import type { RESTPutAPIApplicationCommandsJSONBody } from "discord.js";

type Commands = RESTPutAPIApplicationCommandsJSONBody;
type Command = Commands[number];

/** The menu entry of a message; it stands in Discord's menu under this name. */
const MATCH_MENU = "Match this error";

/** The other one: the message goes into the history of the incident. */
export const REMEMBER_MENU = "Add to timeline";

/** What is registered: one root command whose sub-commands take typed options, and two menu entries of messages. */
export function commandsNamed(name: string, scope: "everywhere" | "guild"): Commands {
  const contexts = scope === "guild" ? {} : { contexts: [InteractionContextType.Guild, InteractionContextType.BotDM] };
  return [
    {
      type: ApplicationCommandType.ChatInput,
      name,
      description: "Known errors and what to do",
      options: [...SUBS],
      ...contexts,
    },
    { type: ApplicationCommandType.Message, name: MATCH_MENU, ...contexts },
    { type: ApplicationCommandType.Message, name: REMEMBER_MENU, ...contexts },
  ];
}

/** Whether what is registered says what ours say. Discord adds members of its own, which do not count. */
export function areRegistered(ours: Commands, registered: unknown): boolean {
  if (!Array.isArray(registered) || registered.length !== ours.length) return false;
  return ours.every((command) => registered.some((other) => isNamesake(command, other) && says(other, command)));
}

/** The options of a sub-command in their order; Discord tells them in the order in which they were filled in. */
export function optionsOf(name: string): readonly string[] {
  return SUBS.find((sub) => sub.name === name)?.options?.map((option) => option.name) ?? [];
}

type Sub = Extract<NonNullable<Extract<Command, { description: string }>["options"]>[number], { type: 1 }>;

const { Subcommand, String: Text, Attachment } = ApplicationCommandOptionType;

const SUBS: readonly Sub[] = [
  {
    type: Subcommand,
    name: "lookup",
    description: "Find the article for an event id, an error code or what happens",
    options: [text("query", "Such as 5389, 0x800FF351, or what happens", true)],
  },
  {
    type: Subcommand,
    name: "paste",
    description: "Open a box for a long error, or send it as a text file",
    options: [{ type: Attachment, name: "file", description: "A text file with the error in it", required: false }],
  },
  {
    type: Subcommand,
    name: "show",
    description: "Read an article",
    options: [text("article", "Its id or its title", true)],
  },
  {
    type: Subcommand,
    name: "explain",
    description: "Show what I understand of a text, and why I answer or not",
    options: [text("text", "The text to explain", false)],
  },
  { type: Subcommand, name: "status", description: "Show what happened here so far" },
  {
    type: Subcommand,
    name: "escalate",
    description: "Call the people on call",
    options: [
      {
        ...optional("severity", "How bad it is; without it the policy decides"),
        choices: [
          { name: "critical", value: "critical" },
          { name: "high", value: "high" },
          { name: "low", value: "low" },
        ],
      },
      optional("reason", "What is wrong, and what they should know"),
    ],
  },
  {
    type: Subcommand,
    name: "oncall",
    description: "Show who is on call, until when, and who is next",
    options: [optional("time", "At another time, such as tomorrow 09:00")],
  },
  {
    type: Subcommand,
    name: "override",
    description: "Let somebody take over for a while, or see who does",
    options: [optional("text", "Such as: ana until 18:00, me 2h, or remove k3f9")],
  },
  {
    type: Subcommand,
    name: "export",
    description: "Show the timeline of this thread, to copy",
    options: [
      {
        ...optional("format", "Markdown unless you say so"),
        choices: [
          { name: "Markdown", value: "markdown" },
          { name: "JSON", value: "json" },
        ],
      },
    ],
  },
  { type: Subcommand, name: "mute", description: "Keep me quiet here" },
  { type: Subcommand, name: "unmute", description: "Let me speak here again" },
  {
    type: Subcommand,
    name: "channel",
    description: "Say when I speak up in this channel",
    options: [
      {
        ...optional("mode", "Whom I listen to; without it I say how it is"),
        choices: [
          { name: "watch: answer errors that are pasted", value: "watch" },
          { name: "mention: only when I am mentioned", value: "mention" },
          { name: "off: never, except to commands", value: "off" },
          { name: "alerts on: look at what monitors and other bots post", value: "alerts on" },
          { name: "alerts off: pass over what monitors and other bots post", value: "alerts off" },
        ],
      },
    ],
  },
  { type: Subcommand, name: "help", description: "Show what I can do" },
];

function text(name: string, description: string, autocomplete: boolean) {
  return { type: Text, name, description, required: true, autocomplete } as const;
}

function optional(name: string, description: string) {
  return { type: Text, name, description, required: false } as const;
}

function isNamesake(ours: Command, other: unknown): boolean {
  return isObject(other) && other["name"] === ours.name && (other["type"] ?? 1) === (ours.type ?? 1);
}

/** Whether every member of ours is there, and says the same. False and nothing are the same to Discord. */
function says(theirs: unknown, ours: unknown): boolean {
  if (Array.isArray(ours))
    return Array.isArray(theirs) && theirs.length === ours.length && ours.every((one, at) => says(theirs[at], one));
  if (!isObject(ours)) return theirs === ours || (ours === false && theirs === undefined);
  return isObject(theirs) && Object.entries(ours).every(([key, value]) => says(theirs[key], value));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
