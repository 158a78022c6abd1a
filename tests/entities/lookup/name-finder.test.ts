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
