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
  const counter = createCounter(count);
  return placesOf.map((places, entity) => {
    const kept = strongest(entity, places, counter);
    const articles = articlesWith(kept, places);
    return kept.map((other) => ({
      other,
      sentences: counter.sentences[other] ?? 0,
      articles: articles.get(other) ?? [],
    }));
  });
}

/** Counts of all entities beside one; one pair of arrays for all, since most pairs are counted once and forgotten. */
interface Counter {
  readonly articles: Int32Array;
  readonly sentences: Int32Array;
}

function createCounter(count: number): Counter {
  return { articles: new Int32Array(count), sentences: new Int32Array(count) };
}

/** Counts what stands beside an entity, and gives the strongest of it. */
function strongest(entity: number, places: readonly Place[], { articles, sentences }: Counter): number[] {
  for (const { others } of places) {
    for (const [other] of others) {
      articles[other] = 0;
      sentences[other] = 0;
    }
  }
  const touched: number[] = [];
  for (const { others, own } of places) {
    for (const [other, theirs] of others) {
      if (articles[other] === 0) touched.push(other);
      articles[other] = (articles[other] ?? 0) + 1;
      sentences[other] = (sentences[other] ?? 0) + sharedCount(own, theirs);
    }
  }
  const of = (counts: Int32Array, other: number) => counts[other] ?? 0;
  return touched
    .filter((other) => other !== entity && (of(sentences, other) > 0 || of(articles, other) >= leastArticles))
    .sort((a, b) => of(sentences, b) - of(sentences, a) || of(articles, b) - of(articles, a) || a - b)
    .slice(0, mostKept);
}

/** The articles of each of some entities among an entity's places. */
function articlesWith(wanted: readonly number[], places: readonly Place[]): Map<number, number[]> {
  const found = new Map(wanted.map((other): [number, number[]] => [other, []]));
  for (const { others, article } of places) for (const [other] of others) found.get(other)?.push(article);
  return found;
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
