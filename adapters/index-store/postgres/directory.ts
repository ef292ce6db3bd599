import type { Pool } from "pg";
import type { ArticleId } from "../../../src/core/kb/article.ts";
import { articleId } from "../../../src/core/kb/ids.ts";
import { inTransaction } from "./in-transaction.ts";

/** Which file has an article: some forty bytes each, because it must be known at once when a button is pressed. */
export type Directory = {
  readonly fileOf: (id: string) => string | undefined;
  readonly ids: () => Iterable<ArticleId>;
};

type Row = { readonly article: string; readonly file: string };

/** Rows that are fetched at once. */
const PAGE = 10_000;

const ALL = `
declare articles no scroll cursor for
select article, file from kms_index_files where base = $1 and article is not null
order by lower(article) collate "C"`;

export async function readDirectory(pool: Pool, base: number): Promise<Directory> {
  const pieces: Buffer[] = [];
  const lengths: number[] = [];
  await inTransaction(pool, async (client) => {
    await client.query(ALL, [base]);
    for (let rows: readonly Row[]; ; ) {
      ({ rows } = await client.query<Row>(`fetch ${PAGE} from articles`));
      const entries = rows.map(({ article, file }) => `${article}\n${file}`);
      for (const entry of entries) lengths.push(Buffer.byteLength(entry));
      pieces.push(Buffer.from(entries.join("")));
      if (rows.length < PAGE) return;
    }
  });
  return directoryOver(Buffer.concat(pieces), startsOf(lengths));
}

function startsOf(lengths: readonly number[]): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1);
  lengths.forEach((length, place) => (starts[place + 1] = starts[place]! + length));
  return starts;
}

function directoryOver(entries: Buffer, starts: Uint32Array): Directory {
  const at = (place: number): Row => {
    const [article = "", file = ""] = entries.toString("utf8", starts[place], starts[place + 1]).split("\n");
    return { article, file };
  };
  const count = starts.length - 1;
  return {
    fileOf: (id) => search(id.toLowerCase(), count, at),
    ids: function* () {
      for (let place = 0; place < count; place++) yield articleId(at(place).article);
    },
  };
}

function search(key: string, count: number, at: (place: number) => Row): string | undefined {
  let low = 0;
  let high = count - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const { article, file } = at(middle);
    const found = article.toLowerCase();
    if (found === key) return file;
    if (found < key) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}
