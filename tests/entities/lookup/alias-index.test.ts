import { describe, expect, it } from 'vitest';
import { createAliasIndex } from '../../../src/entities/lookup/alias-index.js';
import { entitiesOf, marked } from '../../support/named-articles.js';

const entities = entitiesOf([
  marked(
    'a',
    '{script:[p:Park So-yun] ([p:박소윤])} met [p:Park Min-ho] of the [o:Lark Ferry Company] on [l:Málaga Quay].',
  ),
  marked('b', '[p:Park So-yun] sailed with the [o:Lark Ferry Company].'),
  marked('c', '[p:Park So-yun] sang.'),
]);
const index = createAliasIndex({ entities });
const names = (numbers: readonly number[]) => numbers.map((number) => entities[number]?.name);

describe('the index of names', () => {
  it('finds a name whatever its case, accents, hyphens, article and script', () => {
    for (const typed of ['park soyun', 'PARK SO YUN', '박소윤'])
      expect(names(index.exact(typed))).toEqual(['Park So-yun']);
    expect(names(index.exact('The Lark Ferry Company'))).toEqual(['Lark Ferry Company']);
    expect(names(index.exact('malaga quay'))).toEqual(['Málaga Quay']);
  });

  it('finds a person with the words in another order, but nothing else so', () => {
    expect(names(index.exact('So-yun Park'))).toEqual(['Park So-yun']);
    expect(names(index.exact('Quay Málaga'))).toEqual([]);
  });

  it('finds no name by a part of it, but people by first or last word and others by the first', () => {
    expect(names(index.exact('Park'))).toEqual([]);
    expect(names(index.byPart('Park'))).toEqual(['Park So-yun', 'Park Min-ho']);
    expect(names(index.byPart('Lark'))).toEqual(['Lark Ferry Company']);
    expect(names(index.byPart('Company'))).toEqual([]);
  });

  it('puts the whole name first, then its beginning, then another word of it, then slips', () => {
    const ranks = (typed: string) =>
      index.starting(typed, 25).map(({ entity, rank }) => [entities[entity]?.name, rank]);
    expect(ranks('Park So-yun')[0]).toEqual(['Park So-yun', 0]);
    expect(ranks('Park')).toEqual([
      ['Park So-yun', 1],
      ['Park Min-ho', 1],
      ['Lark Ferry Company', 3],
    ]);
    expect(ranks('Ferry')).toEqual([['Lark Ferry Company', 2]]);
    expect(ranks('Frery')).toEqual([['Lark Ferry Company', 3]]);
    expect(ranks('')).toEqual([]);
  });

  it('gives at most as many as asked for', () => {
    expect(index.starting('p', 1)).toHaveLength(1);
    expect(index.starting('p', 1)).toHaveLength(1);
    expect(index.starting('p', 25).length).toBeGreaterThan(1);
  });

  it('finds what sounds the same where too many letters differ', () => {
    expect(names(index.near('Parck Sho-yoon'))).toEqual(['Park So-yun']);
    expect(names(index.near('Parck Sho-yaan'))).toEqual([]);
  });

  it('allows one slip in four letters and two in eight, and none in three', () => {
    expect(names(index.near('Prak Soyun'))).toEqual(['Park So-yun']);
    expect(names(index.near('Malaga Quai'))).toEqual(['Málaga Quay']);
    expect(names(index.near('Maloga Quai'))).toEqual(['Málaga Quay']);
    expect(names(index.near('Moloka Quai'))).toEqual([]);
    expect(names(index.near('Par'))).toEqual([]);
  });

  it('takes a misspelt last word for a person, for no organisation', () => {
    expect(names(index.near('Minhoo'))).toEqual(['Park Min-ho']);
    expect(names(index.near('Compani'))).toEqual([]);
  });

  it('offers what shares most letter pairs, and nothing that shares few', () => {
    expect(names(index.alike('Larks Fairy Compagny', 5))[0]).toBe('Lark Ferry Company');
    expect(names(index.alike('Zzyzx', 5))).toEqual([]);
  });
});
