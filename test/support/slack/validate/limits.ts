/**
 * Block Kit in numbers.
 * {@link https://docs.slack.dev/reference/block-kit/blocks}
 * {@link https://docs.slack.dev/reference/block-kit/block-elements}
 * {@link https://docs.slack.dev/reference/block-kit/composition-objects}
 */
export const LIMITS = {
  messageBlocks: 50,
  viewBlocks: 100,
  /** All blocks of a message as JSON; measured, not documented (`msg_blocks_too_long`). */
  messageCharacters: 13_200,
  sectionText: 3000,
  fields: 10,
  fieldText: 2000,
  header: 150,
  contextElements: 10,
  contextText: 2000,
  actions: 25,
  overflow: 5,
  overflowLeast: 2,
  options: 100,
  choices: 10,
  optionText: 75,
  optionValue: 150,
  buttonText: 75,
  buttonValue: 2000,
  url: 3000,
  id: 255,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  placeholder: 150,
  label: 2000,
  inputText: 3000,
  alt: 2000,
  markdown: 12_000,
  tableRows: 100,
  tableColumns: 20,
  tableText: 10_000,
  viewTitle: 24,
  viewButton: 24,
  privateMetadata: 3000,
  metadataEventType: 255,
} as const;
