import type { ArticleFolder } from "../../src/app/article-folder.ts";

/** A knowledge base among others: its name, who may see it, and how much it counts where two articles fit equally well. */
export type KnowledgeFolder = {
  readonly name: string;
  /** Undefined: everyone. */
  readonly audience: string | undefined;
  readonly weight: number;
  readonly folder: ArticleFolder;
};

/** What was written on the command line or in KMS_KB about one folder. */
export type FolderWish = Omit<KnowledgeFolder, "folder"> & { readonly dir: string };

/** Several folders in one variable stand apart by `;`. */
export function wishesIn(text: string): readonly string[] {
  return text.split(";").flatMap((part) => (part.trim() === "" ? [] : [part.trim()]));
}

/**
 * Reads `DIR`, `name=DIR` or `name=DIR?audience=security&weight=2`; a sentence when it makes no sense. A path with `=`
 * or `?` in it is written after a name.
 */
export function folderWish(written: string): FolderWish | string {
  const [, name, rest = written] = /^([A-Za-z][\w-]*)=(.*)$/s.exec(written) ?? [];
  const [, dir = rest, settings = ""] = /^(.*)\?((?:audience|weight)=.*)$/s.exec(rest) ?? [];
  const values = new URLSearchParams(settings);
  const weight = Number(values.get("weight") ?? 1);
  const unknown = [...values.keys()].find((key) => key !== "audience" && key !== "weight");
  if (dir === "") return `Cannot use the knowledge base "${written}": it names no folder. Write name=DIR.`;
  if (unknown !== undefined)
    return `Cannot use the knowledge base "${written}": it has no setting "${unknown}". Write audience= or weight=.`;
  if (!(weight > 0))
    return `Cannot use the knowledge base "${written}": its weight is no positive number. Write weight=2, or leave it out.`;
  return { name: name ?? dir, dir, audience: values.get("audience") ?? undefined, weight };
}
