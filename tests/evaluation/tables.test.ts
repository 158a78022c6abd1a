import { describe, expect, it } from 'vitest';
import { alignedTable } from '../../src/evaluation/aligned-table.js';
import { answerTables, datasetAnswerTables } from '../../src/evaluation/answer-tables.js';
import { evaluateAnswers } from '../../src/evaluation/evaluate-answers.js';
import { evaluateDatasetAnswers } from '../../src/evaluation/evaluate-dataset-answers.js';
import { meanMeasures } from '../../src/evaluation/ranking-measures.js';
import { rankingTables } from '../../src/evaluation/ranking-tables.js';
import { indexTable } from '../../src/evaluation/run-tables.js';
import { refusal } from '../support/answers.js';

const figures = {
  built: true,
  articles: 3,
  entities: 40,
  cataloguingSeconds: 0.5,
  passages: 7,
  indexSeconds: 1.25,
  peakMegabytes: 99.6,
  loadSeconds: 0.125,
};

describe('the tables of an evaluation', () => {
  it('say how the vectors are searched, with what recall', () => {
    const vectorIndex = { kind: 'hnsw', recall: 0.98, reason: '', ef: 400 } as const;
    expect(alignedTable(indexTable({ ...figures, vectorIndex }))).toMatch(
      /vector index +hnsw, recall 0\.980, ef 400$/m,
    );
  });

  it('say why the vectors are searched one by one', () => {
    const vectorIndex = { kind: 'exact', recall: undefined, reason: 'hnswlib-node is not installed' } as const;
    expect(alignedTable(indexTable({ ...figures, vectorIndex }))).toContain('exact, hnswlib-node is not installed');
  });

  it('leave the ranking out where nothing is judged', () => {
    const none = meanMeasures([]);
    expect(rankingTables({ questions: 0, measures: { bm25: none, vectors: none, fusion: none } })).toEqual([]);
  });

  it('leave out what a data set does not know', () => {
    const question = { id: 'q', text: 'Who?', answerable: undefined, answers: [] };
    const evaluation = evaluateDatasetAnswers([{ question, answer: refusal('not-covered'), ms: 1 }]);
    expect(datasetAnswerTables(evaluation).map(alignedTable)).toEqual([
      'refusals    refused  of  share  not covered\nanswerable        1   1  1.000            1',
    ]);
  });

  it('tell refusals that are right from those that are wrong', () => {
    const question = { id: 'q', question: 'Who?', kind: 'unanswerable', mustContain: [], articles: [] };
    const [, refusals] = answerTables(evaluateAnswers([{ question, answer: refusal('not-covered'), ms: 1 }]));
    expect(refusals?.rows).toEqual([
      ['wrongly, answerable', '0', '0', '-', '0'],
      ['rightly, unanswerable', '1', '1', '1.000', '1'],
    ]);
  });
});
