import { describe, expect, it } from 'vitest';
import { splitArticle } from '../../src/corpus/split-article.js';
import type { Article } from '../../src/domain/article.js';
import { SnapshotMismatchError } from '../../src/domain/errors.js';
import { buildLexicalTables } from '../../src/retrieval/lexical-index.js';
import { tokenizerVersion } from '../../src/retrieval/tokenize.js';
import { decodeWordCounts } from '../../src/retrieval/word-counts-codec.js';
import { townArticles } from '../fixtures/articles.js';
import { generatedArticles } from '../support/generated-corpus.js';

const none = () => undefined;
const articles = [...townArticles, ...generatedArticles(20, 1)];
const tablesOf = (of: readonly Article[], earlier: Parameters<typeof buildLexicalTables>[2]) =>
  buildLexicalTables(
    of,
    of.flatMap((article) => splitArticle(article)),
    earlier,
  );

describe('the counts of words', () => {
  it('give the same tables as the texts, whatever the order of the articles', async () => {
    const { counts } = await tablesOf(articles, none);
    const turned = [...articles].reverse();
    const earlier = decodeWordCounts(counts);
    let taken = 0;
    const again = await tablesOf(turned, (article, vocabulary) => {
      taken += 1;
      return earlier(article, vocabulary);
    });
    expect(taken).toBe(turned.length);
    expect(again).toEqual(await tablesOf(turned, none));
  });

  it('give the same tables where one article was changed, one is gone and one is new', async () => {
    const { counts } = await tablesOf(articles.slice(0, -1), none);
    const [gone, changed, ...others] = articles as [Article, Article, ...Article[]];
    const now = [{ ...changed, body: `${changed.body} Gulls gathered at the quay.` }, ...others];
    const earlier = decodeWordCounts(counts);
    const patched = await tablesOf(now, (article, vocabulary) =>
      article.id === changed.id ? undefined : earlier(article, vocabulary),
    );
    expect(patched).toEqual(await tablesOf(now, none));
    expect(patched.passages.documentCount).not.toBe((await tablesOf([gone], none)).passages.documentCount);
  });

  it('are not used where another version of the tokenizer counted', async () => {
    const { counts } = await tablesOf(articles, none);
    const other = Uint8Array.from(counts);
    other[0] = tokenizerVersion + 1;
    const taken: unknown[] = [];
    await tablesOf(articles, (article, vocabulary) => {
      taken.push(decodeWordCounts(other)(article, vocabulary));
      return undefined;
    });
    expect(new Set(taken)).toEqual(new Set([undefined]));
  });

  it('are refused where they are cut off anywhere or longer than they say', async () => {
    const { counts } = await tablesOf(townArticles.slice(0, 2), none);
    for (let length = 0; length < counts.length; length++) {
      expect(() => decodeWordCounts(counts.slice(0, length))).toThrow(SnapshotMismatchError);
    }
    expect(() => decodeWordCounts(Uint8Array.from([...counts, 0]))).toThrow(SnapshotMismatchError);
  });
});
