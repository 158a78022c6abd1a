import { describe, expect, it } from 'vitest';
import { splitArticle } from '../../src/corpus/split-article.js';
import type { Article } from '../../src/domain/article.js';
import { SnapshotMismatchError } from '../../src/domain/errors.js';
import { decodeArticles, decodePassages, encodeArticles, encodePassages } from '../../src/indexing/snapshot-files.js';
import { article, townArticles } from '../fixtures/articles.js';

const joined = (chunks: Iterable<Uint8Array>) => new Uint8Array(Buffer.concat([...chunks]));
const bytes = (...lines: string[]) => Buffer.from(lines.join('\n'));

const odd: readonly Article[] = [
  article('quotes "and" \\ backslashes', 'Line one.\nLine two.\u2028Line three.\u0000', { title: '\n' }),
  article('half a pair', 'x\ud83d y'),
  article('__proto__', 'A text.', { byline: '', url: 'https://news.example/?a=1&b=2' }),
  article('empty', ''),
];

describe('the stored articles', () => {
  it.each([
    ['ordinary ones', townArticles],
    ['odd ones', odd],
    ['none', []],
  ])('come back: %s', (_case, articles) => {
    expect(decodeArticles(joined(encodeArticles(articles)))).toStrictEqual([...articles]);
  });

  it('are one line each', () => {
    expect(
      Buffer.from(joined(encodeArticles(odd)))
        .toString()
        .trimEnd()
        .split('\n'),
    ).toHaveLength(odd.length);
  });

  it('may end without a newline', () => {
    const stored = joined(encodeArticles(townArticles));
    expect(decodeArticles(stored.subarray(0, -1))).toHaveLength(townArticles.length);
  });

  const line = JSON.stringify(townArticles[0]);
  it.each([
    ['no JSON', '{'],
    ['an empty line', ''],
    ['another value', 'null'],
    ['a list', '[]'],
    ['no body', '{"id":"a","title":"","contentHash":""}'],
    ['no id', '{"id":"","title":"","body":"","contentHash":""}'],
    ['a number for a text', line.replace('"Harbour Post"', '7')],
    ['a field nobody knows', line.replace('{', '{"more":1,')],
    ['half a line', line.slice(0, 40)],
    ['bytes that are no text', '\ufffd'],
  ])('are refused with %s, naming file and line', (_case, bad) => {
    for (const read of [() => decodeArticles(bytes(line, bad, line))]) {
      expect(read).toThrow(SnapshotMismatchError);
      expect(read).toThrow('articles.jsonl: line 2');
    }
  });
});

describe('the stored passages', () => {
  it('come back, also of articles without a passage and of many', () => {
    const long = article('long', 'The ferry sails to the island every day. '.repeat(200));
    const articles = [...townArticles, article('empty', ''), long, ...odd];
    const passages = articles.flatMap((one) => splitArticle(one));
    expect(passages.filter((passage) => passage.article === 'long').length).toBeGreaterThan(2);
    expect(decodePassages(joined(encodePassages(articles, passages)))).toEqual(passages);
  });

  it.each([
    ['no JSON', 'x'],
    ['no article', '{"article":"","passages":[]}'],
    ['a passage without a sentence', '{"article":"a","passages":[[]]}'],
    ['half a sentence', '{"article":"a","passages":[[0,5,6]]}'],
    ['a sentence that ends before it starts', '{"article":"a","passages":[[5,0]]}'],
    ['sentences out of order', '{"article":"a","passages":[[10,20,0,5]]}'],
    ['a border below 0', '{"article":"a","passages":[[-1,5]]}'],
    ['half a character', '{"article":"a","passages":[[0,1.5]]}'],
    ['text for a border', '{"article":"a","passages":[["0",5]]}'],
  ])('are refused with %s', (_case, bad) => {
    expect(() => decodePassages(bytes('{"article":"b","passages":[[0,5]]}', bad))).toThrow('passages.jsonl: line 2');
  });
});
