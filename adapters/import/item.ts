import type { ForeignDocument } from "../../src/core/import/document.ts";

/** One thing found in a source: a document to read, or something that was left alone and why. */
export type Item =
  | { readonly kind: "file"; readonly name: string; readonly path: string; readonly size: number }
  | { readonly kind: "bytes"; readonly name: string; readonly bytes: Uint8Array }
  /** A row of an export, read already. */
  | { readonly kind: "document"; readonly name: string; readonly document: ForeignDocument }
  | { readonly kind: "left"; readonly name: string; readonly why: string };

/** A source could not be read, or not to its end; the message is a sentence with a way out. */
export class SourceError extends Error {
  override readonly name = "SourceError";
}
