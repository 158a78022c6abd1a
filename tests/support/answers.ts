import type { Answer, Answered } from '../../src/domain/answer.js';
import { type ArticleMeta, articleId } from '../../src/domain/article.js';
import { passageId } from '../../src/domain/passage.js';

const base = { filters: [], snapshot: 'gen-000001', coverage: { articles: 1, publishers: 1, dates: undefined } };

/** An answer whose statements are the sentences, each cited from one passage of the article `ferry`. */
export function answerOf(sentences: readonly string[], options: Partial<Answered> = {}): Answered {
  const passageText = sentences.join(' ');
  return {
    status: 'answered',
    confidence: 'direct',
    support: 0.8,
    statements: sentences.map((text, index) => ({ text, citations: [index + 1] })),
    citations: sentences.map((quote, index) => {
      const start = passageText.indexOf(quote);
      const quoteSpan = { start, end: start + quote.length };
      const passage = passageId(ferry.id, 0);
      return { marker: index + 1, passage, article: ferry, passageText, quoteSpan, quote };
    }),
    differs: false,
    asOf: undefined,
    ...base,
    ...options,
  };
}

/** A refusal; `related-only` names no passage. */
export function refusal(status: 'related-only' | 'not-covered', support = 0.1): Answer {
  if (status === 'not-covered') return { status, support, ...base };
  return { status, support, related: [], asOf: undefined, ...base };
}

const ferry: ArticleMeta = {
  id: articleId('ferry'),
  title: 'A second ferry',
  publisher: 'Harbour Gazette',
  byline: undefined,
  published: '2025-03-04',
  url: undefined,
  language: 'en',
};
