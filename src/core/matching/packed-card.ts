import type { Card } from "./document.ts";

/**
 * A card as a segment keeps it: its parts in a fixed order and without names, those at the end left out that say nothing.
 * Most articles have no more than the first three, and there is a card for each of tens of thousands in memory.
 */
export type PackedCard = readonly [
  id: string,
  title: string,
  products?: Card["products"],
  events?: Card["events"],
  patterns?: Card["patterns"],
  aliases?: Card["aliases"],
  fact?: Card["fact"],
];

export function packCard({ id, title, products, events, patterns, aliases = [], fact }: Card): PackedCard {
  if (fact !== undefined) return [id, title, products, events, patterns, aliases, fact];
  if (aliases.length > 0) return [id, title, products, events, patterns, aliases];
  if (patterns.length > 0) return [id, title, products, events, patterns];
  return events.length > 0 ? [id, title, products, events] : [id, title, products];
}

export function unpackCard([
  id,
  title,
  products = [],
  events = [],
  patterns = [],
  aliases = [],
  fact,
]: PackedCard): Card {
  const card = { id, title, products, fact, events, patterns };
  return aliases.length === 0 ? card : { ...card, aliases };
}
