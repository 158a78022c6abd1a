import { type Candidate, findCandidates, nearest, permitted, type RetrievalQuery } from './candidates.js';
import { feedbackTerms } from './feedback.js';
import { createPassageReader, type PassageReader } from './passage-reader.js';
import { proximity } from './proximity.js';
import type { QuestionWord } from './question-words.js';
import type { Snapshot } from './snapshot.js';
import { topBy } from './top-by.js';

/** A passage found, with the scores it was ordered by. */
export interface RankedPassage {
  readonly position: number;
  /** Fused, 0..1: orders the passages of one question, says nothing across questions. */
  readonly score: number;
  /** BM25 of the passage and, half as much again, of its article; 0 where no word matched. */
  readonly lexical: number;
  /** Cosine to the question, -1..1; 0 without vectors. */
  readonly similarity: number;
}

/** A query whose words are known, for what needs more than terms. */
export interface WordedQuery extends RetrievalQuery {
  readonly words: readonly QuestionWord[];
}

// Each signal is divided by its highest value among the candidates, then weighed. Found by hill climbing on news-dev and
// scifact-dev together, where nDCG@10 is .691 and .692 (Hits@1 .554, Hits@10 .885 on news-dev). The hill is flat: other
// shares nearby give .684 to .694, and one question more or fewer in the first ten.
const WEIGHTS = { passage: 0.48, article: 0.82, similarity: 0.4, feedback: 0.43, proximity: 0.22 } as const;
// A trained model sees what words don't: it gets as much as the passage's and the article's words together. Equal shares
// are what Anserini reports for min-max averages of BM25 and bge-base: TREC-NEWS .395 and .442 alone, .501 averaged.
const SIMILARITY_OF_MEANINGS = WEIGHTS.passage + WEIGHTS.article;
const CANDIDATES = 400;
// What is read of the first ranking: for feedback, and for proximity (100 rank alike, 40 cost two points of Hits@10).
const FEEDBACK_PASSAGES = 15;
// In a small corpus so many would be all there is, good and bad.
const FEEDBACK_SHARE = 0.1;
const PROXIMITY_PASSAGES = 60;
const ARTICLE_IN_LEXICAL = 1.2;

/** The passages that fit the question, best first, at most `limit`. The order is the same on every run. */
export function retrieve(
  snapshot: Snapshot,
  query: WordedQuery,
  limit: number,
  readPassage: PassageReader = createPassageReader(snapshot),
): RankedPassage[] {
  const candidates = findCandidates(snapshot, query, Math.max(limit, CANDIDATES));
  const first = ranked(fuse(candidates, query, {}));
  const read = first.slice(0, PROXIMITY_PASSAGES).map(({ position, score }) => ({
    position,
    score,
    tokens: readPassage(position).filter(({ primary }) => primary),
  }));
  const trusted = Math.min(FEEDBACK_PASSAGES, Math.ceil(candidates.length * FEEDBACK_SHARE));
  const expansion = feedbackTerms(snapshot, read.slice(0, trusted));
  const feedback = snapshot.articleIndex.search(expansion).scores;
  const nearness = new Map(read.map(({ position, tokens }) => [position, proximity(query.words, tokens)]));
  const fused = fuse(candidates, query, {
    feedback: ({ position }) => feedback[snapshot.articleOf[position] ?? 0] ?? 0,
    proximity: ({ position }) => nearness.get(position) ?? 0,
  });
  return ranked(fused).slice(0, limit);
}

/** Only the words of the passages, by BM25: what the fusion is compared with. */
export function retrieveByWords(snapshot: Snapshot, query: RetrievalQuery, limit: number): RankedPassage[] {
  const { documents, scores } = snapshot.passageIndex.search(query.terms);
  const score = (position: number) => scores[position] ?? 0;
  return topBy(permitted(documents, query.allowed), score, limit).map((position) => {
    return { position, score: score(position), lexical: score(position), similarity: 0 };
  });
}

/** Only the vectors. */
export function retrieveByVectors(snapshot: Snapshot, query: RetrievalQuery, limit: number): RankedPassage[] {
  return nearest(snapshot, query, limit).map((found) => ({ ...found, score: found.similarity, lexical: 0 }));
}

type Signal = keyof typeof WEIGHTS;
type Measure = (candidate: Candidate) => number;

function fuse(
  candidates: readonly Candidate[],
  query: RetrievalQuery,
  further: Partial<Record<Signal, Measure>>,
): RankedPassage[] {
  const measures: Partial<Record<Signal, Measure>> = {
    passage: ({ passageWords }) => passageWords,
    article: ({ articleWords }) => articleWords,
    ...(query.vector === undefined ? {} : { similarity: (candidate) => Math.max(0, candidate.similarity) }),
    ...further,
  };
  const totals = new Float64Array(candidates.length);
  let weights = 0;
  for (const [signal, measure] of Object.entries(measures) as [Signal, Measure][]) {
    const values = candidates.map(measure);
    const highest = values.reduce((most, value) => Math.max(most, value), 0) || 1;
    const weight =
      signal === 'similarity' && query.vectorsSee === 'meanings' ? SIMILARITY_OF_MEANINGS : WEIGHTS[signal];
    weights += weight;
    values.forEach((value, i) => {
      totals[i] = (totals[i] ?? 0) + (weight * value) / highest;
    });
  }
  return candidates.map(({ position, passageWords, articleWords, similarity }, i) => ({
    position,
    score: (totals[i] ?? 0) / weights,
    lexical: passageWords + ARTICLE_IN_LEXICAL * articleWords,
    similarity,
  }));
}

function ranked(passages: readonly RankedPassage[]): RankedPassage[] {
  return [...passages].sort((a, b) => b.score - a.score || a.position - b.position);
}
