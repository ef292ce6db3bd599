/** The wish that this process stops. */
export type StopSignal = { readonly asked: Promise<void>; readonly isAsked: () => boolean };

const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/** Hears SIGTERM and Ctrl-C once; the next one ends the process at once, as it would without us. */
export function stopSignal(): StopSignal {
  const { promise, resolve } = Promise.withResolvers<void>();
  let isAsked = false;
  const hear = () => {
    isAsked = true;
    for (const signal of SIGNALS) process.off(signal, hear);
    resolve();
  };
  for (const signal of SIGNALS) process.on(signal, hear);
  return { asked: promise, isAsked: () => isAsked };
}
