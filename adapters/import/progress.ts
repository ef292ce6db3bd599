import type { Progress } from "./import-knowledge.ts";

/** Where progress is shown: a line that is written over on a terminal, now and then a new line anywhere else. */
export type ProgressScreen = {
  readonly write: (text: string) => void;
  readonly isTTY: boolean;
  readonly columns: number;
};

export type ProgressBar = { readonly show: (progress: Progress) => void; readonly end: () => void };

/** `now` in milliseconds, from a clock that never goes back. */
export function progressBar(screen: ProgressScreen, now: () => number): ProgressBar {
  const start = now();
  let shown = Number.NEGATIVE_INFINITY;
  let open = false;
  return {
    show: (progress) => {
      if (now() - shown < (screen.isTTY ? TTY_EVERY_MS : LINE_EVERY_MS)) return;
      const first = shown === Number.NEGATIVE_INFINITY;
      shown = now();
      if (first && !screen.isTTY) return;
      const line = progressLine(progress, shown - start);
      screen.write(screen.isTTY ? `\r\u001B[2K${line.slice(0, Math.max(20, screen.columns - 1))}` : `${line}\n`);
      open = screen.isTTY;
    },
    end: () => {
      if (open) screen.write("\r\u001B[2K");
      open = false;
    },
  };
}

const TTY_EVERY_MS = 100;

const LINE_EVERY_MS = 10_000;

/** `[#####.....] 48 % · 21,904 documents · 5,100 a second · 4 s left` */
export function progressLine({ items, bytes, ofBytes }: Progress, elapsedMs: number): string {
  const share = ofBytes === 0 ? 0 : Math.min(1, bytes / ofBytes);
  const filled = Math.round(share * BAR_WIDTH);
  const bar = `[${"#".repeat(filled)}${".".repeat(BAR_WIDTH - filled)}]`;
  const seconds = Math.max(elapsedMs / 1_000, 0.001);
  const left = share > 0 ? Math.ceil((seconds / share) * (1 - share)) : undefined;
  const parts = [
    `${bar} ${Math.floor(share * 100)} %`,
    `${grouped(items)} documents`,
    `${grouped(Math.round(items / seconds))} a second`,
  ];
  return [...parts, ...(left === undefined ? [] : [`${left} s left`])].join(" · ");
}

const BAR_WIDTH = 20;

function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
