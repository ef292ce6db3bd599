/** A folder of article files, wherever it lies. */
export type ArticleFolder = {
  /** Where it lies, without links: two names for one folder have one root. */
  readonly root: string;
  /** All article files in a fixed order: folder by folder, by name. Lazy, so that a long list can be read in slices. */
  readonly list: () => Iterable<FileFacts>;
  /** One file as it is now; undefined when there is none that may be read. */
  readonly facts: (name: string) => FileFacts | undefined;
  /** What a file says; undefined when there is none that may be read. */
  readonly read: (name: string) => string | undefined;
  /** Says whenever something changed, until it is closed. */
  readonly watch: (changed: (change: FolderChange) => void) => { readonly close: () => void };
};

/** `name` is the path within the folder, with `/` between its parts; `modified` in milliseconds since 1970. */
export type FileFacts = { readonly name: string; readonly size: number; readonly modified: number };

/** `somewhere`: what it was is not known, so everything has to be compared. */
export type FolderChange =
  | { readonly kind: "files"; readonly names: readonly string[] }
  | { readonly kind: "somewhere" };
