/** Where something stands in `Reading.text`: UTF-16 offsets, the end excluded. */
export type Span = { readonly start: number; readonly end: number };

/** An identifying mark found in text. */
export type Signal =
  | EventSignal
  | {
      readonly kind: "code";
      readonly code: string;
      readonly notation: CodeNotation;
      readonly written: string;
      readonly span: Span;
    }
  /**
   * A numbered message of a tool. `family` is `C`, `LNK`, `ORA`, … where the tool names one (`C2661` is family `C`, number
   * `2661`), else `error`, `run-time error`, `return code` or `SQLSTATE`.
   */
  | { readonly kind: "error-number"; readonly family: string; readonly number: string; readonly span: Span }
  /** A symbolic name: an exception without its packages (`KMSInvalidStateException`) or a constant (`ERROR_ACCESS_DENIED`). */
  | { readonly kind: "name"; readonly name: string; readonly span: Span }
  /** Where in its source a program gave up, as hex dumps show it: `kmserver.cpp@1653`. */
  | { readonly kind: "position"; readonly position: string; readonly span: Span }
  /** A build number such as `6.0.6249.0`. */
  | { readonly kind: "build"; readonly build: string; readonly span: Span }
  /** A knowledge-base article named outright: `Q259906`, `KB274321`. `id` is in the Q form. */
  | { readonly kind: "article"; readonly id: string; readonly span: Span }
  /** A file a message speaks of, such as `vbajet32.dll` (lower case). */
  | { readonly kind: "file"; readonly name: string; readonly span: Span }
  /** A number somebody typed on its own in a command: it may be an event id. Never found in passing. */
  | { readonly kind: "bare-number"; readonly value: number; readonly span: Span };

/** One record of an event log. */
export type EventSignal = {
  readonly kind: "event";
  readonly id: number;
  readonly source: string | undefined;
  /** Undefined where the log says "None", in any language. */
  readonly category: string | undefined;
  /** In English whatever the language of the log: Critical, Error, Warning, Information, Verbose, Success Audit, Failure Audit. */
  readonly level: string | undefined;
  /** The description, unwrapped to one line, without help links and dumps; undefined where the record has none. */
  readonly message: string | undefined;
  readonly form: EventForm;
  readonly span: Span;
};

/**
 * How the record was written down: `classic` and `modern` are the two event viewers, `xml` the viewer's details, `list`
 * what PowerShell prints, `csv` an exported line, `syslog` a forwarded one (JSON and `key=value` too); `phrase` is talk
 * such as "event 5085 from W3SVC" or "MSExchangeKMS 5389", and has no description.
 */
export type EventForm = "classic" | "modern" | "xml" | "list" | "wevtutil" | "csv" | "syslog" | "phrase";

export type CodeNotation = "hex" | "signed" | "unsigned";

/** How the text reached us. A command asks us outright; a channel message merely passes by. */
export type Via = "command" | "channel" | "thread";

/**
 * A stretch of the text and what it is. Parts are in order of appearance and do not overlap;
 * boilerplate (dates, users, computers, XML scaffolding, help links) belongs to no part.
 */
export type Part = {
  readonly kind: PartKind;
  readonly text: string;
  readonly span: Span;
};

/**
 * `event` the description of an event record · `message` a quoted, fenced or otherwise set-off message ·
 * `line` a line that reads like an error or a log · `prose` what people say around it.
 */
export type PartKind = "event" | "message" | "line" | "prose";

/** What was understood of one text. */
export type Reading = {
  /** The cleaned text: what every span points into. */
  readonly text: string;
  readonly via: Via;
  readonly signals: readonly Signal[];
  readonly parts: readonly Part[];
  /** Set when the text was too long to be matched whole; lengths in UTF-16 units. */
  readonly clipped: { readonly from: number; readonly to: number } | undefined;
};
