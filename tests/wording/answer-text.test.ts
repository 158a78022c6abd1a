import { describe, expect, it } from 'vitest';
import type { Answered } from '../../src/domain/answer.js';
import { articleId } from '../../src/domain/article.js';
import { answerText } from '../../src/wording/answer-text.js';
import { forumArticles } from '../fakes/fake-coverage.js';
import { citationOf, FakeDateline, fakeArticle } from '../fakes/fake-dateline.js';

describe('an answer as plain text', () => {
  const dateline = new FakeDateline(forumArticles);

  it('is statements, what they rest on, and sources', async () => {
    const answer = await dateline.ask({ text: 'Which companies signed agreements in Beijing?', from: '2026-01-05' });
    expect(answerText(answer)).toBe(
      `Which companies signed agreements in Beijing was announced on Monday: SK, Samsung and LG. [1]

Confidence: direct – the quoted sentences speak to the question itself.
As of 5 January 2026, when the articles below were published.
Searched 3 articles from 3 outlets, published 5–6 January 2026.
Only articles from 5 January 2026 or later.

Sources
[1] The Korea Herald: Nine agreements signed at Beijing forum (5 January 2026)
    https://www.koreaherald.com/article/10649345
    About 400 people attended the forum. »Which companies signed agreements in Beijing was announced on Monday: SK, Samsung and LG.« The last forum was nine years ago.`,
    );
  });

  it('says when the embedding model did not answer', async () => {
    const answer = await dateline.ask({ text: 'Which companies signed agreements in Beijing?' });
    expect(answerText({ ...answer, byWordsOnly: true })).toMatch(/^The embedding model did not answer/);
    expect(answerText(answer)).not.toContain('embedding model');
  });

  it('says what is unknown about an article', async () => {
    const text = answerText(await dateline.ask({ text: 'Was a giant panda mentioned?' }));
    expect(text).toContain('As of an unknown date, when');
    expect(text).toContain('Outlet unknown: Untitled note (date unknown)\n');
    expect(text).toContain('no link on file');
  });

  it('puts statements that differ under their outlets', () => {
    const herald = fakeArticle({ id: articleId('a'), sentences: ['Nine were signed.'] });
    const xinhua = fakeArticle({ id: articleId('b'), publisher: 'Xinhua', sentences: ['Fifteen were signed.'] });
    const answer: Answered = {
      status: 'answered',
      confidence: 'likely',
      statements: [
        { text: 'Nine were signed.', citations: [1] },
        { text: 'Fifteen were signed.', citations: [2] },
      ],
      citations: [citationOf(1, herald, 'Nine were signed.'), citationOf(2, xinhua, 'Fifteen were signed.')],
      differs: true,
      asOf: { from: '2026-01-05', to: '2026-01-06' },
      filters: [],
      support: 0.5,
      snapshot: 'gen-000001',
      coverage: { articles: 2, publishers: 2, dates: undefined },
    };
    expect(answerText(answer)).toContain(
      'Outlets give different figures here. Each statement stands under its outlet.\n\nThe Korea Herald\n  Nine were signed. [1]\nXinhua\n  Fifteen were signed. [2]\n\nConfidence: likely',
    );
  });

  it('prints a passage once, shortened, however many of its sentences answer', () => {
    const filler = Array.from({ length: 12 }, (_, index) => `Sentence ${index} has nothing to do with any question.`);
    const sentences = ['Nine were signed.', 'It rained.', 'Four concern food.', ...filler];
    const herald = fakeArticle({ id: articleId('a'), sentences });
    const answer: Answered = {
      status: 'answered',
      confidence: 'direct',
      statements: [{ text: 'Nine were signed.', citations: [1, 2] }],
      citations: [citationOf(1, herald, 'Nine were signed.'), citationOf(2, herald, 'Four concern food.')],
      differs: false,
      asOf: undefined,
      filters: [],
      support: 0.5,
      snapshot: 'gen-000001',
      coverage: { articles: 1, publishers: 1, dates: undefined },
    };
    const [, printed = ''] = answerText(answer).split('Sources\n');
    expect(printed).toMatch(
      /^\[1\]\[2\] The Korea Herald: .*\n {4}https.*\n {4}»Nine were signed\.« It rained\. »Four concern food\.« Sentence 0 .* question\. …$/,
    );
    expect(printed.length).toBeLessThan(600);
  });

  it('lets no article steer the terminal', async () => {
    const article = fakeArticle({ title: 'A\x1b[2Jtitle\u202E', sentences: ['Panda\x07 news\x1b]0;x\x07 today.'] });
    const text = answerText(await new FakeDateline([article]).ask({ text: 'panda news today' }));
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202E]/u);
  });
});
