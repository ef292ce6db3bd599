/**
 * What Slack takes. Characters are UTF-16 units.
 * {@link https://docs.slack.dev/reference/block-kit/blocks}
 * {@link https://docs.slack.dev/reference/block-kit/block-elements}
 * {@link https://docs.slack.dev/reference/block-kit/composition-objects}
 */
export const SLACK_LIMITS = {
  messageBlocks: 50,
  viewBlocks: 100,
  /** All blocks of a message as JSON. Slack turns down about 13,200 (`msg_blocks_too_long`, measured); some room is left. */
  messageCharacters: 12_800,
  /** The same for a modal or the Home tab, for which no figure is known: no more than a message may have. */
  header: 150,
  /** One paragraph, list, quote or code block; the rest is clipped, so that one long paste does not push out the buttons. */
  blockText: 3_000,
  contextText: 2_000,
  listItems: 100,
  inlines: 200,
  /** The sentence that the `text` begins with; what is escaped grows by up to five times. */
  fallback: 700,
  /** The `text` that notifications and screen readers use. 4,000 are advised. */
  spoken: 3_800,
  buttonsInSight: 5,
  actions: 25,
  overflowLeast: 2,
  overflow: 5,
  label: 75,
  buttonValue: 2_000,
  optionValue: 150,
  url: 3_000,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  modalTitle: 24,
  modalButton: 24,
  inputLabel: 2_000,
  inputText: 3_000,
  privateMetadata: 3_000,
  actionId: 255,
} as const;

/** {@link https://docs.slack.dev/interactivity/handling-user-interaction} Milliseconds. */
export const SLACK_LIFETIMES = { responseUrl: 30 * 60_000, responseUrlUses: 5, ack: 3_000, trigger: 3_000 } as const;

/** What is read of a file: how many, how large in bytes, and for how many milliseconds we wait for it. */
export const FILE_LIMITS = { files: 5, bytes: 1_048_576, wait: 10_000 } as const;
