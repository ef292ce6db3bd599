import { type HandOff, handOff, INCIDENT_LINK } from "../../core/escalation/hand-off.ts";
import { type Case, newCase } from "../../core/resolution/case.ts";
import { placeNames } from "../directory/place-names.ts";
import type { Desk } from "../events/scene.ts";
import { addressOf, linkTo } from "./standing.ts";
import type { Incident } from "./incident.ts";

/** All that somebody needs who comes to the incident late. */
export async function packetOf(desk: Desk, { escalation }: Incident): Promise<HandOff> {
  const { tx, tenant, parts } = desk;
  const known: Case = (await tx.cases(tenant).load(escalation.case)) ?? newCase(escalation.case);
  const packet = handOff(known, {
    severity: escalation.severity,
    places: await namedPlaces(desk, escalation.places),
    articles: parts.articles,
    links: await linksOf(desk, escalation),
  });
  const { by, at } = escalation.opened;
  return { ...packet, fingerprint: escalation.fingerprint, reason: escalation.reason, asked: { by: by.name, at } };
}

async function namedPlaces({ tx, tenant, parts }: Desk, places: Incident["escalation"]["places"]) {
  const office = { tx, tenant, unnamed: parts.wantName };
  const names = await placeNames(
    office,
    places.map(({ place }) => place),
  );
  return places.map((one) => ({ ...one, name: names.get(one.place) }));
}

/** Where the incident and the error are talked about. */
async function linksOf(
  desk: Desk,
  { id, case: of }: Incident["escalation"],
): Promise<readonly { readonly title: string; readonly url: string }[]> {
  const incident = await addressOf(desk, id);
  const error = linkTo(desk, await desk.tx.posts(desk.tenant).ofCase(of));
  return [
    ...(incident === undefined ? [] : [{ title: INCIDENT_LINK, url: incident }]),
    ...(error === undefined ? [] : [{ title: "Where the error was seen", url: error }]),
  ];
}
