type Numbers = Uint8Array | Uint16Array | Uint32Array | Float32Array;

/** A typed array that grows while something is built; the first `length` of its `values` were pushed. */
export type Growing<A extends Numbers> = { values: A; length: number; readonly make: (length: number) => A };

/** `make` gives a new array, all zero, of the wanted length. */
export function growing<A extends Numbers>(make: (length: number) => A, length = 1024): Growing<A> {
  return { values: make(length), length: 0, make };
}

export function push(list: Growing<Numbers>, value: number): void {
  if (list.length === list.values.length) grow(list);
  list.values[list.length++] = value;
}

/** Makes room for so many values more, all 0, and gives where they begin. */
export function lengthen(list: Growing<Numbers>, more: number): number {
  const from = list.length;
  while (from + more > list.values.length) grow(list);
  list.length += more;
  return from;
}

/** What was pushed, and nothing else. */
export function finished<A extends Numbers>({ values, length, make }: Growing<A>): A {
  const exact = make(length);
  exact.set(values.subarray(0, length));
  return exact;
}

function grow(list: Growing<Numbers>): void {
  const larger = list.make(Math.max(16, list.values.length * 2));
  larger.set(list.values);
  list.values = larger;
}

export const newBytes = (length: number): Uint8Array => new Uint8Array(length);
export const newShorts = (length: number): Uint16Array => new Uint16Array(length);
export const newWords = (length: number): Uint32Array => new Uint32Array(length);
export const newFloats = (length: number): Float32Array => new Float32Array(length);
