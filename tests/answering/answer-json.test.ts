import { describe, expect, it } from 'vitest';
import { toAnswerJson } from '../../src/answering/answer-json.js';
import { answerOf, refusal } from '../support/answers.js';

const fields = [
  'status',
  'confidence',
  'text',
  'statements',
  'citations',
  'related',
  'filters',
  'asOf',
  'snapshot',
  'ms',
];

describe('toAnswerJson', () => {
  it('has the same fields for every answer, so that a reader needs to ask for none', () => {
    for (const answer of [answerOf(['It sails.']), refusal('related-only'), refusal('not-covered')]) {
      const json = JSON.parse(JSON.stringify(toAnswerJson(answer, 'words', 1)));
      expect(Object.keys(json).toSorted()).toEqual(fields.toSorted());
      expect(json).toMatchObject({ status: answer.status, text: 'words', snapshot: 'gen-000001' });
    }
  });

  it('gives the statements and their sources', () => {
    const answer = answerOf(['It sails.', 'It is blue.'], { asOf: { from: '2025-03-04', to: '2025-03-04' } });
    const json = toAnswerJson(answer, '', 1);
    expect(json.statements).toEqual([
      { text: 'It sails.', citations: [1] },
      { text: 'It is blue.', citations: [2] },
    ]);
    expect(json.citations[1]).toEqual({
      marker: 2,
      article: 'ferry',
      title: 'A second ferry',
      publisher: 'Harbour Gazette',
      published: '2025-03-04',
      url: null,
      quote: 'It is blue.',
      passage: 'It sails. It is blue.',
    });
    expect(json).toMatchObject({ confidence: 'direct', asOf: { from: '2025-03-04', to: '2025-03-04' }, related: [] });
  });

  it('gives the nearest passages where there is no answer', () => {
    const [citation] = answerOf(['It sails.']).citations;
    if (citation === undefined) throw new Error('no citation');
    const { article, quote, passage } = citation;
    const near = { ...refusal('related-only'), status: 'related-only', asOf: undefined } as const;
    const json = toAnswerJson({ ...near, related: [{ article, quote, passage }] }, '', 1);
    expect(json.related).toMatchObject([
      { article: 'ferry', publisher: 'Harbour Gazette', url: null, quote: 'It sails.' },
    ]);
    expect(json).toMatchObject({ statements: [], citations: [], confidence: null, asOf: null });
  });

  it('writes null for what is not known, which JSON keeps', () => {
    const json = JSON.parse(JSON.stringify(toAnswerJson(refusal('not-covered'), '', 1)));
    expect(json).toMatchObject({ confidence: null, asOf: null, statements: [], citations: [], related: [] });
  });

  it('rounds the time to hundredths of a millisecond', () => {
    expect(toAnswerJson(refusal('not-covered'), '', 1.23456).ms).toBe(1.23);
  });
});
