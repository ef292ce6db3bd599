import { type Fence, fenceAfter } from "./fence.ts";

/** Lines of a file, and the number of the first. */
export type Lines = { readonly lines: readonly string[]; readonly first: number };

/** A heading and what stands under it; `first` is the line after the heading. */
export type Section = Lines & { readonly heading: string };

export type Sections = {
  /** What stands before the first heading. */
  readonly lead: Lines;
  readonly sections: readonly Section[];
  /** The line of a code block that never ends, and so swallows every later heading. */
  readonly openFence: number | undefined;
};

/** Cuts at the headings of one level: `## ` or `### `. A heading inside a code block is text. */
export function splitAtHeadings({ lines, first }: Lines, marker: "## " | "### "): Sections {
  const starts: number[] = [];
  let fence: Fence | undefined;
  let fenceLine = 0;
  for (const [index, line] of lines.entries()) {
    if (fence === undefined && line.startsWith(marker)) starts.push(index);
    const before = fence;
    fence = fenceAfter(fence, line);
    if (before === undefined && fence !== undefined) fenceLine = index + first;
  }
  const end = (at: number) => starts[at] ?? lines.length;
  return {
    lead: { lines: lines.slice(0, end(0)), first },
    sections: starts.map((start, at) => ({
      heading: (lines[start] ?? "").slice(marker.length).trim(),
      lines: lines.slice(start + 1, end(at + 1)),
      first: first + start + 1,
    })),
    openFence: fence === undefined ? undefined : fenceLine,
  };
}

/** The lines as one text, without empty lines around it. */
export function textOf(lines: readonly string[]): string {
  return tidyText(lines.join("\n"));
}

/** Drops empty lines at the beginning and white space at the end: the form in which an article keeps its Markdown. */
export function tidyText(text: string): string {
  return text.replace(/^(?:[ \t]*\n)+/, "").trimEnd();
}
