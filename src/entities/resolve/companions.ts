import type { Span } from '../../domain/passage.js';

// A page shows ten; what is weaker than the fiftieth is met once in passing.
const mostKept = 50;
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

/** For each of `count` entities: those named beside it, by sentences, then by articles, at most fifty. */
export function companionsOf(count: number, named: readonly NamedInArticle[]): Shared[][] {
  const inArticles = Array.from(
    { length: count },
    (): { article: number; others: [number, readonly number[]][] }[] => [],
  );
  for (const { article, sentences } of named) {
    const others = [...sentences].slice(0, mostInArticle);
    for (const [entity] of others) inArticles[entity]?.push({ article, others });
  }
  return inArticles.map((places, entity) => {
    const shared = new Map<number, { articles: number[]; sentences: number }>();
    for (const { article, others } of places) {
      const own = new Set(others.find(([other]) => other === entity)?.[1]);
      for (const [other, sentences] of others) {
        if (other === entity) continue;
        const known = shared.get(other) ?? { articles: [], sentences: 0 };
        known.articles.push(article);
        known.sentences += sentences.filter((sentence) => own.has(sentence)).length;
        shared.set(other, known);
      }
    }
    return strongest(shared);
  });
}

function strongest(shared: ReadonlyMap<number, Omit<Shared, 'other'>>): Shared[] {
  return [...shared]
    .map(([other, known]) => ({ other, ...known }))
    .sort((a, b) => b.sentences - a.sentences || b.articles.length - a.articles.length || a.other - b.other)
    .slice(0, mostKept);
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
