import { instant, type Responder } from "../core/resolution/responder.ts";
import { homeView, type News } from "../core/view/home-view.ts";
import type { View } from "../core/view/view.ts";
import type { Clock } from "./clock.ts";
import { openCasesOf } from "./events/open-cases.ts";
import { firstStart } from "./first-start.ts";
import type { Knowledge, Written } from "./knowledge.ts";
import { tenantKey } from "./names.ts";
import type { Platform, Tenant } from "./platform.ts";
import type { Posted, Store } from "./store.ts";

export type HomeParts = {
  readonly store: Store;
  readonly knowledge: Pick<Knowledge, "articles" | "latest">;
  readonly clock: Pick<Clock, "now">;
  /** The platform that shows it; it is put together after this. */
  readonly platform: () => Platform | undefined;
};

/** What a person sees who looks at the bot itself: their open cases, and what is new in the knowledge base since the bot was installed. */
export function homeOf(parts: HomeParts): (tenant: Tenant, who: Responder) => Promise<View> {
  return async (tenant, { id }) => {
    const platform = parts.platform();
    const now = parts.clock.now();
    const key = tenantKey({ platform: platform?.name ?? "slack", tenant });
    const urlOf = ({ place, ref }: Posted) => (ref === undefined ? undefined : platform?.linkTo?.(place.tenant, ref));
    const { open, began } = await parts.store.transaction(async (tx) => ({
      open: await openCasesOf({ tx, tenant: key, urlOf }, id),
      began: await firstStart(tx, now),
    }));
    const [[mine, more], news] = [open, await newsOf(parts, Math.max(began, now - NEW_FOR))];
    return homeView({ mine, more, news }, { prefix: platform?.prefix ?? "", now });
  };
}

/** How long something is new (milliseconds), how many are shown, and how many are looked at. */
const [NEW_FOR, MOST_SHOWN, MOST_LOOKED_AT] = [30 * 86_400_000, 5, 500];

/** More files than this within a minute are an import or a checkout, and no news. */
const MOST_AT_ONCE = 20;

async function newsOf({ knowledge }: HomeParts, since: number): Promise<readonly News[]> {
  const written = await knowledge.latest({ since, most: MOST_LOOKED_AT });
  const articles = knowledge.articles();
  const news = written.filter((one) => writtenWith(one, written) <= MOST_AT_ONCE);
  return news.slice(0, MOST_SHOWN).flatMap(({ article, at }) => {
    const found = articles.get(article);
    return found === undefined ? [] : [{ article: found, at: instant(Math.floor(at)) }];
  });
}

function writtenWith({ at }: Written, all: readonly Written[]): number {
  return all.filter((other) => Math.abs(other.at - at) < 60_000).length;
}
