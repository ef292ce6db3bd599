import type { Article, EventSignature } from "../kb/article.ts";
import { foldSource } from "../signals/source.ts";

/**
 * Identifiers are terms of their own kind: each begins with a sign that no word begins with, so that event 5389 and
 * the number 5389 in a sentence never meet.
 */
export const identifier = {
  article: (id: string): string => `=${id.toLowerCase()}`,
  event: (id: number): string => `#${id}`,
  eventFrom: (source: string, id: number): string => `${foldSource(source)}#${id}`,
  companion: (source: string, id: number): string => `+${foldSource(source)}#${id}`,
  code: (code: string): string => `$${code}`,
  /** A code that merely stands somewhere in the text. */
  mention: (code: string): string => `~${code}`,
  /** A small one that is written short where nothing calls it a code: `0x1` is more often a setting. */
  faint: (code: string): string => `?${code}`,
  /** A small one in decimal that the text calls an error: `System error 53`. */
  called: (code: string): string => `%${code}`,
  name: (name: string): string => `!${name.toLowerCase()}`,
  position: (position: string): string => `@${position.toLowerCase()}`,
  /** Any article that has patterns: it says whose cards to read, and that there is nothing to read where none has. */
  patterned: "#/",
} as const;

/** All identifiers by which an article is found, each once. */
export function identifiersOf(article: Article): readonly string[] {
  const { events, codes, names, positions, patterns } = article.signals;
  return [
    ...new Set([
      identifier.article(article.id),
      ...events.flatMap(eventIdentifiers),
      ...codes.map(identifier.code),
      ...names.map(identifier.name),
      ...positions.map(identifier.position),
      ...(patterns.length > 0 ? [identifier.patterned] : []),
    ]),
  ];
}

function sourced(source: string | undefined, id: number): string[] {
  return source === undefined ? [] : [identifier.companion(source, id)];
}

function eventIdentifiers(event: EventSignature): string[] {
  if (event.role === "companion") return [identifier.companion("", event.id), ...sourced(event.source, event.id)];
  const anywhere = identifier.event(event.id);
  return event.source === undefined || event.role === "mentioned"
    ? [anywhere]
    : [anywhere, identifier.eventFrom(event.source, event.id)];
}
