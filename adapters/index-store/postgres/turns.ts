/** Does one piece of work after the other, so that fillings never wait for each other's connections. */
export type Turns = <Result>(work: () => Promise<Result>) => Promise<Result>;

export function turns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
