import type { Snapshot } from './snapshot.js';
import { topBy } from './top-by.js';

/** A question made ready for the search. */
export interface RetrievalQuery {
  /** Term → weight, 1 for a word of content. */
  readonly terms: ReadonlyMap<string, number>;
  /** The question's vector; `undefined` where the embedder is out of reach: the search is lexical then. */
  readonly vector: Float32Array | undefined;
  /** Passage positions the evidence is restricted to, ascending; `undefined` allows all. */
  readonly allowed: Uint32Array | undefined;
}

/** A passage found, with the scores it was ordered by. */
export interface RankedPassage {
  readonly position: number;
  /** Fused, 0..1: orders the passages of one question, says nothing across questions. */
  readonly score: number;
  /** BM25 of the passage plus its article's share; 0 where no word matched. */
  readonly lexical: number;
  /** Cosine to the question, -1..1; 0 without vectors. */
  readonly similarity: number;
}

// The whole article's BM25 beside the passage's: who and where are often named only at its top. On news-dev, with the
// vectors' share below, .6 / .8 / 1 / 1.2 give nDCG@10 .656 / .661 / .664 / .667; on scifact-dev .684 / .685 / .684 / .685.
const ARTICLE_SHARE = 1.2;
// Weight of the vectors in the fusion. With the built-in embedder 0 / .1 / .2 / .3 give nDCG@10 .657 / .661 / .663 / .667
// on news-dev and .694 / .689 / .690 / .685 on scifact-dev.
const VECTOR_SHARE = 0.3;
// Candidates taken from each side before the fusion. Similarity is computed for both sides' candidates, so neighbours
// only matter where no word matches.
const WORD_CANDIDATES = 400;
const NEIGHBOURS = 100;

/** The passages that fit the question, best first, at most `limit`. The order is the same on every run. */
export function retrieve(snapshot: Snapshot, query: RetrievalQuery, limit: number): RankedPassage[] {
  const lexicalOf = searchWords(snapshot, query);
  const words = topBy(lexicalOf.touched, lexicalOf.score, Math.max(limit, WORD_CANDIDATES));
  const neighbours = nearest(snapshot, query, NEIGHBOURS).map(({ position }) => position);
  const candidates = [...new Set([...words, ...neighbours])].map((position) => ({
    position,
    lexical: lexicalOf.score(position),
    similarity: similarity(snapshot, query.vector, position),
  }));
  const highest = (values: readonly number[]) => values.reduce((best, value) => Math.max(best, value), 0) || 1;
  const bestLexical = highest(candidates.map((candidate) => candidate.lexical));
  const bestSimilarity = highest(candidates.map((candidate) => candidate.similarity));
  const share = query.vector === undefined ? 0 : VECTOR_SHARE;
  const fused = candidates.map((candidate) => ({
    ...candidate,
    score:
      (1 - share) * (candidate.lexical / bestLexical) + share * (Math.max(0, candidate.similarity) / bestSimilarity),
  }));
  return fused.sort((a, b) => b.score - a.score || a.position - b.position).slice(0, limit);
}

/** Only the words of the passages, by BM25: what the fusion is compared with. */
export function retrieveByWords(snapshot: Snapshot, query: RetrievalQuery, limit: number): RankedPassage[] {
  const { touched, score } = searchWords(snapshot, query, 0);
  return topBy(touched, score, limit).map((position) => {
    return { position, score: score(position), lexical: score(position), similarity: 0 };
  });
}

/** Only the vectors. */
export function retrieveByVectors(snapshot: Snapshot, query: RetrievalQuery, limit: number): RankedPassage[] {
  return nearest(snapshot, query, limit).map((found) => ({ ...found, score: found.similarity, lexical: 0 }));
}

function searchWords(snapshot: Snapshot, { terms, allowed }: RetrievalQuery, articleShare = ARTICLE_SHARE) {
  const { documents, scores } = snapshot.passageIndex.search(terms);
  const articles = snapshot.articleIndex.search(terms).scores;
  const permitted = allowed === undefined ? undefined : new Set(allowed);
  const touched = permitted === undefined ? documents : documents.filter((position) => permitted.has(position));
  const score = (position: number) =>
    (scores[position] ?? 0) + articleShare * (articles[snapshot.articleOf[position] ?? 0] ?? 0);
  return { touched, score };
}

function nearest(snapshot: Snapshot, { vector, allowed }: RetrievalQuery, limit: number) {
  return vector === undefined ? [] : snapshot.vectorIndex.search(vector, limit, allowed);
}

function similarity({ vectors }: Snapshot, vector: Float32Array | undefined, position: number): number {
  if (vector === undefined) return 0;
  const start = position * vectors.dimensions;
  let sum = 0;
  for (let i = 0; i < vector.length; i++) sum += (vector[i] as number) * (vectors.values[start + i] as number);
  return sum;
}
