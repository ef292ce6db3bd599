/** How much an article may hold. Lengths in UTF-16 units; generous for people, firm for accidents and attacks. */
export const ARTICLE_LIMITS = {
  file: 1_048_576,
  frontMatter: 131_072,
  title: 300,
  /** A line of a list, such as an alias, a product or a name. */
  entry: 300,
  entries: 200,
  /** An event text or a message. */
  message: 8_000,
  messages: 500,
  sample: 20_000,
  pattern: 500,
  patterns: 20,
  steps: 200,
  commandsOfAStep: 20,
  command: 4_000,
  answers: 10,
  /** A button's label on Slack: {@link https://docs.slack.dev/reference/block-kit/block-elements/button-element} */
  label: 75,
  question: 300,
  url: 2_000,
} as const;
