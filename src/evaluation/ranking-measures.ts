/** Article id → grade of relevance, above 0. */
export type Judgements = ReadonlyMap<string, number>;

/** Measures of one ranked list, each 0..1. */
export interface RankingMeasures {
  readonly ndcg10: number;
  readonly mrr10: number;
  readonly hits1: number;
  readonly hits4: number;
  readonly hits10: number;
}

const gain = (grade: number, rank: number): number => (2 ** grade - 1) / Math.log2(rank + 2);

/** Measures a ranking (best first, no id twice) against the judgements of its question; at least one is needed. */
export function measureRanking(ranking: readonly string[], judgements: Judgements): RankingMeasures {
  const top = ranking.slice(0, 10);
  const ideal = [...judgements.values()].sort((a, b) => b - a).slice(0, 10);
  const sum = (grades: readonly number[]) => grades.reduce((total, grade, rank) => total + gain(grade, rank), 0);
  const first = top.findIndex((id) => judgements.has(id));
  const hit = (depth: number) => (first !== -1 && first < depth ? 1 : 0);
  return {
    ndcg10: sum(top.map((id) => judgements.get(id) ?? 0)) / sum(ideal),
    mrr10: first === -1 ? 0 : 1 / (first + 1),
    hits1: hit(1),
    hits4: hit(4),
    hits10: hit(10),
  };
}

/** The mean of each measure; all zero for no rankings. */
export function meanMeasures(all: readonly RankingMeasures[]): RankingMeasures {
  const mean = (key: keyof RankingMeasures) =>
    all.reduce((sum, measures) => sum + measures[key], 0) / Math.max(1, all.length);
  return {
    ndcg10: mean('ndcg10'),
    mrr10: mean('mrr10'),
    hits1: mean('hits1'),
    hits4: mean('hits4'),
    hits10: mean('hits10'),
  };
}

/**
 * Area under the ROC curve: how often a positive scores above a negative, ties counting half. `undefined` when one
 * side is empty.
 */
export function areaUnderRoc(positives: readonly number[], negatives: readonly number[]): number | undefined {
  if (positives.length === 0 || negatives.length === 0) return undefined;
  let wins = 0;
  for (const p of positives) for (const n of negatives) wins += p > n ? 1 : p === n ? 0.5 : 0;
  return wins / (positives.length * negatives.length);
}

/** The value below which a share of the values lies (nearest rank); 0 for none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? 0;
}
