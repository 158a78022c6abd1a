import type { Snapshot } from './snapshot.js';
import { topBy } from './top-by.js';

/** A question made ready for the search. */
export interface RetrievalQuery {
  /** Term → weight, 1 for a word of content. */
  readonly terms: ReadonlyMap<string, number>;
  /** The question's vector; `undefined` where the embedder is out of reach: the search is lexical then. */
  readonly vector: Float32Array | undefined;
  /** What makes vectors alike (see `Embedder.sees`). */
  readonly vectorsSee: 'spellings' | 'meanings';
  /** Passage positions the evidence is restricted to, ascending; `undefined` allows all. */
  readonly allowed: Uint32Array | undefined;
}

/** A passage that may be shown, with what is known of it before anything is read. */
export interface Candidate {
  readonly position: number;
  /** BM25 of the passage, and of its whole article; 0 where no word matched. */
  readonly passageWords: number;
  readonly articleWords: number;
  /** Cosine to the question, -1..1; 0 without vectors. */
  readonly similarity: number;
}

// Where the whole article's words count beside the passage's for choosing candidates; the fusion weighs them anew.
const ARTICLE_SHARE = 1.2;
// Similarity is computed for all candidates, so the nearest vectors only matter where words don't find.
const NEIGHBOURS = 100;
// So many times the candidates wanted are found before common words stop finding more.
const SPARE = 10;

/** The passages best by their own and their article's words, and those nearest to the question; in no order. */
export function findCandidates(snapshot: Snapshot, query: RetrievalQuery, limit: number): Candidate[] {
  const enough = query.allowed === undefined ? limit * SPARE : Number.POSITIVE_INFINITY;
  const { documents, scores } = snapshot.passageIndex.search(query.terms, enough);
  const articles = snapshot.articleIndex.search(query.terms).scores;
  const articleWords = (position: number) => articles[snapshot.articleOf[position] ?? 0] ?? 0;
  const words = topBy(
    permitted(documents, query.allowed),
    (position) => (scores[position] ?? 0) + ARTICLE_SHARE * articleWords(position),
    limit,
  );
  // What is spelt alike the words have found already: with them, the built-in embedder's neighbours change no ranking of
  // news-dev or scifact-dev and take half the time (retrieval p50 9.1 ms, without them 4.8 ms).
  const found = query.vectorsSee === 'spellings' && words.length >= limit;
  const neighbours = found ? [] : nearest(snapshot, query, NEIGHBOURS).map(({ position }) => position);
  return [...new Set([...words, ...neighbours])].map((position) => ({
    position,
    passageWords: scores[position] ?? 0,
    articleWords: articleWords(position),
    similarity: similarity(snapshot, query.vector, position),
  }));
}

/** The passages with the nearest vectors, nearest first. */
export function nearest(snapshot: Snapshot, { vector, allowed }: RetrievalQuery, limit: number) {
  return vector === undefined ? [] : snapshot.vectorIndex.search(vector, limit, allowed);
}

/** Those of the positions that are allowed. */
export function permitted(positions: readonly number[], allowed: Uint32Array | undefined): readonly number[] {
  if (allowed === undefined) return positions;
  const set = new Set(allowed);
  return positions.filter((position) => set.has(position));
}

function similarity({ vectors }: Snapshot, vector: Float32Array | undefined, position: number): number {
  if (vector === undefined) return 0;
  const start = position * vectors.dimensions;
  let sum = 0;
  for (let i = 0; i < vector.length; i++) sum += (vector[i] as number) * (vectors.values[start + i] as number);
  return sum;
}
