import { expect } from "vitest";

/** A conversation as people see it, the same on every platform. */
export type Scenario = { readonly name: string; readonly lines: readonly Line[] };

export type Line =
  | { readonly kind: "says"; readonly text: string }
  /** `typing` is what goes into the input that the button opens. */
  | { readonly kind: "presses"; readonly label: string; readonly typing: string | undefined }
  | { readonly kind: "sees"; readonly text: string }
  | { readonly kind: "misses"; readonly text: string };

/** One person's seat at a platform. */
export type Seat = {
  readonly say: (text: string) => Promise<void>;
  /** Presses a button that is on offer now, through "more" and "are you sure?" where they are in the way. */
  readonly press: (label: string, typing: string | undefined) => Promise<void>;
  /** What came since the last thing said or pressed; runs of blanks and line breaks are one blank. */
  readonly visible: () => string;
  readonly leave: () => Promise<void>;
};

export const says = (text: string): Line => ({ kind: "says", text });
export const presses = (label: string, typing?: string): Line => ({ kind: "presses", label, typing });
export const sees = (text: string): Line => ({ kind: "sees", text });
export const misses = (text: string): Line => ({ kind: "misses", text });

/** Plays the conversation at the seat, and fails at the first line that is not so. */
export async function play({ lines }: Scenario, seat: Seat): Promise<void> {
  for (const line of lines) await playLine(line, seat);
  await seat.leave();
}

async function playLine(line: Line, seat: Seat): Promise<void> {
  if (line.kind === "says") await seat.say(line.text);
  else if (line.kind === "presses") await seat.press(line.label, line.typing);
  else if (line.kind === "sees") expect(seat.visible()).toContain(line.text);
  else expect(seat.visible()).not.toContain(line.text);
}
