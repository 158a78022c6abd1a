import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/domain/errors.js';
import { parseCorpusLine, parseJudgements, parseQueryLine } from '../../src/evaluation/beir-dataset.js';

describe('parseCorpusLine', () => {
  it('reads an article with all that is known of it', () => {
    const metadata = {
      publisher: 'Harbour Post',
      url: 'https://news.example/1',
      published: '2026-01-05',
      language: 'en',
    };
    const line = JSON.stringify({ _id: 'a/../b #1', title: 'Ferry', text: 'It sails.', metadata });
    expect(parseCorpusLine(line, 'corpus.jsonl:1')).toEqual({
      id: 'a/../b #1',
      title: 'Ferry',
      body: 'It sails.',
      byline: undefined,
      ...metadata,
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('reads an article of which little is known', () => {
    const bare = parseCorpusLine('{"_id":"1","text":""}', 'x');
    expect(bare).toMatchObject({ title: '', body: '', publisher: undefined, url: undefined, published: undefined });
    const nulls = '{"_id":"1","text":"","metadata":{"publisher":null,"published":null}}';
    expect(parseCorpusLine(nulls, 'x')).toMatchObject({ publisher: undefined, published: undefined });
  });

  it('gives other lines another hash', () => {
    const [one, other] = ['a', 'b'].map((text) => parseCorpusLine(JSON.stringify({ _id: '1', text }), 'x').contentHash);
    expect(one).not.toBe(other);
  });

  it.each([
    ['', 'nothing'],
    ['{', 'no JSON'],
    ['null', 'null'],
    ['[]', 'a list'],
    ['{"text":"x"}', 'no id'],
    ['{"_id":"","text":"x"}', 'an empty id'],
    ['{"_id":1,"text":"x"}', 'a number for an id'],
    ['{"_id":"1"}', 'no text'],
    ['{"_id":"1","text":null}', 'null for a text'],
    ['{"_id":"1","text":"x","title":7}', 'a number for a title'],
    ['{"_id":"1","text":"x","metadata":{"publisher":["x"]}}', 'a list for a publisher'],
    ['\ufeff{"_id":"1","text":"x"}', 'a byte order mark'],
  ])('refuses %j (%s), naming the place', (line) => {
    expect(() => parseCorpusLine(line, 'corpus.jsonl:7')).toThrow(UsageError);
    expect(() => parseCorpusLine(line, 'corpus.jsonl:7')).toThrow('corpus.jsonl:7');
  });
});

describe('parseQueryLine', () => {
  it('reads a question and what is known of its answer', () => {
    const metadata = { answerable: true, answers: ['4,500'], more: 1 };
    expect(parseQueryLine(JSON.stringify({ _id: 'q', text: 'How many?', metadata }), 'x')).toEqual({
      id: 'q',
      text: 'How many?',
      answerable: true,
      answers: ['4,500'],
    });
  });

  it('does not say whether it can be answered where the set does not', () => {
    expect(parseQueryLine('{"_id":"q","text":"How?"}', 'x')).toMatchObject({ answerable: undefined, answers: [] });
  });

  it('drops answers that stand in no article', () => {
    const metadata = { answers: ['4,500'], answer_in_article: false };
    expect(parseQueryLine(JSON.stringify({ _id: 'q', text: 'How?', metadata }), 'x').answers).toEqual([]);
  });

  it.each(['', '{"_id":"q"}', '{"text":"x"}', '{"_id":"q","text":"x","metadata":{"answers":"x"}}', '7'])(
    'refuses %j',
    (line) => {
      expect(() => parseQueryLine(line, 'queries.jsonl:3')).toThrow('queries.jsonl:3 is not of the form');
    },
  );
});

describe('parseJudgements', () => {
  it('reads grades by question, without the header and the irrelevant', () => {
    const tsv = 'query-id\tcorpus-id\tscore\nq1\ta\t1\nq1\tb\t2\r\nq2\ta\t0\nq3\tc\t1\n';
    expect(parseJudgements(tsv)).toEqual(
      new Map([
        [
          'q1',
          new Map([
            ['a', 1],
            ['b', 2],
          ]),
        ],
        ['q3', new Map([['c', 1]])],
      ]),
    );
  });

  it.each([
    '',
    'header',
    'header\n\n\n',
    'header\nq1\n',
    'header\nq1\ta\n',
    'header\nq1\ta\tmuch\n',
    'header\nq1\ta\t-1\n',
  ])('finds none in %j', (tsv) => {
    expect(parseJudgements(tsv).size).toBe(0);
  });
});
