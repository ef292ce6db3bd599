import { type Clock, withinTime } from "./clock.ts";
import type { Delivery, Intake } from "./platform.ts";

/** Asks the bot before a form is opened. Where it does not tell in time the form opens, and what is sent is checked all the same. */
export async function mayOpenForm(
  { mayFillIn: ask }: Intake,
  clock: Clock,
  press: Promise<Delivery | undefined>,
): Promise<boolean> {
  const asked = press
    .then((delivery) => (delivery === undefined || ask === undefined ? true : ask(delivery)))
    .catch(() => true);
  return (await withinTime(clock, PATIENCE, asked)) !== false;
}

/** Milliseconds. A platform wants the form within three seconds. */
const PATIENCE = 1_000;
