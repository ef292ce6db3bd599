/** A string (or number) that the compiler keeps apart from every other one: an `ArticleId` is not a `StepId`. */
export type Brand<Base, Name extends string> = Base & { readonly __brand: Name };

/** At least one. */
export type NonEmpty<T> = readonly [T, ...T[]];

/** Ends a `switch` over a union: the compiler proves that every case was handled. */
export function assertNever(value: never): never {
  throw new Error(
    `Cannot handle ${JSON.stringify(value)}: no case was written for it. Add the case where the switch ends.`,
  );
}
