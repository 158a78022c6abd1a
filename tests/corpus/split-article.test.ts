import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { splitArticle, splitterVersion } from '../../src/corpus/split-article.js';
import { splitSentences } from '../../src/corpus/split-sentences.js';
import { type Article, articleId } from '../../src/domain/article.js';

function articleOf(body: string): Article {
  const unknown = {
    publisher: undefined,
    byline: undefined,
    published: undefined,
    url: undefined,
    language: undefined,
  };
  return { id: articleId('visit'), title: 'A visit', contentHash: '', body, ...unknown };
}

function textsOf(body: string, options?: Parameters<typeof splitArticle>[1]): string[] {
  return splitArticle(articleOf(body), options).map(({ start, end }) => body.slice(start, end));
}

// Abbreviations, quotes, lists, decimals and headings: where borders are disputed.
const shortArticles = [
  'Mr. Falk paid $4.50 on Jan. 5. "It was cheap," he said. "Was it?" asked Dr. Ha.\n\nWhat it costs\n\nThe U.S. fare is 3.2 p.c. higher.',
  '• First, the quay.\n• Second, the tram… and then? No. 7 came last!\nThe council (No. 12) agreed. It rained.',
  '여객선이 결항했다. 주민들은 기다렸다. “언제 옵니까?” 그가 물었다.\n前往灯塔岛的渡轮取消。居民在码头等候！“何时开？”他问。',
];

/** A sentence of so many words. */
function sentence(words: number): string {
  return `The${' word'.repeat(words - 1)}.`;
}

function paragraph(...lengths: number[]): string {
  return lengths.map(sentence).join(' ');
}

function lengthsOf(body: string): number[] {
  return textsOf(body).map((text) => text.split(/\s+/).length);
}

describe('splitArticle', () => {
  it('has no passage for an empty body', () => {
    expect(splitArticle(articleOf(''))).toEqual([]);
    expect(splitArticle(articleOf(' \n '))).toEqual([]);
  });

  it('numbers the passages and names their article', () => {
    const passages = splitArticle(articleOf([paragraph(50, 50), paragraph(50, 60)].join('\n\n')));
    expect(passages.map(({ id, article }) => [id, article])).toEqual([
      ['visit#0', 'visit'],
      ['visit#1', 'visit'],
    ]);
  });

  it('keeps a short article in one piece', () => {
    expect(lengthsOf([paragraph(20), paragraph(30), paragraph(20, 20)].join('\n\n'))).toEqual([90]);
  });

  it('packs short paragraphs together and cuts between them', () => {
    expect(lengthsOf(Array.from({ length: 8 }, () => paragraph(14, 14)).join('\n'))).toEqual([112, 112]);
  });

  it('cuts a long paragraph evenly rather than leave a tiny tail', () => {
    expect(lengthsOf(paragraph(...Array.from({ length: 12 }, () => 20)))).toEqual([120, 120]);
  });

  it('prefers the paragraph border to a slightly more even cut', () => {
    expect(lengthsOf([paragraph(30, 30, 30), paragraph(30, 30, 30, 40)].join('\n\n'))).toEqual([90, 130]);
  });

  it('leaves a heading with the text it heads', () => {
    const body = [paragraph(50, 50), 'What the leaders signed', paragraph(50, 50)].join('\n\n');
    expect(textsOf(body)[1]).toMatch(/^What the leaders signed\n/);
  });

  it.each([
    ['Chinese', '双方同意扩大贸易与文化交流。'],
    ['Japanese', '両首脳は貿易の拡大で合意した。'],
    ['Korean', '두 정상은 교역 확대에 합의했다. '],
  ])('makes %s passages of about 220 characters', (_language, text) => {
    const lengths = textsOf(text.repeat(60)).map((part) => part.replace(/[\s。.]/g, '').length);
    expect(Math.min(...lengths)).toBeGreaterThan(180);
    expect(Math.max(...lengths)).toBeLessThan(300);
  });

  it('follows the options it is given', () => {
    const body = paragraph(...Array.from({ length: 12 }, () => 20));
    expect(textsOf(body, { targetWords: 60 })).toHaveLength(4);
    expect(textsOf(body, { targetWords: 240, maxWords: 300 })).toHaveLength(1);
  });

  it('passes the greatest length for a single sentence only', () => {
    const body = [paragraph(40), paragraph(150), paragraph(40)].join('\n');
    const passages = splitArticle(articleOf(body), { targetWords: 50, maxWords: 100 });
    expect(passages.map(({ sentences }) => sentences.length)).toEqual([1, 1, 1]);
  });

  it.each(Array.from({ length: 30 }, (_, seed) => seed))('covers every sentence once, in order (seed %i)', (seed) => {
    const body = randomBody(seed);
    const passages = splitArticle(articleOf(body));
    expect(passages.flatMap(({ sentences }) => sentences)).toEqual(splitSentences(body));
    for (const { start, end, sentences } of passages) {
      expect([start, end]).toEqual([sentences[0]?.start, sentences.at(-1)?.end]);
    }
  });

  it('splits as its version has always split', () => {
    const texts = [...Array.from({ length: 30 }, (_, seed) => randomBody(seed)), ...shortArticles];
    const borders = texts.map((body) => splitArticle(articleOf(body)).map(({ sentences }) => sentences));
    const digest = createHash('sha256').update(JSON.stringify(borders)).digest('hex').slice(0, 16);
    // Where this fails after a change of splitting: count `splitterVersion` up, and put the new digest here beside it.
    expect([splitterVersion, digest]).toEqual([1, '376a1d450e719b1a']);
  });

  it('takes a million characters', () => {
    expect(splitArticle(articleOf('a. '.repeat(350_000))).length).toBeGreaterThan(1000);
    expect(splitArticle(articleOf('x'.repeat(1_000_000))).length).toBeGreaterThan(1);
  });
});

function randomBody(seed: number): string {
  let state = seed + 1;
  const next = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const ends = ['. ', '.\n\n', '。', '\n', '! ', '\ud83d ', '." '];
  return Array.from({ length: next(120) }, () => `${'Word '.repeat(next(40))}韓中${ends[next(ends.length)]}`).join('');
}
