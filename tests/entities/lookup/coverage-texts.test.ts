import { describe, expect, it } from 'vitest';
import { splitArticle } from '../../../src/corpus/split-article.js';
import { articleId } from '../../../src/domain/article.js';
import { createCoverageTexts } from '../../../src/entities/lookup/coverage-texts.js';
import { article } from '../../fixtures/articles.js';

const body = 'The ferry sailed. It rained on the quay. Everybody went home.';
const articles = [
  article('old', body, { title: 'Rain', published: '2026-01-05' }),
  article('undated', body),
  article('new', body, { published: '2026-01-07T10:00:00+09:00' }),
  article('same-day', body, { published: '2026-01-05' }),
];
const texts = createCoverageTexts(
  articles,
  articles.flatMap((one) => splitArticle(one)),
);
const at = (text: string) => ({
  article: articleId('old'),
  start: body.indexOf(text),
  end: body.indexOf(text) + text.length,
});

describe('the texts of a coverage', () => {
  it('gives text verbatim, and an article without its body', () => {
    expect(texts.text(at('the quay'))).toBe('the quay');
    expect(texts.meta(articleId('old'))).toMatchObject({ id: 'old', title: 'Rain', published: '2026-01-05' });
    expect(texts.meta(articleId('old'))).not.toHaveProperty('body');
  });

  it('finds the sentence of a place, with its number', () => {
    const sentence = texts.sentenceOf(at('quay'));
    expect(sentence.number).toBe(1);
    expect(texts.text(sentence)).toBe('It rained on the quay.');
  });

  it('has each sentence once where passages overlap', () => {
    const [one] = articles;
    if (one === undefined) throw new Error('there is an article');
    const passages = splitArticle(one);
    const twice = createCoverageTexts(articles, [...passages, ...passages]);
    expect(twice.sentences(one.id)).toEqual(texts.sentences(one.id));
    expect(twice.sentences(one.id)).toHaveLength(3);
  });

  it('takes a place for its own sentence where the article has no passages', () => {
    const bare = createCoverageTexts(articles, []);
    expect(bare.sentences(articleId('old'))).toEqual([]);
    expect(bare.sentenceOf(at('quay'))).toMatchObject(at('quay'));
  });

  it('sorts newest first, those without a date last, those of one day as the corpus has them', () => {
    const ids = articles.map(({ id }) => id).toReversed();
    expect(ids.sort(texts.newestFirst)).toEqual(['new', 'old', 'same-day', 'undated']);
  });

  it('refuses an article that is not there', () => {
    expect(() => texts.meta(articleId('gone'))).toThrow(/gone/);
  });
});
