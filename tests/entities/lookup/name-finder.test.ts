import { describe, expect, it } from 'vitest';
import { articleId } from '../../../src/domain/article.js';
import { type Entity, type EntityKind, entityId } from '../../../src/domain/entity.js';
import { createAliasIndex } from '../../../src/entities/lookup/alias-index.js';
import { createNameFinder } from '../../../src/entities/lookup/name-finder.js';

const articles = [articleId('a')];
const entity = (kind: EntityKind, ...names: readonly string[]): Entity => ({
  id: entityId(names[0] ?? ''),
  kind,
  name: names[0] ?? '',
  aliases: names.map((text) => ({ text, articles })),
  roles: [],
  mentions: [],
  articles,
  said: [],
  companions: [],
  merges: [],
  possiblySame: [],
});
const entities = [
  entity('person', 'Seo Min-ho', '서민호'),
  entity('person', 'Seo Yuna'),
  entity('organisation', 'Harbour Trust', 'HT'),
  entity('person', 'Mara Quill'),
  entity('place', 'May'),
];
const finder = createNameFinder({ entities }, createAliasIndex({ entities }));
const found = (text: string) =>
  finder.namesIn(text).map(({ entity: number, start, end }) => [entities[number]?.name, text.slice(start, end)]);

describe('finding whom a surname means', () => {
  const many = (kind: EntityKind, name: string, count: number): Entity => {
    return { ...entity(kind, name), articles: Array.from({ length: count }, (_, i) => articleId(`${name} ${i}`)) };
  };
  const people = [many('person', 'Seo Min-ho', 9), many('person', 'Seo Yuna', 3), many('person', 'Park So-yun', 5)];
  people.push(many('person', 'Park Jin', 5), many('organisation', 'Holm Bank', 9));
  const bearers = createNameFinder({ entities: people }, createAliasIndex({ entities: people }));
  const meant = (text: string) => bearers.surnamesIn(text).map(({ entity: number }) => people[number]?.name);

  it.each([
    ['What did Seo say?', 'three of four articles'],
    ['What did President Seo say?', 'the same behind a title'],
    ["What were Seo's words?", 'the same in the genitive'],
  ])('in %j finds the one who is in %s', (text) => {
    expect(meant(text)).toEqual(['Seo Min-ho']);
  });

  it.each([
    ['What did Park say?', 'each is in half of the articles'],
    ['What did the Seo Bridge Fund say?', 'part of a longer name'],
    ['What did the Seo of Busan say?', 'part of a longer name'],
    ['What did seo say?', 'no capital'],
    ['What did Holm say?', 'no person'],
    ['What did Seo Min-ho say?', 'a full name'],
  ])('in %j finds nobody: %s', (text) => {
    expect(meant(text)).toEqual([]);
  });
});

describe('finding names in a question', () => {
  it.each([
    ['What did Seo Min-ho say?', 'Seo Min-ho', 'Seo Min-ho'],
    ['what did seo min ho say?', 'Seo Min-ho', 'seo min ho'],
    ['What did Minho Seo say?', 'Seo Min-ho', 'Minho Seo'],
    ['서민호는 뭐라고 했나요?', 'Seo Min-ho', '서민호'],
    ['Who leads HT?', 'Harbour Trust', 'HT'],
    ["What is Mara Quill's plan?", 'Mara Quill', 'Mara Quill'],
    ['What did Mara Qiull say?', 'Mara Quill', 'Mara Qiull'],
    ['What did Quill say?', 'Mara Quill', 'Quill'],
  ])('in %j finds %s as %j', (text, name, written) => {
    expect(found(text)).toEqual([[name, written]]);
  });

  it.each([
    ['What did Seo say?', 'two have the surname'],
    ['may I ask what happened?', 'a common word'],
    ['Who opened the bridge?', 'no name'],
    ['', 'no text'],
  ])('in %j finds nobody: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('finds several, in their order', () => {
    expect(found('Did Mara Quill meet Seo Yuna at Harbour Trust?').map(([name]) => name)).toEqual([
      'Mara Quill',
      'Seo Yuna',
      'Harbour Trust',
    ]);
  });

  it('reads a hostile text in bounded time', () => {
    expect(found(`${'A '.repeat(50_000)}Mara Quill`)).toEqual([]);
  });
});
