import { isClosed } from "../../core/escalation/escalation.ts";
import type { Case } from "../../core/resolution/case.ts";
import { isWorking } from "../../core/resolution/gather.ts";
import type { Listed } from "../../core/view/open-cases-view.ts";
import { openCasesView } from "../../core/view/open-cases-view.ts";
import type { View } from "../../core/view/view.ts";
import { linkTo } from "../incidents/standing.ts";
import type { TenantKey } from "../names.ts";
import type { OpenCase, Posted, Transaction } from "../store.ts";
import type { Scene } from "./scene.ts";

/** Where cases are kept, and how people get to their messages. */
type Office = {
  readonly tx: Transaction;
  readonly tenant: TenantKey;
  readonly urlOf: (post: Posted) => string | undefined;
};

/** How many cases are listed, and how many are looked at to find those of one person. */
const [MOST_LISTED, MOST_LOOKED_AT] = [10, 200];

/** What is open where nothing in particular is talked about: in a channel, or, in a direct message, of this person. */
export async function openCasesAround(scene: Scene): Promise<View | undefined> {
  const { place, by, now, tx, tenant } = scene;
  const office = { tx, tenant, urlOf: (post: Posted) => linkTo(scene, post) };
  if (place.thread !== undefined) return undefined;
  if (place.kind === "direct") return openCasesView("Your open cases", ...(await openCasesOf(office, by.id)), now);
  const open = await tx.cases(tenant).open({ channel: place.channel, most: MOST_LOOKED_AT });
  return openCasesView("Open in this channel", ...(await listed(office, open)), now);
}

/** What a person has a part in, wherever it goes on, and how many more there are. */
export async function openCasesOf(office: Office, person: string): Promise<readonly [readonly Listed[], number]> {
  const open = await office.tx.cases(office.tenant).open({ channel: undefined, most: MOST_LOOKED_AT });
  return listed(
    office,
    open.filter((one) => hasPart(one, person)),
  );
}

function hasPart({ case: { timeline, assignment } }: OpenCase, person: string): boolean {
  return assignment?.to.id === person || timeline.some(({ by }) => by.id === person);
}

/** Those that everybody can see, and those that are worked on although their message was removed; no answer for one person's eyes. */
async function listed(
  { tx, tenant, urlOf }: Office,
  open: readonly OpenCase[],
): Promise<readonly [readonly Listed[], number]> {
  const found: Listed[] = [];
  let more = 0;
  for (const { case: known, file } of open) {
    const post = await tx.posts(tenant).ofCase(known.id);
    if (post === undefined && !isWorking(known)) continue;
    if (found.length >= MOST_LISTED) more += 1;
    else
      found.push({
        known,
        url: post && urlOf(post),
        touched: file.touched,
        incident: await incidentOf(tx, tenant, known),
      });
  }
  return [found, more];
}

/** What was seen in several channels stands in all of them as it does where it is worked on. */
async function incidentOf(tx: Transaction, tenant: TenantKey, known: Case): Promise<Listed["incident"]> {
  const id = await tx.incidents(tenant).ofCase(known.id);
  const escalation = id === undefined ? undefined : (await tx.incidents(tenant).load(id))?.escalation;
  if (escalation === undefined || isClosed(escalation)) return undefined;
  const worked = escalation.case === known.id ? known : await tx.cases(tenant).load(escalation.case);
  return { escalation, worked: worked ?? known };
}
