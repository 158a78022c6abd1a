import { describe, expect, it } from 'vitest';
import { describeUse, sayingsTitle, sayingText } from '../../src/wording/describe-entity.js';
import { detailText, entityText, quotesText } from '../../src/wording/entity-text.js';
import { fakeArticle } from '../fakes/fake-dateline.js';
import { candidateOf, fakeEntity } from '../fakes/fake-directory.js';
import { fakePeople, maraHolm, maraQuill, olafStrand } from '../fakes/fake-people.js';

const detail = async (section: 'mentions' | 'said' | 'companions' | 'timeline', { card } = maraQuill) => {
  const found = await fakePeople().entityDetail(card.id, section);
  if (found === undefined) throw new Error('the fake does not know it');
  return detailText(card.name, found);
};

describe('an entity in words', () => {
  it('is shown with names, titles, sentences, sayings, companions and doubts', () => {
    expect(entityText({ status: 'found', entity: maraQuill.card })).toBe(
      [
        'Mara Quill',
        'Person. Named 3 times in 3 articles from 3 outlets, published 1–3 February 2026.',
        '',
        'Written',
        '  Mara Quill (2 articles)',
        '  M. Quill (1 article)',
        '',
        'Titles given',
        '  harbour master: Harbour Post (3 February 2026)',
        '  head of the port: The Daily Gull (1 February 2026)',
        '',
        'Mentioned',
        '[1] Harbour Post: Bridge to Lark Island opened (3 February 2026)',
        '    https://news.example/opening',
        '    Harbour master Mara Quill cut the ribbon.',
        '[2] The Daily Gull: Bridge twice as dear (1 February 2026)',
        '    https://news.example/costs',
        '    Mara Quill, head of the port, told reporters that the bridge had cost 6.8 billion crowns.',
        '[3] Outlet unknown: Ferry cancelled in storm (date unknown)',
        '    no link on file',
        '    Quill and the Lark Ferry Company cancelled the ferry.',
        '',
        'Said',
        '[4] Harbour Post: Bridge to Lark Island opened (3 February 2026)',
        '    https://news.example/opening',
        '    Mara Quill (harbour master): “The bridge is yours,” Mara Quill said.',
        '[5] The Daily Gull: Bridge twice as dear (1 February 2026)',
        '    https://news.example/costs',
        '    Mara Quill: Mara Quill, head of the port, told reporters that the bridge had cost 6.8 billion crowns.',
        '',
        'Appears with',
        '  Lark Ferry Company (organisation; 1 article): 1 article together',
        '',
        'Taken for one',
        '  "M. Quill" and "Mara Quill": first name shortened',
        '',
        'Possibly the same',
        '  Mara Quillon (person; no articles): names differ by two letters',
      ].join('\n'),
    );
  });

  it('says first what was typed where it is no name of theirs', () => {
    const text = entityText({ status: 'found', entity: maraQuill.card, takenFor: 'Mara\u202E Quil' });
    expect(text).toMatch(/^Nobody is called "Mara Quil"; taken for Mara Quill\.\n\nMara Quill\nPerson\./);
  });

  it('leaves out what is not known of it', () => {
    const bare = fakeEntity({ name: 'Lark Island', kind: 'place', aliases: [] });
    expect(entityText({ status: 'found', entity: bare.card })).toBe(
      'Lark Island\nPlace. Named no times in no articles.',
    );
  });

  it('is one of several that fit, each with what tells it apart', () => {
    const candidates = [maraQuill, maraHolm].map(candidateOf);
    expect(entityText({ status: 'ambiguous', name: 'Mara', candidates })).toBe(
      [
        'Several in the coverage are called "Mara". Write the full name, or what stands in brackets:',
        '  Mara Quill [mara-quill]: person, harbour master; 3 articles',
        '  Mara Holm [mara-holm]: person, baker; 1 article',
      ].join('\n'),
    );
  });

  it('is not known, but for the nearest names and another way to ask', () => {
    const nearest = [candidateOf(olafStrand)];
    const text = entityText({ status: 'unknown', name: 'Olav\u202E Strand', nearest });
    expect(text.split('\n').slice(0, 3)).toEqual([
      'Nobody and nothing in the coverage is called "Olav Strand".',
      'Nearest names',
      '  Olaf Strand [olaf-strand]: person; 12 articles',
    ]);
    expect(text).toContain('/ask');
    expect(entityText({ status: 'unknown', name: 'X', nearest: [] })).not.toContain('Nearest');
  });
});

describe('a title in use', () => {
  const use = (publisher: string, published: string) => fakeArticle({ publisher, published, sentences: [] });

  it('names each outlet with its first and last day', () => {
    const articles = [use('A', '2026-01-06'), use('B', '2026-01-05'), use('A', '2026-01-04')];
    expect(describeUse({ articles })).toBe('A (4–6 January 2026) and B (5 January 2026)');
  });

  it('counts outlets beyond three', () => {
    const articles = ['A', 'B', 'C', 'D', 'E'].map((name) => ({ ...use(name, ''), published: undefined }));
    expect(describeUse({ articles })).toBe('A, B, C and 2 more');
  });
});

describe('a section in words', () => {
  it('numbers mentions and sayings', async () => {
    expect(await detail('mentions')).toMatch(
      /^Mara Quill · All mentions\n\[1\] Harbour Post:.*(?:\n.*)*\n\[3\] Outlet/,
    );
    expect(await detail('said')).toMatch(
      /\n\[2\] The Daily Gull:.*\n.*\n {4}Mara Quill: Mara Quill, head of the port, told/,
    );
  });

  it('lists companions by how often they are named together', async () => {
    expect(await detail('companions')).toContain('  Lark Ferry Company (organisation; 1 article): 1 article together');
  });

  it('goes through the days from the first to those without one', async () => {
    const days = (await detail('timeline')).split('\n').filter((one) => /^(\d+ \w+ \d{4}|Date unknown)$/.test(one));
    expect(days).toEqual(['1 February 2026', '3 February 2026', 'Date unknown']);
  });

  it('says so where there is nothing', async () => {
    expect(await detail('said', maraHolm)).toBe('The coverage has none.');
  });
});

describe('who said what, in words', () => {
  const quotes = async (who: string, about?: string) => quotesText(await fakePeople().quotes(who, about));

  it('lists sayings newest first, with speaker, title, outlet, date and address', async () => {
    expect(await quotes('M. Quill')).toMatch(
      /^What Mara Quill said\n\[1\] Harbour Post: .*\(3 February 2026\)\n {4}https:.*\n {4}Mara Quill \(harbour master\): “/,
    );
    expect(await quotes('Olaf Strand', 'orchard')).toMatch(
      /^What Olaf Strand said about "orchard"\n.*\n.*\n.*“Remark 12 /,
    );
  });

  it('says what it has not, and who fits', async () => {
    expect(await quotes('Mara Holm')).toBe('The articles quote nothing from Mara Holm.');
    expect(await quotes('Mara Quill', 'gulls')).toBe('The articles quote nothing about "gulls" from Mara Quill.');
    expect(await quotes('Mara')).toContain('Several in the coverage are called "Mara"');
  });
});

describe('a sentence somebody said', () => {
  const saying = (quote: string, form: 'direct' | 'reported') =>
    sayingText({
      article: fakeArticle({ sentences: [] }),
      quote,
      form,
      verb: 'said',
      speaker: 'Mara Quill',
      role: 'baker',
    });

  it.each([
    ['a paper tells in its own words', 'reported', 'According to Quill, it rains.', 'According to Quill, it rains.'],
    ['is part quotation', 'direct', 'She “wants no more of the rain”.', 'She “wants no more of the rain”.'],
    ['is quotation within its own marks', 'direct', '“It has to rain more.”', '“It has to rain more.”'],
    ['stands within a quotation', 'direct', 'It has to rain more.', '“It has to rain more.”'],
    ['begins a quotation', 'direct', '“It has to rain more.', '“It has to rain more.”'],
    ['ends a quotation', 'direct', '那必须下雨。」', '「那必须下雨。」'],
    ['closes a quotation, then goes on', 'direct', 'More of the rain,” said Quill.', 'More of the rain,” said Quill.'],
  ] as const)('that %s', (_, form, quote, shown) => {
    expect(saying(quote, form)).toBe(`Mara Quill (baker): ${shown}`);
  });

  it('is announced with how many of the words it has', () => {
    expect(sayingsTitle('Quill', 'ferries')).toBe('What Quill said about "ferries"');
    expect(sayingsTitle('Quill', 'bridge  toll')).toMatch(/^What Quill said about "bridge +toll" \(both words in/);
    expect(sayingsTitle('Quill', 'toll of the bridge')).toMatch(/\(at least two thirds of the words in/);
  });
});
