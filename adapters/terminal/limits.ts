/** Columns, characters and milliseconds. */
export const TERMINAL_LIMITS = {
  /** Longer lines are hard to read, however wide the window is. */
  widest: 92,
  narrowest: 20,
  /** Where nobody knows the width: what terminals have had since the VT100. */
  usual: 80,
  /** A paste longer than this is cut; matching looks at 20 KB of it. UTF-16 units. */
  paste: 1_048_576,
  /** Without bracketed paste, lines that follow each other faster than this were pasted. */
  quiet: 40,
  /** A pasted line up to this goes into the line editor; a longer one is an error message. UTF-16 units. */
  shortLine: 200,
  /** Lines of a paste that are shown back. */
  echoed: 3,
} as const;
