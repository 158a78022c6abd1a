import type { Span } from '../../domain/passage.js';

// A page shows ten; what is weaker than the thirtieth is met once in passing.
const mostKept = 30;
// One article alone brings together whoever happens to be in it; one sentence does not.
const leastArticles = 2;
// Of an article that names more, those named first: a list of delegates makes no companions, and pairs grow with the square.
const mostInArticle = 200;

/** What one article names, and in which sentences; in flat arrays, for there are sixty to an article. */
export interface NamedInArticle {
  /** Numbers of entities, in the order the article first names them. */
  readonly entities: Int32Array;
  /** The sentences that name each entity, ascending: those of the entity at `i` from `from[i]` to before `from[i + 1]`. */
  readonly sentences: Int32Array;
  readonly from: Int32Array;
}

/** Puts away which sentences name which entities. */
export function packNamed(sentences: ReadonlyMap<number, readonly number[]>): NamedInArticle {
  const kept = [...sentences].slice(0, mostInArticle);
  let end = 0;
  const ends = kept.map(([, own]) => {
    end += own.length;
    return end;
  });
  return {
    entities: Int32Array.from(kept, ([entity]) => entity),
    sentences: Int32Array.from(kept.flatMap(([, own]) => own)),
    from: Int32Array.from([0, ...ends]),
  };
}

/** Another entity, the articles that name both, and the number of sentences that do. */
export interface Shared {
  readonly other: number;
  readonly articles: readonly number[];
  readonly sentences: number;
}

/**
 * Finds, for each of `count` entities and the articles that name it: those named in a sentence with it or in two articles, by
 * sentences, then by articles, at most thirty. `named`: by number of article.
 */
export function createCompanions(
  count: number,
  named: readonly NamedInArticle[],
): (entity: number, articles: readonly number[]) => Shared[] {
  const counter = { articles: new Int32Array(count), sentences: new Int32Array(count) };
  return (entity, articles) => {
    const places = articles.flatMap((article): Place[] => {
      const inArticle = named[article];
      const at = inArticle?.entities.indexOf(entity) ?? -1;
      return inArticle === undefined || at === -1 ? [] : [{ article, inArticle, at }];
    });
    const kept = strongest(entity, places, counter);
    const shared = articlesWith(kept, places);
    return kept.map((other) => ({
      other,
      sentences: counter.sentences[other] ?? 0,
      articles: shared.get(other) ?? [],
    }));
  };
}

/** An entity in an article: at which place among all that are named there. */
interface Place {
  readonly article: number;
  readonly inArticle: NamedInArticle;
  readonly at: number;
}

/** Counts of all entities beside one; one pair of arrays for all, since most pairs are counted once and forgotten. */
interface Counter {
  readonly articles: Int32Array;
  readonly sentences: Int32Array;
}

/** Counts what stands beside an entity, and gives the strongest of it. */
function strongest(entity: number, places: readonly Place[], { articles, sentences }: Counter): number[] {
  for (const { inArticle } of places) {
    for (const other of inArticle.entities) {
      articles[other] = 0;
      sentences[other] = 0;
    }
  }
  const touched: number[] = [];
  for (const { inArticle, at } of places) {
    for (let theirs = 0; theirs < inArticle.entities.length; theirs++) {
      const other = inArticle.entities[theirs] ?? 0;
      if (articles[other] === 0) touched.push(other);
      articles[other] = (articles[other] ?? 0) + 1;
      sentences[other] = (sentences[other] ?? 0) + sharedSentences(inArticle, at, theirs);
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
  for (const { inArticle, article } of places) {
    for (const other of inArticle.entities) found.get(other)?.push(article);
  }
  return found;
}

/** In how many sentences two entities of an article are both named. */
function sharedSentences({ sentences, from }: NamedInArticle, one: number, other: number): number {
  let [i, j, shared] = [from[one] ?? 0, from[other] ?? 0, 0];
  const [endOfOne, endOfOther] = [from[one + 1] ?? 0, from[other + 1] ?? 0];
  while (i < endOfOne && j < endOfOther) {
    const apart = (sentences[i] ?? 0) - (sentences[j] ?? 0);
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
