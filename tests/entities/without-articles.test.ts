import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/corpus/split-sentences.js';
import type { Entity, EntityCatalogue } from '../../src/domain/entity.js';
import { withoutArticles } from '../../src/entities/without-articles.js';
import { entitiesOf, type MarkedArticle, marked } from '../support/named-articles.js';

const articles = [
  marked('a', '[p:mayor:Ann Holm] met [p:Park So-yun] in [l:Málaga]. [p:Ann Holm] left [l:Málaga].'),
  marked('b', '[p:Ann Holm] wrote to [p:Park So-yun]. {script:[p:Ann Holm] ([p:안 홀름])} signed for [o:Lark Ferry].'),
  {
    ...marked('c', '[p:captain:Jonas Berg] of [o:Lark Ferry] said no to [p:Ann Holm] and [p:Park Jo-yun].'),
    said: [{ mention: 0, sentence: { start: 0, end: 60 }, verb: 'said', form: 'direct' as const, speaker: undefined }],
  },
  marked('d', 'In [l:Malaga] [p:Jonas Berg] met [p:Park So-yun].'),
];
const catalogue: EntityCatalogue = { entities: entitiesOf(articles) };
const asGone = ({ article: { id, body } }: MarkedArticle) => ({ id, sentences: splitSentences(body) });
const without = (...ids: string[]) =>
  withoutArticles(catalogue, articles.filter(({ article: { id } }) => ids.includes(id)).map(asGone)).entities;
const named = (entities: readonly Entity[], name: string) =>
  entities.find(({ aliases }) => aliases.some(({ text }) => text === name));

/** All articles an entity rests on, wherever it says so. */
function restingOn(entity: Entity): string[] {
  const { mentions, articles: own, aliases, roles, said, companions, merges, possiblySame } = entity;
  return [
    ...mentions.map(({ article }) => article),
    ...own,
    ...[...aliases, ...roles, ...companions, ...merges].flatMap((one) => one.articles),
    ...said.flatMap(({ sentence, speaker }) => [sentence.article, speaker?.article ?? sentence.article]),
    ...possiblySame.flatMap(({ evidence }) => evidence.articles),
  ];
}

describe('a catalogue without some articles', () => {
  it('is what it was where none is gone', () => {
    expect(without()).toEqual(catalogue.entities);
  });

  it.each([['a'], ['b'], ['c'], ['d'], ['a', 'b'], ['a', 'd'], ['b', 'c', 'd'], ['a', 'b', 'c', 'd']])(
    'cites %s and others nowhere, and names no entity that is not in it',
    (...gone) => {
      const left = without(...gone);
      const ids = new Set(left.map(({ id }) => id));
      for (const entity of left) {
        expect(restingOn(entity).filter((id) => gone.includes(id))).toEqual([]);
        expect(entity.mentions.length).toBeGreaterThan(0);
        expect(entity.aliases.map(({ text }) => text)).toContain(entity.name);
        for (const { id } of [...entity.companions, ...entity.possiblySame]) expect(ids.has(id)).toBe(true);
      }
      expect(left).toHaveLength(gone.length === 4 ? 0 : left.length);
    },
  );

  it('leaves what the other articles say of an entity, its id included', () => {
    const [before, after] = [named(catalogue.entities, 'Ann Holm'), named(without('a'), 'Ann Holm')];
    expect(before?.articles).toEqual(['a', 'b', 'c']);
    expect(after?.articles).toEqual(['b', 'c']);
    expect(after?.mentions).toEqual(before?.mentions.filter(({ article }) => article !== 'a'));
    expect(after?.roles).toEqual([]);
    expect(after?.id).toBe(before?.id);
  });

  it('drops what is named in no other article, and what was said there', () => {
    expect(named(without('c'), 'Jonas Berg')?.said).toEqual([]);
    expect(named(catalogue.entities, 'Jonas Berg')?.said).toHaveLength(1);
    expect(named(without('b', 'c'), 'Lark Ferry')).toBeUndefined();
  });

  it('drops a spelling with the evidence that it is the same name', () => {
    const [before, after] = [named(catalogue.entities, 'Ann Holm'), named(without('b'), 'Ann Holm')];
    expect(before?.aliases.map(({ text }) => text)).toContain('안 홀름');
    expect(before?.merges.length).toBeGreaterThan(0);
    expect(after?.aliases.map(({ text }) => text)).toEqual(['Ann Holm']);
    expect(after?.merges).toEqual([]);
  });

  it('calls an entity by the spelling most used among those left', () => {
    expect(named(catalogue.entities, 'Malaga')).toMatchObject({ name: 'Malaga', articles: ['a', 'd'] });
    expect(named(without('d'), 'Málaga')).toMatchObject({ name: 'Málaga', articles: ['a'] });
  });

  it('counts the sentences two entities share in the articles that are left', () => {
    const shared = (entities: readonly Entity[]) => {
      const park = named(entities, 'Park So-yun')?.id;
      return named(entities, 'Ann Holm')?.companions.find(({ id }) => id === park);
    };
    expect(shared(catalogue.entities)).toMatchObject({ sentences: 2, articles: ['a', 'b'] });
    expect(shared(without('a'))).toMatchObject({ sentences: 1, articles: ['b'] });
    expect(shared(without('a', 'b'))).toBeUndefined();
  });

  it('lists those named by more articles first', () => {
    const left = without('a');
    const counts = left.map(({ articles: own }) => own.length);
    expect(counts).toEqual([...counts].sort((one, other) => other - one));
  });
});
