/** What `kms search` needs: the words, and what they may mean. */
export type SearchTools = {
  readonly words: readonly string[];
  readonly complete: (typed: string) => Promise<readonly { readonly name: string; readonly value: string }[]>;
  readonly write: (line: string) => void;
};

/** Lists articles by what they are called, one a line: the id and the title. The exit code is 1 when there is none. */
export async function search({ words, complete, write }: SearchTools): Promise<0 | 1> {
  const found = await complete(words.join(" "));
  const width = Math.max(0, ...found.map(({ value }) => value.length));
  for (const { name, value } of found) write(`${value.padEnd(width)}  ${name}`);
  if (found.length === 0)
    write(`No article is called "${words.join(" ")}". Paste the error itself: kms finds it by what it says.`);
  return found.length === 0 ? 1 : 0;
}
