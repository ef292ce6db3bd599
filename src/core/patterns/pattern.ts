/** A pattern by which an article is recognised, in RE2 syntax. */
export type ArticlePattern = { readonly article: string; readonly pattern: string };

/** What a pattern of an article matched. */
export type PatternHit = { readonly article: string; readonly text: string };

/** Tries the patterns of many articles on the texts of one inquiry, and gives the hits in each text. */
export type PatternSet = (texts: readonly string[]) => readonly (readonly PatternHit[])[];
