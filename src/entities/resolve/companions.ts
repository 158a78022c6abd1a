import type { Span } from '../../domain/passage.js';

// A page shows ten; what is weaker than the thirtieth is met once in passing.
const mostKept = 30;
// One article alone brings together whoever happens to be in it; one sentence does not.
const leastArticles = 2;
// Of an article that names more, those named first: a list of delegates makes no companions, and pairs grow with the square.
const mostInArticle = 200;

/** What one article names, and in which sentences. */
export interface NamedInArticle {
  readonly article: number;
  /** Number of an entity → the sentences that name it, ascending. */
  readonly sentences: ReadonlyMap<number, readonly number[]>;
}

/** Another entity, the articles that name both, and the number of sentences that do. */
export interface Shared {
  readonly other: number;
  readonly articles: readonly number[];
  readonly sentences: number;
}

/** An entity in an article, and all that are named there. */
interface Place {
  readonly article: number;
  readonly own: readonly number[];
  readonly others: readonly (readonly [entity: number, sentences: readonly number[]])[];
}

/**
 * For each of `count` entities: those named in a sentence with it or in two articles, by sentences, then by articles, at most
 * thirty.
 */
export function companionsOf(count: number, named: readonly NamedInArticle[]): Shared[][] {
  const placesOf = Array.from({ length: count }, (): Place[] => []);
  for (const { article, sentences } of named) {
    const others = [...sentences].slice(0, mostInArticle);
    for (const [entity, own] of others) placesOf[entity]?.push({ article, others, own });
  }
  return placesOf.map((places, entity) => {
    const articles = new Set(places.map(({ article }) => article));
    return strongest(entity, places).map(({ other, sentences }) => ({
      other,
      sentences,
      articles: (placesOf[other] ?? []).flatMap(({ article }) => (articles.has(article) ? [article] : [])),
    }));
  });
}

interface Counted {
  readonly other: number;
  articles: number;
  sentences: number;
}

function strongest(entity: number, places: readonly Place[]): Counted[] {
  const counted = new Map<number, Counted>();
  for (const { others, own } of places) {
    for (const [other, sentences] of others) {
      const both = other === entity ? 0 : sharedCount(own, sentences);
      const known = counted.get(other);
      if (known !== undefined) {
        known.articles++;
        known.sentences += both;
      } else if (both > 0 || places.length >= leastArticles)
        counted.set(other, { other, articles: 1, sentences: both });
    }
  }
  counted.delete(entity);
  return [...counted.values()]
    .filter(({ articles, sentences }) => sentences > 0 || articles >= leastArticles)
    .sort((a, b) => b.sentences - a.sentences || b.articles - a.articles || a.other - b.other)
    .slice(0, mostKept);
}

/** How many numbers two ascending lists share. */
function sharedCount(a: readonly number[], b: readonly number[]): number {
  let [i, j, shared] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const apart = (a[i] ?? 0) - (b[j] ?? 0);
    if (apart === 0) shared++;
    if (apart <= 0) i++;
    if (apart >= 0) j++;
  }
  return shared;
}

/** The number of the sentence a span stands in; the last one before it where it stands between sentences. */
export function sentenceAt(sentences: readonly Span[], offset: number): number {
  let [low, high] = [0, sentences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
