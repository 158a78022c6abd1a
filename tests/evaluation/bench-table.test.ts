import { describe, expect, it } from 'vitest';
import { type BenchFigures, benchTable } from '../../src/evaluation/bench-table.js';

const figures: BenchFigures = {
  articles: 76,
  passages: 200,
  indexSeconds: 4,
  p50: 8,
  p95: 20,
  peakMegabytes: 400,
  judged: 89,
  ndcg10: 0.8,
  hits10: 0.9,
};
const measured = (name: string, more: Partial<BenchFigures> = {}) =>
  ({ name, kind: 'measured', figures: { ...figures, ...more } }) as const;

describe('the table of the bench', () => {
  it('sets each figure beside its ratio to the base', () => {
    const { title, columns, rows } = benchTable([measured('ours'), measured('other', { ndcg10: 0.6, p50: 2 })], 'ours');
    expect(title).toBe('76 articles, 89 judged questions');
    expect(columns.slice(0, 8)).toEqual([
      'nDCG@10',
      'ratio',
      'Hits@10',
      'ratio',
      'index s',
      'ratio',
      'p50 ms',
      'ratio',
    ]);
    expect(rows[0]?.slice(0, 5)).toEqual(['ours', '0.800', '1.00x', '0.900', '1.00x']);
    expect(rows[1]?.slice(0, 9)).toEqual([
      'other',
      '0.600',
      '0.75x',
      '0.900',
      '1.00x',
      '4.0',
      '1.00x',
      '2.00',
      '0.25x',
    ]);
  });

  it('names those that did not finish or failed', () => {
    const unfinished = { name: 'slow', kind: 'unfinished', minutes: 10 } as const;
    const failed = { name: 'broken', kind: 'failed', reason: 'SIGSEGV' } as const;
    expect(benchTable([unfinished, measured('ours'), failed], 'ours').rows.map(([label]) => label)).toEqual([
      'slow: not finished within 10 min',
      'ours',
      'broken: failed',
    ]);
  });

  it('has no ratio without the base or to nothing, and no means of no question', () => {
    expect(benchTable([measured('other')], 'ours').rows[0]?.slice(1, 3)).toEqual(['0.800', '-']);
    expect(benchTable([measured('ours', { ndcg10: 0 })], 'ours').rows[0]?.slice(1, 3)).toEqual(['0.000', '-']);
    expect(benchTable([measured('ours', { judged: 0 })], 'ours').rows[0]?.slice(1, 5)).toEqual(['-', '-', '-', '-']);
  });
});
