import type { Button, Input } from "../../src/core/view/view.ts";
import { clipped } from "./text.ts";

/** What stands in the value of a button: its token and, where words are asked for, what the form says. */
export type Value = { readonly token: string; readonly input: Input | undefined };

/**
 * The value of a button or an option, at most so many characters. It holds the whole question, so that the form opens on
 * any replica and after a restart without looking anything up. What does not fit of the question is left out.
 */
export function writeValue(token: string, input: Button["input"], most: number): string {
  if (input === undefined) return token;
  const head = `${token}\n${signOf(input)}`;
  const label = clipped(input.label.replaceAll("\n", " "), most - head.length);
  const whole = `${head}${label}\n${input.initial}`;
  return whole.length <= most ? whole : `${head}${label}`;
}

/** A token has no line breaks, so they part it from the rest. */
export function readValue(value: string): Value {
  const [token = "", asks = "", ...initial] = value.split("\n");
  if (asks === "") return { token, input: undefined };
  const required = !asks.startsWith(OPTIONAL);
  const person = asks.startsWith(PERSON) ? { isPerson: true as const } : {};
  return { token, input: { required, label: asks.slice(1), initial: initial.join("\n"), ...person } };
}

const [REQUIRED, OPTIONAL, PERSON] = ["!", "?", "@"];

function signOf({ required, isPerson }: Input): string {
  if (isPerson === true) return PERSON;
  return required ? REQUIRED : OPTIONAL;
}
