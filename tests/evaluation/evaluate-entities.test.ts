import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/domain/errors.js';
import { parseEntityLine } from '../../src/evaluation/entity-set.js';
import { evaluateEntities } from '../../src/evaluation/evaluate-entities.js';
import { entitiesOf, marked } from '../support/named-articles.js';

const articles = [
  marked('01-x', '{script:[p:Park So-yun] ([p:박소윤])} met [p:Ann Holm].'),
  marked('02-x', '[p:Soyun Pak] and [o:Lark Ferry].'),
];
const judged = (fields: object) =>
  parseEntityLine(JSON.stringify({ kind: 'person', id: 'x', name: 'x', aliases: ['x'], ...fields }), 'line 1');
const park = judged({
  id: 'park',
  name: 'Park So-yun',
  aliases: ['Park So-yun', '박소윤', 'Soyun Pak'],
  articles: ['01', '02'],
});
const holm = judged({
  id: 'holm',
  name: 'Ann Holm',
  aliases: ['Ann Holm'],
  articles: ['01'],
  confusable_with: ['park'],
});
const ferry = judged({ id: 'ferry', name: 'Lark Ferry', aliases: ['Lark Ferry'], articles: ['02'] });
const score = (entities = entitiesOf(articles)) =>
  evaluateEntities(
    [park, holm, ferry, judged({ aliases: ['Nobody'] })],
    entities,
    articles.map(({ article }) => article),
  );

describe('evaluateEntities', () => {
  it('counts the found of each kind, without what stands in no body', () => {
    const { kinds, named, misses } = score();
    expect(kinds.person).toEqual({ found: 2, of: 3 });
    expect(named).toEqual({ found: 2, of: 3 });
    expect(misses).toContain('not in a body: person x');
    expect(misses).toContain('not found: person Lark Ferry (Lark Ferry), but organisation Lark Ferry');
  });

  it('averages B-cubed over the aliases that stand in a body', () => {
    // Park's three are split in two and one: recalls 2/3, 2/3, 1/3; Holm and the ferry are whole.
    expect(score().bCubed).toEqual({ items: 5, precision: 1, recall: (2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5 });
  });

  it('compares article lists over the found', () => {
    expect(score().micro).toMatchObject({ precision: 1, recall: 2 / 3 });
    expect(score().macro.f1).toBeCloseTo((2 / 3 + 1) / 2);
  });

  it('counts confusable pairs that are one entity', () => {
    const all = entitiesOf(articles);
    const one = all.find(({ name }) => name === 'Park So-yun');
    if (one === undefined) throw new Error('no entity');
    const others = all.filter((other) => other !== one && other.name !== 'Ann Holm');
    const mixed = [{ ...one, aliases: [...one.aliases, { text: 'Ann Holm', articles: [] }] }, ...others];
    expect(score(mixed).confused).toEqual([['holm', 'park']]);
    expect(score(mixed).bCubed.precision).toBeLessThan(1);
    expect(score().confused).toEqual([]);
  });

  it('refuses a line that is no entity, by its place', () => {
    expect(() => parseEntityLine('{"id":"x"}', 'file:3')).toThrow(UsageError);
    expect(() => parseEntityLine('{"id":"x"}', 'file:3')).toThrow('file:3');
  });
});
