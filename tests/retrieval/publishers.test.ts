import { describe, expect, it } from 'vitest';
import { findPublishers, listPublishers, publisherKey, suggestPublishers } from '../../src/retrieval/publishers.js';

const names = [
  'The Korea Herald',
  'The Korea Herald',
  'Korea JoongAng Daily (KJD)',
  'Chosun Daily (English edition, via Naver)',
  'Yonhap News Agency',
  'CNA (after UDN)',
  'Reuters via The Star',
  'Reuters',
  'Báo Lao Động',
  '항구일보',
  '人民日报',
  undefined,
];
const publishers = listPublishers(names.map((publisher) => ({ publisher })));
const found = (typed: string) => findPublishers(publishers, typed).map(({ name }) => name);

describe('listPublishers', () => {
  it('puts the outlet of most articles first, the others by name, and leaves out the unknown one', () => {
    expect(publishers.map(({ name }) => name)).toEqual([
      'The Korea Herald',
      ...names.filter((name) => name !== undefined && name !== 'The Korea Herald').sort(),
    ]);
    expect(publishers[0]?.articles).toBe(2);
  });

  it.each([
    ['The Korea Herald', ['korea herald']],
    ['Korea JoongAng Daily (KJD)', ['korea joongang daily', 'kjd']],
    ['Chosun Daily (English edition, via Naver)', ['chosun daily']],
    ['CNA (after UDN)', ['cna']],
    ['Reuters via The Star', ['reuters']],
    ['Báo Lao Động', ['bao lao dong']],
  ])('knows the names %s goes by', (name, keys) => {
    expect(publishers.find((publisher) => publisher.name === name)?.keys).toEqual(keys);
  });
});

describe('findPublishers', () => {
  it.each([
    ['the name as it is written', 'The Korea Herald', ['The Korea Herald']],
    ['another case and no article', 'korea HERALD', ['The Korea Herald']],
    ['a short name', 'kjd', ['Korea JoongAng Daily (KJD)']],
    ['no diacritics', 'bao lao dong', ['Báo Lao Động']],
    ['a part of the name', 'lao dong', ['Báo Lao Động']],
    ['Korean', '항구일보', ['항구일보']],
    ['Chinese', '人民日报', ['人民日报']],
    ['a word of several names', 'korea', ['The Korea Herald', 'Korea JoongAng Daily (KJD)']],
    ['the agency and the paper that prints it', 'Reuters', ['Reuters', 'Reuters via The Star']],
    ['the paper that prints an agency', 'Reuters via The Star', ['Reuters via The Star']],
    ['a part of a word', 'kor', []],
    ['another name', 'Le Monde', []],
    ['nothing', '', []],
    ['signs only', ' -! ', []],
  ])('understands %s', (_case, typed, outlets) => {
    expect(found(typed)).toEqual(outlets);
  });
});

describe('suggestPublishers', () => {
  it('puts names that begin so before names of which a later word does', () => {
    const outlets = ['Daily Gull', 'Gull Weekly', 'Seagull Post', 'Harbour Post'].map((publisher) => ({ publisher }));
    expect(suggestPublishers(listPublishers(outlets), 'gull', 25)).toEqual([
      'Gull Weekly',
      'Daily Gull',
      'Seagull Post',
    ]);
  });

  it.each([
    ['kjd', ['Korea JoongAng Daily (KJD)']],
    ['항', ['항구일보']],
    ['zzz', []],
  ])('for %s suggests %j', (typed, outlets) => {
    expect(suggestPublishers(publishers, typed, 25)).toEqual(outlets);
  });

  it('suggests all for nothing typed, up to the limit', () => {
    expect(suggestPublishers(publishers, '', 25)).toHaveLength(publishers.length);
    expect(suggestPublishers(publishers, '', 3)).toEqual(publishers.slice(0, 3).map(({ name }) => name));
  });
});

it('compares names without case, article, signs and diacritics', () => {
  expect(publisherKey('  THE  Báo-Lao Động! ')).toBe('bao lao dong');
});
