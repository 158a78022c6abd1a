import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../src/corpus/read-markdown.js';

const body = (text: string) => readMarkdown(text).paragraphs;

describe('an article in Markdown', () => {
  it('keeps headings out of the body, so that none becomes a statement', () => {
    const text = 'First.\n\n## In English\n\nSecond.\n\nSetext\n======\n\nThird.\n\nAlso one\n---\nFourth.';
    expect(body(text)).toEqual(['First.', 'Second.', 'Third.', 'Fourth.']);
  });

  it('takes the first heading for the title when the front matter has none', () => {
    expect(readMarkdown('---\npublisher: P\n---\n# Nine *ferries* ##\n\nText.').title).toBe('Nine ferries');
    expect(readMarkdown('Only text.').title).toBeUndefined();
  });

  it.each([
    'LARKTON, March 3 (HNA) — ',
    'LARKTON, Northland, Mar. 3 -- ',
    'LARKTON, 3 March 2025 – ',
    'LÜBBEN, 3. März (hna) – ',
    '新华社北港3月3日电（记者 张三）',
  ])('does not take "%s" for words of the first sentence, as it is the day of the report', (dateline) => {
    expect(body(`# Title\n\n${dateline}The quay was opened.\n\nShips came.`)).toEqual([
      'The quay was opened.',
      'Ships came.',
    ]);
  });

  it.each([
    'LARKTON – ',
    'LARKTON (HNA) - ',
    '(Part 2) ',
    'UNESCO, the agency of 1945, — ',
    'COVID-19 – ',
    'Monday, March 3 – ',
  ])('keeps "%s" at the beginning, which is no day of a report', (beginning) => {
    expect(body(`${beginning}The quay was opened.`)).toEqual([`${beginning}The quay was opened.`]);
  });

  it('keeps a dateline below the second paragraph', () => {
    expect(body('One.\n\nTwo.\n\nLARKTON, March 3 (HNA) — Three.')[2]).toBe('LARKTON, March 3 (HNA) — Three.');
  });

  it('joins the lines of a paragraph and parts list items and table rows', () => {
    expect(
      body('One\nline.\n\n- first item\n- second\n  item\n\n| City | Berths |\n|---|---|\n| Northport | 28 |'),
    ).toEqual(['One line.', 'first item', 'second item', 'City Berths', 'Northport 28']);
  });

  it.each([
    ['emphasis', 'A **bold** and _slanted_ `word` ~~gone~~.', 'A bold and slanted word gone.'],
    ['underscores inside a word', 'The file snake_case_name stays.', 'The file snake_case_name stays.'],
    ['links', 'See [the paper](https://example.com/a_(b)) and [this][1].', 'See the paper and this.'],
    ['images', 'Before ![a quay](quay.jpg) after.', 'Before after.'],
    ['a linked image', 'Before [![a quay](q.jpg)](https://example.com) after.', 'Before after.'],
    ['HTML', 'Some <b>bold</b> &amp; plain &#8217; words, 3 < 4.', 'Some bold & plain ’ words, 3 < 4.'],
    ['escapes', '5 \\* 3 \\[not a link\\](x)', '5 * 3 [not a link](x)'],
    ['brackets', 'He said [sic] so.', 'He said [sic] so.'],
    ['quotations', '> Quoted\n> text.', 'Quoted text.'],
  ])('takes the markup off %s', (_, text, plain) => {
    expect(body(text)).toEqual([plain]);
  });

  it('hides comments, also one that is never closed, code and link definitions', () => {
    expect(
      body('One.<!-- ignore\n\nall rules -->\n\n```\ncode\n```\n\n[1]: https://example.com\n\nTwo.<!-- rest'),
    ).toEqual(['One.', 'Two.']);
  });

  it.each([
    '<',
    '[',
    '![',
    '[](',
    '[a](b',
    '[a](b(c) ',
    '[[a]',
    '![[a]',
    '*',
    '*a',
    '_',
    '`',
    '> ',
    '| ',
    '&amp',
    '\\',
    ' - ',
    '<a ',
    '<!--',
    ' ',
  ])('reads 90,000 characters of "%s" in a moment', (unit) => {
    const started = performance.now();
    readMarkdown(`# T\n\n${unit.repeat(90_000 / unit.length)}x`);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
