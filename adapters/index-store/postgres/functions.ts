/** The least similarity of words that are compared letter by letter, and how many are for each unknown one. */
const [LEAST_ALIKE, MOST_ALIKE] = [0.25, 24];

/** The least similarity of what was typed to the part of a title that is most like it, and how many titles are looked at. */
const [LEAST_MEANT, MOST_MEANT] = [0.3, 200];

/**
 * Known words, and titles, that share many groups of three letters with what was written. They are functions because
 * each has a setting of its own, which no other query of its connection may see.
 */
export const FUNCTIONS = `
create or replace function kms_index_alike(wanted_base integer, wanted text[])
returns table (word text, articles integer) language sql stable
set pg_trgm.similarity_threshold = ${LEAST_ALIKE} as $$
  select near.word, near.articles from unnest(wanted) as meant (skeleton) cross join lateral (
    select known.word, known.articles from kms_index_words as known
    where known.base = wanted_base and known.skeleton % meant.skeleton and known.articles > 0
    order by similarity(known.skeleton, meant.skeleton) desc, known.articles desc, known.word
    limit ${MOST_ALIKE}) as near
$$;
create or replace function kms_index_called_alike(wanted_base integer, typed text, above integer[])
returns table (outline bytea) language sql stable
set pg_trgm.word_similarity_threshold = ${LEAST_MEANT} as $$
  select article.outline from kms_index_articles as article
  where article.base = wanted_base and typed <% article.titles
    and not exists (
      select from kms_index_articles as other where other.base = any (above) and other.key = article.key)
  order by word_similarity(typed, article.titles) desc, length(article.titles), article.titles
  limit ${MOST_MEANT}
$$;
`;
