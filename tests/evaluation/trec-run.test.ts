import { expect, it } from 'vitest';
import { trecRunLines } from '../../src/evaluation/trec-run.js';

it('writes a TREC run: question, Q0, article, rank, score and name', () => {
  const ranked = [
    { article: 'ferry', score: 0.9 },
    { article: 'school', score: 0.25 },
  ];
  expect(trecRunLines(new Map([['q1', ranked]]), 'dateline')).toEqual([
    'q1 Q0 ferry 1 0.9 dateline',
    'q1 Q0 school 2 0.25 dateline',
  ]);
});
