/** The bench cannot run; the message says what is missing. Exit codes: 1 something is not there · 2 the command line is wrong. */
export class BenchError extends Error {
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2) {
    super(message);
    this.exitCode = exitCode;
  }
}
