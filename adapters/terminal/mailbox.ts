/** Messages that wait for a reader, or a reader that waits for a message. */
export type Mailbox<T> = { readonly put: (message: T) => void; readonly next: () => Promise<T> };

export function mailbox<T>(): Mailbox<T> {
  const messages: T[] = [];
  const readers: ((message: T) => void)[] = [];
  return {
    put: (message) => {
      const reader = readers.shift();
      if (reader === undefined) messages.push(message);
      else reader(message);
    },
    next: () => {
      const [message] = messages.splice(0, 1);
      return message === undefined ? new Promise((resolve) => readers.push(resolve)) : Promise.resolve(message);
    },
  };
}
