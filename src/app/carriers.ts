import type { Clock } from "./clock.ts";
import { type Loop, loop } from "./loop.ts";

/** Errands that are under way at the moment, each with a name for what it keeps busy. */
export type UnderWay = {
  readonly names: () => readonly string[];
  /** Begins one. `note` is for writing down what became of it: who waits until nothing is left to do waits for that. */
  readonly begin: (name: string, errand: (note: Note) => Promise<void>) => void;
};

type Note = (noting: Promise<void>) => Promise<void>;

/** A loop whose rounds hand out errands that go on beside it, so that one that hangs holds up no other. */
export function carriers(
  clock: Clock,
  round: (underWay: UnderWay) => Promise<number>,
  failed: (error: unknown) => void,
): Loop {
  const errands = new Map<Promise<void>, string>();
  const notes = new Set<Promise<void>>();
  const note: Note = (noting) => {
    const noted = noting.finally(() => notes.delete(noted));
    notes.add(noted);
    return noted;
  };
  const begin: UnderWay["begin"] = (name, errand) => {
    const done = errand(note)
      .catch(failed)
      .finally(() => {
        errands.delete(done);
        rounds.wake();
      });
    errands.set(done, name);
  };
  const rounds = loop(clock, () => round({ names: () => [...errands.values()], begin }), failed);
  return {
    wake: rounds.wake,
    idle: () => idle(rounds, notes),
    stop: async () => {
      await rounds.stop();
      await Promise.all(errands.keys());
    },
  };
}

async function idle(rounds: Loop, notes: ReadonlySet<Promise<void>>): Promise<void> {
  await rounds.idle();
  while (notes.size > 0) {
    await Promise.allSettled(notes);
    await rounds.idle();
  }
}
