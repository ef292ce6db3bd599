import { followNamesakes } from "../../adapters/files/read-namesakes.ts";
import type { Knowledge } from "../app/knowledge.ts";
import type { Index } from "../core/matching/index.ts";

/** Where a knowledge base lies, and who may see it. */
type Folder = { readonly dir: string; readonly audience: string | undefined };

/** Articles, and what their folders say that they are not about: looked at again at each look-up, as an edit counts at once. */
export function withNamesakes(
  knowledge: Knowledge,
  folders: readonly Folder[],
  tell: (problem: string) => void,
): Knowledge {
  const files = folders.map(({ dir, audience }) => ({ audience, look: followNamesakes(dir, tell) }));
  const add = (index: Index, audience: string | undefined): Index => {
    const seen = files.filter((one) => one.audience === undefined || one.audience === audience);
    const found = seen.flatMap(({ look }) => {
      const parsed = look();
      return parsed?.kind === "namesakes" ? parsed.namesakes : [];
    });
    return found.length === 0 ? index : { ...index, namesakes: found };
  };
  return {
    ...knowledge,
    indexFor: (inquiry, audience) => {
      const index = knowledge.indexFor(inquiry, audience);
      return index instanceof Promise ? index.then((part) => add(part, audience)) : add(index, audience);
    },
  };
}
