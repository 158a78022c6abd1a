import { describe, expect, it } from 'vitest';
import { areaUnderRoc, meanMeasures, measureRanking, percentile } from '../../src/evaluation/ranking-measures.js';

const judged = (grades: Record<string, number>) => new Map(Object.entries(grades));

describe('measureRanking', () => {
  // 1 / log2(rank + 1), ranks from 1: 1, .6309, .5, .4307; the gain of grade 2 is 3.
  it.each<[string, string[], Record<string, number>, number, number]>([
    ['the only one first', ['a', 'b'], { a: 1 }, 1, 1],
    ['the only one second', ['b', 'a'], { a: 1 }, 0.6309, 0.5],
    ['the only one missing', ['b', 'c'], { a: 1 }, 0, 0],
    ['one of two, second', ['x', 'a'], { a: 1, b: 1 }, 0.6309 / 1.6309, 0.5],
    ['two, apart', ['a', 'x', 'b'], { a: 1, b: 1 }, 1.5 / 1.6309, 1],
    ['the better one second', ['b', 'a'], { a: 2, b: 1 }, (1 + 3 * 0.6309) / (3 + 0.6309), 1],
    ['nothing found', [], { a: 1 }, 0, 0],
  ])('measures %s', (_case, ranking, grades, ndcg, mrr) => {
    const measures = measureRanking(ranking, judged(grades));
    expect(measures.ndcg10).toBeCloseTo(ndcg, 3);
    expect(measures.mrr10).toBeCloseTo(mrr, 5);
  });

  it('looks at the first ten only', () => {
    const ranking = Array.from({ length: 12 }, (_, i) => `x${i}`);
    expect(measureRanking(ranking, judged({ x10: 1 }))).toEqual({ ndcg10: 0, mrr10: 0, hits1: 0, hits4: 0, hits10: 0 });
    expect(measureRanking(ranking, judged({ x9: 1 }))).toMatchObject({ mrr10: 0.1, hits1: 0, hits4: 0, hits10: 1 });
    expect(measureRanking(ranking, judged({ x3: 1 }))).toMatchObject({ hits1: 0, hits4: 1, hits10: 1 });
    expect(measureRanking(ranking, judged({ x0: 1 }))).toMatchObject({ hits1: 1, hits4: 1, hits10: 1 });
  });

  it('is 1 for ten of more than ten', () => {
    const ids = Array.from({ length: 15 }, (_, i) => `x${i}`);
    const grades = judged(Object.fromEntries(ids.map((id) => [id, 1])));
    expect(measureRanking(ids, grades).ndcg10).toBeCloseTo(1, 10);
  });
});

describe('meanMeasures', () => {
  it('is the mean of each measure', () => {
    const [one, other] = [measureRanking(['a'], judged({ a: 1 })), measureRanking(['b', 'a'], judged({ a: 1 }))];
    const mean = meanMeasures([one, other]);
    expect(mean).toMatchObject({ mrr10: 0.75, hits1: 0.5, hits4: 1, hits10: 1 });
    expect(mean.ndcg10).toBeCloseTo((1 + 0.6309) / 2, 4);
  });

  it('is 0 for none', () => {
    expect(meanMeasures([])).toEqual({ ndcg10: 0, mrr10: 0, hits1: 0, hits4: 0, hits10: 0 });
  });
});

describe('areaUnderRoc', () => {
  it.each([
    ['all above', [3, 4], [1, 2], 1],
    ['all below', [1, 2], [3, 4], 0],
    ['all equal', [1, 1], [1], 0.5],
    ['mixed', [1, 3], [2], 0.5],
    ['mixed, with a tie', [2, 3, 5], [1, 2, 4], (1 + 0.5 + 2 + 3) / 9],
  ])('is the share of pairs in order: %s', (_case, positives, negatives, area) => {
    expect(areaUnderRoc(positives, negatives)).toBeCloseTo(area, 10);
  });

  it('is unknown where one side is empty', () => {
    expect([areaUnderRoc([], [1]), areaUnderRoc([1], [])]).toEqual([undefined, undefined]);
  });
});

describe('percentile', () => {
  it.each([
    [0.5, 2],
    [0.51, 3],
    [0.95, 4],
    [1, 4],
    [0, 1],
  ])('of 4, 1, 3, 2 at %f is %i', (share, value) => {
    expect(percentile([4, 1, 3, 2], share)).toBe(value);
  });

  it('sorts as numbers, leaves what it is given as it is, and is 0 for none', () => {
    const values = [10, 9, 100];
    expect(percentile(values, 0.5)).toBe(10);
    expect(values).toEqual([10, 9, 100]);
    expect(percentile([], 0.5)).toBe(0);
  });
});
