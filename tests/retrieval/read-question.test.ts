import { beforeAll, describe, expect, it } from 'vitest';
import type { Question } from '../../src/domain/answer.js';
import { UsageError } from '../../src/domain/errors.js';
import { describeCoverage } from '../../src/retrieval/describe-coverage.js';
import { type ReadQuestion, readQuestion } from '../../src/retrieval/read-question.js';
import type { Snapshot } from '../../src/retrieval/snapshot.js';
import { townArticles } from '../fixtures/articles.js';
import { snapshotOf } from '../support/memory-snapshot.js';

let snapshot: Snapshot;
beforeAll(async () => {
  snapshot = await snapshotOf(townArticles);
});

const read = (question: Question) => readQuestion(snapshot, question);
const idsOf = ({ articles }: ReadQuestion) => [...(articles ?? [])].map((number) => snapshot.articles[number]?.id);

describe('readQuestion', () => {
  it.each([
    'Why was the ferry cancelled?',
    'Who was met at Lark Island before the storm?',
    'How do the Harbour Post and The Daily Gull differ about the ferry?',
    'According to the mayor, who reads?',
    'According to Hà, who reads?',
    'What happened to the ferry on 5 January?',
    'Which gull stole a sandwich?',
  ])('restricts nothing for %j', (text) => {
    expect(read({ text })).toMatchObject({ text, topic: text, filters: [], articles: undefined });
  });

  it('covers everything where nothing is restricted', () => {
    expect(read({ text: 'ferry' }).coverage).toEqual({
      articles: 12,
      publishers: 5,
      dates: { from: '2026-01-05', to: '2026-01-11' },
    });
  });

  it('restricts to the outlet the question names, and leaves its name out of the topic', () => {
    const question = read({ text: 'What did the Harbour Post say about the ferry?' });
    expect(question.filters).toEqual([{ kind: 'source', values: ['Harbour Post'], origin: 'question' }]);
    expect(idsOf(question)).toEqual(['01-ferry-cancelled', '02-ferry-price', '07-choir', '08-mayor']);
    expect(question.topic).not.toContain('Harbour');
    expect(question.topic).toContain('ferry');
    expect(question.coverage).toMatchObject({ articles: 4, publishers: 1 });
  });

  it('restricts to the days the question names; an undated article is on none', () => {
    const question = read({ text: 'Who spoke after 9 January?' });
    expect(question.filters).toEqual([{ kind: 'from', values: ['2026-01-10'], origin: 'question' }]);
    expect(idsOf(question)).toEqual(['06-orchestra', '07-choir', '09-library-hours']);
    expect(question.topic).toBe('Who spoke ?');
  });

  it('takes the day where the article came out, not the day in Greenwich', () => {
    expect(idsOf(read({ text: 'storm', from: '2026-01-05', to: '2026-01-05' }))).toContain('03-storm-roofs');
  });

  it('lets an option win over the question’s own words of the same kind only', () => {
    const text = 'What did the Harbour Post say before 8 January?';
    expect(read({ text, source: 'daily gull' }).filters).toEqual([
      { kind: 'source', values: ['The Daily Gull'], origin: 'option' },
      { kind: 'to', values: ['2026-01-07'], origin: 'question' },
    ]);
    expect(read({ text, to: '2026-01-06' }).filters).toEqual([
      { kind: 'to', values: ['2026-01-06'], origin: 'option' },
      { kind: 'source', values: ['Harbour Post'], origin: 'question' },
    ]);
  });

  it('takes an option that means several outlets for all of them', () => {
    const [filter] = read({ text: 'bridge', source: 'gull' }).filters;
    expect(filter?.values.toSorted()).toEqual(['Gull Weekly (GW)', 'The Daily Gull']);
  });

  it('may leave nothing to be searched', () => {
    const question = read({ text: 'ferry', from: '2030-01-01' });
    expect(idsOf(question)).toEqual([]);
    expect(question.coverage).toEqual({ articles: 0, publishers: 0, dates: undefined });
  });

  it.each<[string, Question, string]>([
    ['no words', { text: ' ?! ' }, 'Ask a question in words'],
    ['nothing', { text: '' }, 'Ask a question in words'],
    ['a pasted article', { text: 'x'.repeat(2_001) }, 'this one has 2001'],
    ['an unknown outlet', { text: 'ferry', source: 'Le Monde' }, 'No outlet of the coverage is called "Le Monde"'],
    ['an outlet with a slip', { text: 'ferry', source: 'Harbor Post' }, 'Did you mean Harbour Post?'],
    ['no outlet', { text: 'ferry', source: '' }, 'No outlet of the coverage is called ""'],
    ['a day in words', { text: 'ferry', from: 'yesterday' }, '"yesterday" is no day for `from`'],
    ['a day there is not', { text: 'ferry', to: '2026-02-30' }, '"2026-02-30" is no day for `to`'],
    ['another form of a day', { text: 'ferry', to: '5/1/2026' }, 'Write it as 2026-01-05'],
    ['an empty day', { text: 'ferry', to: '' }, 'is no day for `to`'],
  ])('refuses %s', (_case, question, message) => {
    expect(() => read(question)).toThrow(UsageError);
    expect(() => read(question)).toThrow(message);
  });

  it('takes a question of the greatest length, and blanks around it', () => {
    expect(read({ text: `  ${'x'.repeat(2_000)}\n` }).text).toHaveLength(2_000);
  });
});

it('refuses days that end before they begin', async () => {
  const snapshot = await snapshotOf(townArticles);
  const ask = { text: 'Was the ferry cancelled?', from: '2026-05-06', to: '2026-05-05' };
  expect(() => readQuestion(snapshot, ask)).toThrow('`from` (2026-05-06) is later than `to` (2026-05-05)');
});

describe('describeCoverage', () => {
  it('has no dates where no article has one', () => {
    expect(describeCoverage(townArticles.filter(({ id }) => id === '12-undated'))).toEqual({
      articles: 1,
      publishers: 0,
      dates: undefined,
    });
  });
});
