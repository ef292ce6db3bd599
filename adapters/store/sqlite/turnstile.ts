/** Lets one in at a time, in the order of arrival. */
export type Turnstile = { readonly enter: () => Promise<void>; readonly leave: () => void };

export function turnstile(): Turnstile {
  const waiting: (() => void)[] = [];
  let isTaken = false;
  return {
    enter: async () => {
      if (isTaken) await new Promise<void>((resolve) => waiting.push(resolve));
      isTaken = true;
    },
    leave: () => {
      const next = waiting.shift();
      if (next === undefined) isTaken = false;
      else next();
    },
  };
}
