import { grouped } from "./problem-lines.ts";

/** Where it is said how far a long command has come: on a terminal one line that is written over, elsewhere nothing. */
export type Screen = { readonly write: (text: string) => void; readonly isTTY: boolean; readonly columns: number };

export type Stages = {
  /** What is being done from now on. */
  readonly begin: (what: string) => void;
  /** One more query was asked. */
  readonly count: () => void;
  readonly end: () => void;
};

/** `now` in milliseconds, from a clock that never goes back. */
export function stagesOn({ write, isTTY, columns }: Screen, now: () => number): Stages {
  let stage = { what: "", since: now(), queries: 0 };
  let shown = Number.NEGATIVE_INFINITY;
  const show = (): void => {
    if (!isTTY) return;
    shown = now();
    write(`\r\u001B[2K${stageLine(stage, shown).slice(0, Math.max(20, columns - 1))}`);
  };
  return {
    begin: (what) => {
      stage = { what, since: now(), queries: 0 };
      show();
    },
    count: () => {
      stage.queries++;
      if (now() - shown >= EVERY_MS) show();
    },
    end: () => write(isTTY ? "\r\u001B[2K" : ""),
  };
}

const EVERY_MS = 100;

type Stage = { readonly what: string; readonly since: number; readonly queries: number };

/** `Asking about 650 articles · 3,120 queries · 410 a second` */
function stageLine({ what, since, queries }: Stage, now: number): string {
  if (queries === 0) return `${what} …`;
  const rate = Math.round(queries / Math.max(0.001, (now - since) / 1_000));
  return `${what} · ${grouped(queries)} queries · ${grouped(rate)} a second`;
}
