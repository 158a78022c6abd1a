import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readHtml } from '../../src/corpus/read-html.js';
import { CorpusFormatError } from '../../src/domain/errors.js';

const saved = readFileSync('tests/fixtures/pages/shore-power.html', 'utf8');
const sentence = 'Two stone lions left Northport for Eastwick on Monday, the museum said.';
const page = (head: string, body = `<p>${sentence}</p>`) =>
  readHtml(`<html><head>${head}</head><body><h1>Lions sent home</h1>${body}</body></html>`);

describe('a saved page', () => {
  it('gives its metadata from JSON-LD and Open Graph', () => {
    expect(readHtml(saved)).toMatchObject({
      title: 'Shore power for forty berths',
      publisher: 'Harbour Times',
      byline: 'Jane Doe, John Roe',
      published: '2025-03-03T15:12:00+09:00',
      url: 'https://harbour.example/2025/03/shore-power',
      language: 'en-GB',
    });
  });

  it('gives the main text without menu, caption, headings, notices and related articles', () => {
    expect(readHtml(saved).paragraphs).toEqual([
      'Northport and Eastwick agreed on Monday to share a shore-power grid for forty berths, both mayors said after a year of talks about costs and cables.',
      'The grid will let ships switch off their engines in port, which the cities expect to cut soot by a third within five years, according to a joint paper.',
      'Each city pays for its own quays.',
      'The cable under the bay, the dearest part, is shared in equal halves, the paper says.',
      'City | Berths',
      'Northport | 28',
      'Eastwick | 12',
      'Work on the first berths begins in May, the mayors said.',
      'The last is to be ready in 2027, two years after the first.',
      '“It was worth the wait,” said Ida Holm, mayor of Eastwick, who had asked for the grid since she took office and who will open the first berth.',
    ]);
  });

  it('keeps a dateline, unless it has the day of the report', () => {
    expect(page('', `<p>NORTHPORT (HNA) — ${sentence}</p>`).paragraphs).toEqual([`NORTHPORT (HNA) — ${sentence}`]);
    expect(page('', `<p>NORTHPORT, March 3 (HNA) — ${sentence}</p>`).paragraphs).toEqual([sentence]);
  });

  it('leaves the headings of a live report out, also where they ask', () => {
    const entries = ['21:05 — Lions on board!', '09:10 – Was it the wind?', '7.30 pm: Who pays?'];
    const texts = entries.map((_, at) => `${at} ${sentence}`);
    const body = entries.map((heading, at) => `<h2>${heading}</h2><p>${texts[at]}</p>`).join('');
    expect(page('', body).paragraphs).toEqual(texts);
    expect(page('', `<h2>What do the lions weigh?</h2><p>${sentence}</p>`).paragraphs).toContain(
      'What do the lions weigh?',
    );
  });

  it('runs none of the page', () => {
    readHtml(saved);
    expect(Reflect.get(globalThis, 'polluted')).toBeUndefined();
  });

  it('of one sentence is read too', () => {
    expect(page('<title>Lions sent home - Harbour Times</title>')).toMatchObject({
      title: 'Lions sent home',
      publisher: 'Harbour Times',
      paragraphs: [sentence],
    });
  });

  it('may leave out html, head and body', () => {
    expect(readHtml(`<title>Lions sent home</title><p>${sentence}`)).toMatchObject({
      title: 'Lions sent home',
      paragraphs: [sentence],
    });
  });

  it.each([
    ['no date', ''],
    ['a date that does not exist', '<meta property="article:published_time" content="2025-02-31">'],
    ['epoch 0', '<meta property="article:published_time" content="1970-01-01T00:00:00Z">'],
  ])('with %s has none', (_, meta) => {
    expect(page(meta).published).toBeUndefined();
  });

  it('skips a date that is none for one that is', () => {
    expect(
      page('<meta name="date" content="today">', `<time datetime="2025-03-03">3 March</time><p>${sentence}</p>`)
        .published,
    ).toBe('2025-03-03');
  });

  it('survives JSON-LD that is broken, deep or hostile', () => {
    const script = (json: string) => page(`<script type="application/ld+json">${json}</script>`).title;
    expect(script('{"@type": "NewsArticle", "headline": ')).toBe('Lions sent home');
    expect(script('['.repeat(100_000))).toBe('Lions sent home');
    expect(script('{"@type": "NewsArticle", "headline": {"__proto__": {"polluted": true}}, "author": 7}')).toBe(
      'Lions sent home',
    );
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it('drawn by scripts has its text from JSON-LD', () => {
    const described = `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', articleBody: `${sentence}\n${sentence}` })}</script>`;
    expect(page(described, '<div id="app">Please enable JavaScript to read this.</div>').paragraphs).toEqual([
      sentence,
      sentence,
    ]);
  });

  it.each([
    ['100,000 nested tags', '<div>'.repeat(100_000)],
    ['a thousand nested tags', `${'<div>'.repeat(1_000)}${sentence}`],
    ['nested tags of its own naming', '<x-y>'.repeat(10_000)],
    ['a megabyte of "<"', '<'.repeat(1_000_000)],
    ['a megabyte of "&amp"', '&amp'.repeat(250_000)],
    ['a hundred thousand paragraphs', '<p>a</p>'.repeat(100_000)],
    ['a hundred thousand fixed blanks', '\u00A0'.repeat(100_000)],
    ['a hundred thousand ">"', '>'.repeat(100_000)],
    ['seventy ladders of two hundred tags', `${'<div>'.repeat(200)}a${'</div>'.repeat(200)}`.repeat(70)],
  ])('with %s is set aside in a moment', (_, body) => {
    const started = performance.now();
    expect(() => page('', body)).toThrow(CorpusFormatError);
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it('costs tens of milliseconds', () => {
    readHtml(saved);
    const started = performance.now();
    for (let run = 0; run < 5; run++) readHtml(saved);
    expect((performance.now() - started) / 5).toBeLessThan(50);
  });
});
