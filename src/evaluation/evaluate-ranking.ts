import { prepareQuery, type QueryTools } from '../retrieval/prepare-query.js';
import { retrieve, retrieveByVectors, retrieveByWords } from '../retrieval/retrieve.js';
import type { Snapshot } from '../retrieval/snapshot.js';
import { type RankedArticle, rankArticles } from './article-ranking.js';
import type { DatasetQuestion } from './beir-dataset.js';
import { type Judgements, meanMeasures, measureRanking, percentile, type RankingMeasures } from './ranking-measures.js';

/** The rankings compared. */
export type RankingName = 'bm25' | 'vectors' | 'fusion';

/** What a data set says of the retrieval. */
export interface RankingEvaluation {
  readonly questions: number;
  readonly measures: Readonly<Record<RankingName, RankingMeasures>>;
  /** Milliseconds a question: embedding it and the fused search. */
  readonly p50: number;
  readonly p95: number;
  /** The fusion's articles, 100 deep, by question. */
  readonly run: ReadonlyMap<string, readonly RankedArticle[]>;
}

const rankings = { bm25: retrieveByWords, vectors: retrieveByVectors, fusion: retrieve } as const;
const RUN_DEPTH = 100;
// Deep enough that 100 articles are among the passages.
const PASSAGES = 1_000;
// What an answer asks for: the times are those of answering, not of ranking a hundred articles.
const PASSAGES_ANSWERED = 30;

/** Ranks the articles for every question, and measures those that have judgements; `onQuestion` is waited for. */
export async function evaluateRanking(
  snapshot: Snapshot,
  tools: QueryTools,
  questions: readonly Pick<DatasetQuestion, 'id' | 'text'>[],
  judgements: ReadonlyMap<string, Judgements>,
  onQuestion: (done: number) => void | Promise<void>,
): Promise<RankingEvaluation> {
  const measured: Record<RankingName, RankingMeasures[]> = { bm25: [], vectors: [], fusion: [] };
  const run = new Map<string, readonly RankedArticle[]>();
  const times: number[] = [];
  for (const question of questions) {
    const judged = judgements.get(question.id);
    const started = performance.now();
    const query = await prepareQuery(snapshot, tools, question.text);
    retrieve(snapshot, query, PASSAGES_ANSWERED);
    times.push(performance.now() - started);
    const fused = retrieve(snapshot, query, PASSAGES);
    run.set(question.id, rankArticles(snapshot, fused, RUN_DEPTH));
    if (judged !== undefined) {
      for (const name of ['bm25', 'vectors', 'fusion'] as const) {
        const ranked = rankArticles(snapshot, rankings[name](snapshot, query, PASSAGES), RUN_DEPTH);
        measured[name].push(
          measureRanking(
            ranked.map(({ article }) => article),
            judged,
          ),
        );
      }
    }
    await onQuestion(times.length);
  }
  return {
    questions: measured.fusion.length,
    measures: {
      bm25: meanMeasures(measured.bm25),
      vectors: meanMeasures(measured.vectors),
      fusion: meanMeasures(measured.fusion),
    },
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    run,
  };
}
