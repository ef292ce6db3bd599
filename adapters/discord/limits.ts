/** Characters, unless said otherwise. {@link https://discord.com/developers/docs/components/reference} */
export const DISCORD_LIMITS = {
  /** All text of a message together. */
  text: 4_000,
  /** Components of a message, nested ones included. */
  components: 40,
  /** Buttons in a row. */
  row: 5,
  customId: 100,
  buttonLabel: 80,
  selectOptions: 25,
  optionLabel: 100,
  placeholder: 150,
  modalTitle: 45,
  inputLabel: 45,
  inputDescription: 100,
  inputValue: 4_000,
  choices: 25,
  choice: 100,
  threadName: 100,
  nonce: 25,
  /** {@link https://discord.com/developers/docs/resources/message#allowed-mentions-object} */
  mentions: 100,
  /** Messages in one answer when a history is read. */
  page: 100,
  /** Milliseconds until an interaction must have its first answer. */
  firstAnswer: 3_000,
  /** Milliseconds an interaction's token lives. */
  token: 15 * 60_000,
} as const;

/** What we allow ourselves; Discord would take more. */
export const OUR_LIMITS = {
  /** Bytes of a text file that are read, and of all files of one message. */
  file: 1_048_576,
  /** Milliseconds for a call, and for a download. */
  patience: 10_000,
  /** Milliseconds for finishing when the process is told to stop. */
  goodbye: 8_000,
  /** Milliseconds for a file when somebody waits for an answer. */
  quickly: 1_500,
  /** Milliseconds between attempts to store what was heard: about two minutes in all. */
  insistence: [250, 500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000],
  /** Messages read back of one channel after a time away. */
  readBack: 2_000,
  /** A message that came in this many milliseconds ago is worth a late answer. */
  lateAtMost: 24 * 60 * 60_000,
} as const;
