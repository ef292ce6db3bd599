import type { Block } from "./block.ts";

/** How a document was written down. */
export type Form =
  | "archive"
  | "archive-page"
  | "web-page"
  | "markdown"
  | "html"
  | "servicenow"
  | "confluence"
  | "table";

/** A foreign document after reading and before it becomes an article; every form ends up here. */
export type ForeignDocument = {
  readonly form: Form;
  /** The number the document gives itself, such as `Q274321`; undefined where it has none. */
  readonly id: string | undefined;
  readonly title: string;
  /** The day of the last change (ISO 8601). */
  readonly modified: string | undefined;
  readonly products: readonly string[];
  readonly versions: readonly string[];
  readonly tags: readonly string[];
  readonly owner: string | undefined;
  readonly url: string | undefined;
  readonly sections: readonly Section[];
};

/** A stretch of a document under one heading. */
export type Section = {
  readonly role: SectionRole;
  /** As it was written; undefined before the first heading. */
  readonly heading: string | undefined;
  readonly blocks: readonly Block[];
};

/** What a section is for, whatever its heading says. */
export type SectionRole = (typeof SECTION_ROLES)[number];

export const SECTION_ROLES = [
  "applies",
  "summary",
  "symptoms",
  "cause",
  "diagnosis",
  "resolution",
  "workaround",
  "rollback",
  "status",
  "more",
  "references",
] as const;
