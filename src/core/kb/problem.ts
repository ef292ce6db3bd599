/** `error`: the article cannot be used. `warning`: it can, but its author should look. */
export type Severity = "error" | "warning";

/** Something wrong with a file of the knowledge base, in words its author can act on. */
export type Problem = {
  readonly file: string;
  /** Counted from 1, in the file as it is on disk. */
  readonly line: number;
  readonly severity: Severity;
  readonly message: string;
  /** What many articles may lack alike: of each topic a person reads a few, and the count of the rest. */
  readonly topic?: Topic;
};

/** Such as "43,352 articles without an owner". */
export type Topic =
  | "samples that do not find their article"
  | "samples that find what they must not"
  | "articles without an owner"
  | "articles without a review date"
  | "articles whose review is due"
  | "links that lead nowhere"
  | "titles that two articles share"
  | "articles that share a signature"
  | "articles that nothing finds"
  | "articles that answer where they must not"
  | "patterns that are too broad or too slow";

/** Gathers what is wrong with one file, so that its author learns everything at once. */
export type ProblemLog = {
  readonly error: (line: number, message: string) => void;
  readonly warning: (line: number, message: string) => void;
  /** In the order of the lines. */
  readonly found: () => readonly Problem[];
};

/** Of each severity; more helps nobody, as the first ones usually cause the rest. */
const MOST_PROBLEMS = 100;

/** An empty log for `file`. */
export function problemLog(file: string): ProblemLog {
  const problems: Problem[] = [];
  const add = (severity: Severity) => (line: number, message: string) => {
    const room = problems.filter((problem) => problem.severity === severity).length < MOST_PROBLEMS;
    if (room) problems.push({ file, line, severity, message });
  };
  return {
    error: add("error"),
    warning: add("warning"),
    found: () => problems.toSorted((a, b) => a.line - b.line),
  };
}
