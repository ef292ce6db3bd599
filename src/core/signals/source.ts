/** An event source in the form in which sources are compared: case, spaces and punctuation do not count. */
export function foldSource(source: string): string {
  return source.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
