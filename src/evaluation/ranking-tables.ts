import type { Table } from './aligned-table.js';
import type { RankingEvaluation } from './evaluate-ranking.js';

/** The rankings side by side; nothing where no question has judgements. */
export function rankingTables({ questions, measures }: Pick<RankingEvaluation, 'questions' | 'measures'>): Table[] {
  if (questions === 0) return [];
  const rows = (['bm25', 'vectors', 'fusion'] as const).map((name): [string, ...string[]] => {
    const { ndcg10, mrr10, hits1, hits4, hits10 } = measures[name];
    return [name, ...[ndcg10, mrr10, hits1, hits4, hits10].map((share) => share.toFixed(3))];
  });
  const columns = ['nDCG@10', 'MRR@10', 'Hits@1', 'Hits@4', 'Hits@10'];
  return [{ title: `ranking, ${questions} questions`, columns, rows }];
}
