/** From where something was done, by the ids of the platform: names change, and these do not. */
export type Origin = {
  readonly platform: "slack" | "discord" | "terminal";
  /** At a terminal, the conversation. */
  readonly channel: string;
  readonly thread?: string | undefined;
  /** The message that was said, edited or pointed at, or that the button stands in. */
  readonly message?: string | undefined;
  readonly by: Means;
};

/** `menu`: a shortcut or an entry in the menu of a message. `sign`: 📌. `pager`: somebody did it at the service. */
export type Means = "message" | "edit" | "deletion" | "button" | "form" | "command" | "menu" | "sign" | "pager";
