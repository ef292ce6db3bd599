import { isObject } from "../json.ts";

/** A message as it is now. `revisions` holds what it said before, oldest first. */
export type Message = MessageContent & {
  readonly id: string;
  readonly channel: string;
  readonly author: string;
  readonly kind: MessageKind;
  readonly at: number;
  readonly editedAt: number | undefined;
  readonly deletedAt: number | undefined;
  readonly revisions: readonly MessageContent[];
  readonly flags: number;
  readonly nonce: string | number | undefined;
  readonly replyTo: string | undefined;
  /** Set for an ephemeral message: the one person who sees it. */
  readonly onlyFor: string | undefined;
  /** The interaction it answers. */
  readonly interaction: string | undefined;
  /** The webhook that posted it. */
  readonly webhook?: string;
  /** The thread that was started from it. */
  readonly thread: string | undefined;
  readonly reactions: readonly Reaction[];
  readonly mentions: Mentions;
};

/** What an edit can change. */
export type MessageContent = {
  readonly content: string;
  readonly embeds: readonly Embed[];
  readonly components: readonly Component[];
  readonly attachments: readonly Attachment[];
};

/** `thread-created` and `thread-starter` are the lines Discord itself writes when a thread begins. */
export type MessageKind = "plain" | "reply" | "command-answer" | "menu-answer" | "thread-created" | "thread-starter";

export type Mentions = {
  readonly users: readonly string[];
  readonly roles: readonly string[];
  readonly everyone: boolean;
};

export type Reaction = { readonly emoji: string; readonly users: readonly string[] };

/** Validated before it is stored, in Discord's own notation. */
export type Embed = {
  readonly title?: string;
  readonly description?: string;
  readonly url?: string;
  readonly color?: number;
  readonly fields?: readonly { readonly name: string; readonly value: string; readonly inline?: boolean }[];
  readonly footer?: { readonly text: string };
  readonly author?: { readonly name: string; readonly url?: string };
};

/** Any component, in Discord's own notation; which members it has follows from its type. */
export type Component = {
  readonly type: number;
  readonly id?: number;
  readonly custom_id?: string;
  readonly label?: string;
  readonly description?: string;
  readonly style?: number;
  readonly url?: string;
  readonly content?: string;
  readonly value?: string | boolean;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly required?: boolean;
  readonly min_length?: number;
  readonly max_length?: number;
  readonly min_values?: number;
  readonly max_values?: number;
  readonly emoji?: { readonly name?: string };
  readonly options?: readonly SelectOption[];
  readonly components?: readonly Component[];
  readonly accessory?: Component;
  readonly component?: Component;
};

type SelectOption = {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
  readonly default?: boolean;
};

export type Attachment = {
  readonly id: string;
  readonly filename: string;
  readonly size: number;
  readonly url: string;
  readonly contentType: string | undefined;
  readonly description: string | undefined;
};

export type StoredFile = {
  readonly id: string;
  readonly filename: string;
  readonly bytes: Uint8Array;
  readonly contentType: string | undefined;
};

/** {@link https://discord.com/developers/docs/resources/message#message-object-message-flags} */
export const FLAGS = {
  hasThread: 32,
  ephemeral: 64,
  loading: 128,
  suppressNotifications: 4096,
  componentsV2: 32_768,
} as const;

/** Enough of a look at something that the validators have let through. */
export function isComponent(value: unknown): value is Component {
  return (
    isObject(value) &&
    typeof value["type"] === "number" &&
    (value["components"] === undefined || Array.isArray(value["components"]))
  );
}

/** Enough of a look at something that the validators have let through. */
export function isEmbed(value: unknown): value is Embed {
  return isObject(value);
}

/** Every component of a message or modal, nested ones too, in the order in which they are shown. */
export function flattened(components: readonly Component[]): readonly Component[] {
  return components.flatMap((component) => [
    component,
    ...flattened(component.components ?? []),
    ...flattened(component.accessory === undefined ? [] : [component.accessory]),
    ...flattened(component.component === undefined ? [] : [component.component]),
  ]);
}
