import { describe, expect, it } from 'vitest';
import { breaches } from '../../../src/discord/limits.js';
import { renderAnswer } from '../../../src/discord/render/answer.js';
import type { Answer, Answered } from '../../../src/domain/answer.js';
import { articleId } from '../../../src/domain/article.js';
import { passageId } from '../../../src/domain/passage.js';
import { citationOf, fakeArticle } from '../../fakes/fake-dateline.js';
import { hostileText } from '../../support/hostile-text.js';
import { seeded } from '../../support/random.js';

const base = {
  support: 0.5,
  filters: [],
  snapshot: 'gen-000001',
  coverage: { articles: 76, publishers: 25, dates: { from: '2026-01-04', to: '2026-01-20' } },
} as const;

const herald = fakeArticle({
  id: articleId('herald'),
  sentences: ['Before.', 'Nine memorandums were signed.', 'After.'],
});
const xinhua = fakeArticle({
  id: articleId('xinhua'),
  publisher: 'Xinhua',
  published: '2026-01-06',
  sentences: ['Fifteen documents were signed.'],
});

const differing: Answered = {
  ...base,
  status: 'answered',
  confidence: 'likely',
  statements: [
    { text: 'Nine memorandums were signed.', citations: [1] },
    { text: 'Fifteen documents were signed.', citations: [2] },
  ],
  citations: [
    citationOf(1, herald, 'Nine memorandums were signed.'),
    citationOf(2, xinhua, 'Fifteen documents were signed.'),
  ],
  differs: true,
  asOf: { from: '2026-01-05', to: '2026-01-06' },
};

describe('an answer on Discord', () => {
  it('puts statements that differ side by side under their outlets', () => {
    const [embed] = renderAnswer('How many?', differing).embeds ?? [];
    expect(embed?.fields?.slice(0, 2)).toEqual([
      { name: 'The Korea Herald', value: 'Nine memorandums were signed. [1]', inline: true },
      { name: 'Xinhua', value: 'Fifteen documents were signed. [2]', inline: true },
    ]);
    expect(embed?.description).toContain('differ');
  });

  it('says that a filter was read from the question', () => {
    const filters = [{ kind: 'source', values: ['Xinhua'], origin: 'question' }] as const;
    const [embed] = renderAnswer('What does Xinhua say?', { ...differing, filters }).embeds ?? [];
    const filter = { name: 'Filters', value: 'Only articles from Xinhua (read from the question).' };
    expect(embed?.fields).toContainEqual(filter);
  });

  it('says in plain words that nearest passages are no answer', () => {
    const related = [{ passage: passageId(herald.id, 0), article: herald, quote: 'Nine memorandums were signed.' }];
    const reply = renderAnswer('Why?', { ...base, status: 'related-only', related, asOf: undefined });
    expect(reply.embeds?.[0]?.description).toMatch(/^No direct answer was found\./);
    expect(reply.embeds?.[1]?.title).toBe('Nearest passages');
  });

  it('says what the coverage spans where it has nothing', () => {
    const reply = renderAnswer('Why?', { ...base, status: 'not-covered' });
    expect(reply.embeds).toHaveLength(1);
    expect(reply.embeds?.[0]?.description).toBe(
      'Nothing about this was found in the coverage. It spans 76 articles from 25 outlets, published 4–20 January 2026.',
    );
  });

  it('shows a passage once, with every sentence that is quoted from it in bold', () => {
    const citations = [citationOf(1, herald, 'Nine memorandums were signed.'), citationOf(2, herald, 'Before.')];
    const [, sources] = renderAnswer('How many?', { ...differing, differs: false, citations }).embeds ?? [];
    expect(sources?.description).toMatch(/^\*\*\[1\]\[2\] The Korea Herald\*\* · 5 January 2026/);
    expect(sources?.description).toMatch(/> \*\*Before\. Nine memorandums were signed\.\*\* After\.$/);
  });

  it('shows a question of nothing visible as one', () => {
    expect(renderAnswer('\u200B\u202E', differing).embeds?.[0]?.title).toBe('Your question');
  });

  it('keeps every limit and every source for answers of any size (seeds 1 to 150)', () => {
    for (let seed = 1; seed <= 150; seed++) {
      const random = seeded(seed);
      const answer = hostileAnswer(random);
      const reply = renderAnswer(hostileText(random, 1 + random() * 200), answer);
      expect(breaches(reply), `seed ${seed}`).toEqual([]);
      expect(reply.plain.length).toBeLessThanOrEqual(2000);
      if (answer.status !== 'answered') continue;
      const sources = reply.embeds?.[1]?.description ?? '';
      const shown = answer.citations.filter(({ marker }) => /[[\] ]/.test(sources.split(`[${marker}]`)[1]?.[0] ?? ''));
      expect(shown, `seed ${seed}`).toHaveLength(answer.citations.length);
    }
  });
});

function hostileAnswer(random: () => number): Answer {
  const text = (most: number) => hostileText(random, 1 + random() * most);
  const citations = Array.from({ length: 1 + Math.floor(random() * 12) }, (_, index) => {
    const quote = text(60);
    const article = fakeArticle({
      id: articleId(`a${index}`),
      publisher: random() < 0.1 ? undefined : text(10),
      title: text(60),
      published: random() < 0.1 ? undefined : '2026-01-05T10:00+08:00',
      url: `https://news.example/${encodeURIComponent(text(4).replace(/\p{Surrogate}/gu, ''))}`,
      sentences: [text(80), quote, text(80)],
    });
    return citationOf(index + 1, article, quote);
  });
  // Every third passage is quoted twice.
  const twice = citations.filter((_, index) => index % 3 === 0);
  citations.push(
    ...twice.map((citation, index) => ({
      ...citation,
      marker: citations.length + index + 1,
      quoteSpan: { start: 0, end: Math.ceil(citation.quoteSpan.start / 2) },
      quote: citation.passageText.slice(0, Math.ceil(citation.quoteSpan.start / 2)),
    })),
  );
  return {
    ...base,
    status: 'answered',
    confidence: 'direct',
    statements: Array.from({ length: 1 + Math.floor(random() * 5) }, () => ({
      text: text(80),
      citations: citations.filter(() => random() < 0.4).map(({ marker }) => marker),
    })),
    citations,
    filters: [{ kind: 'source', values: [text(30), text(30)], origin: 'question' }],
    differs: random() < 0.3,
    asOf: undefined,
  };
}
