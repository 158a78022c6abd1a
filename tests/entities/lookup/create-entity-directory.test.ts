import { describe, expect, it } from 'vitest';
import { splitArticle } from '../../../src/corpus/split-article.js';
import { entityId } from '../../../src/domain/entity.js';
import { UsageError } from '../../../src/domain/errors.js';
import { createEntityDirectory } from '../../../src/entities/lookup/create-entity-directory.js';
import { hostileTexts } from '../../support/hostile-pins.js';
import { entitiesOf, type MarkedArticle, marked } from '../../support/named-articles.js';

function directoryOf(articles: readonly MarkedArticle[]) {
  const plain = articles.map(({ article }) => article);
  return createEntityDirectory(
    { entities: entitiesOf(articles) },
    plain,
    plain.flatMap((one) => splitArticle(one)),
  );
}

const first = marked(
  'a',
  '{script:[p:mayor:Park So-yun] ([p:박소윤])} opened the bridge over the bay. [p:Park Min-ho] watched. Tolls will fall, [ps:mayor:Park] said. She spoke of the ferry.',
  { published: '2026-01-05', publisher: 'Harbour Post' },
);
const tolls = 'Tolls will fall, mayor Park said.';
const start = first.article.body.indexOf(tolls);
const articles = [
  {
    ...first,
    said: [
      {
        mention: 3,
        sentence: { start, end: start + tolls.length },
        verb: 'said',
        form: 'reported',
        speaker: undefined,
      } as const,
    ],
  },
  marked('b', 'In [l:Málaga], [p:Park So-yun] met the [o:Lark Ferry Company]. It rained.', {
    published: '2026-01-07',
    publisher: 'Bay News',
  }),
  marked('c', 'The [o:Lark Ferry Company] sails to [l:Málaga].'),
];
const directory = directoryOf(articles);
const found = async (name: string) => {
  const outcome = await directory.lookUpEntity(name);
  return outcome.status === 'found' ? outcome.entity.name : outcome.status;
};

describe('looking a name up', () => {
  it.each([
    ['Park So-yun', 'Park So-yun'],
    ['PARK SOYUN', 'Park So-yun'],
    ['So Yun Park', 'Park So-yun'],
    ['박소윤', 'Park So-yun'],
    ['park-so-yun', 'Park So-yun'],
    ['Park So-yum', 'Park So-yun'],
    ['malaga', 'Málaga'],
    ['Mallaga', 'Málaga'],
    ['lark ferry', 'Lark Ferry Company'],
    ['the Lark Ferry Company', 'Lark Ferry Company'],
    ['Lark', 'Lark Ferry Company'],
  ])('finds %s', async (typed, name) => {
    expect(await found(typed)).toBe(name);
  });

  it('finds a surname with its particle', async () => {
    const people = directoryOf([marked('a', '[p:Mara van der Quill] met [p:Luc de Holm]. [l:Van] lies far off.')]);
    const named = async (name: string) => {
      const outcome = await people.lookUpEntity(name);
      return outcome.status === 'found' ? outcome.entity.name : outcome.status;
    };
    expect(await named('van der Quill')).toBe('Mara van der Quill');
    expect(await named('de holm')).toBe('Luc de Holm');
    expect(await named('Quill')).toBe('Mara van der Quill');
    expect(await named('van')).toBe('Van');
  });

  it('asks which one where a surname fits several', async () => {
    const outcome = await directory.lookUpEntity('park');
    expect(outcome.status === 'ambiguous' && outcome.candidates.map(({ name, role }) => [name, role])).toEqual([
      ['Park So-yun', 'mayor'],
      ['Park Min-ho', undefined],
    ]);
  });

  it('offers the nearest names of an unknown one', async () => {
    const outcome = await directory.lookUpEntity('Larks Fairy Compagny');
    expect(outcome.status === 'unknown' && outcome.nearest.map(({ name }) => name)).toEqual(['Lark Ferry Company']);
    expect(await directory.lookUpEntity('Zzyzx Quux')).toMatchObject({ status: 'unknown', nearest: [] });
  });

  it('refuses an empty name', async () => {
    await expect(directory.lookUpEntity('  ')).rejects.toBeInstanceOf(UsageError);
    await expect(directory.quotes('')).rejects.toBeInstanceOf(UsageError);
  });

  it.each([...hostileTexts, '—', '😀', 'a'.repeat(10_000)])('takes any text (%#)', async (text) => {
    expect((await directory.lookUpEntity(text)).status).toBe('unknown');
    expect(await directory.suggestEntities(text)).toBeInstanceOf(Array);
  });
});

describe('the card', () => {
  it('shows names, days, outlets and companions with their articles', async () => {
    const outcome = await directory.lookUpEntity('Park So-yun');
    if (outcome.status !== 'found') throw new Error('not found');
    const { entity } = outcome;
    expect(entity.articles.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(entity).toMatchObject({ dates: { from: '2026-01-05', to: '2026-01-07' }, publishers: 2, mentions: 4 });
    expect(entity.aliases.map(({ text }) => text)).toEqual(['Park So-yun', '박소윤']);
    expect(entity.about.map(({ quote }) => quote)[0]).toBe(
      'mayor Park So-yun (박소윤) opened the bridge over the bay.',
    );
    expect(entity.said).toMatchObject([{ quote: tolls, speaker: 'Park So-yun', role: 'mayor', verb: 'said' }]);
    expect(entity.companions.map(({ name }) => name)).toEqual(['Lark Ferry Company', 'Málaga']);
  });

  it('shows its sections whole, and nothing of an entity that is gone', async () => {
    const id = entityId('park-so-yun');
    const mentions = await directory.entityDetail(id, 'mentions');
    expect(mentions?.section === 'mentions' && mentions.quotes.map(({ article }) => article.id)).toEqual([
      'b',
      'a',
      'a',
    ]);
    const timeline = await directory.entityDetail(id, 'timeline');
    expect(timeline?.section === 'timeline' && timeline.days.map(({ day }) => day)).toEqual([
      '2026-01-05',
      '2026-01-07',
    ]);
    expect(await directory.entityDetail(entityId('nobody'), 'said')).toBeUndefined();
  });

  it('puts articles without a day last', async () => {
    const timeline = await directory.entityDetail(entityId('malaga'), 'timeline');
    expect(timeline?.section === 'timeline' && timeline.days.map(({ day }) => day)).toEqual(['2026-01-07', undefined]);
  });
});

describe('suggestions', () => {
  const names = async (typed: string) => (await directory.suggestEntities(typed)).map(({ name }) => name);

  it('begin with the most named for nothing typed', async () => {
    expect((await names(''))[0]).toBe('Lark Ferry Company');
  });

  it('fit the beginning of any word, before slips', async () => {
    expect(await names('ferr')).toEqual(['Lark Ferry Company']);
    expect(await names('Park So')).toEqual(['Park So-yun']);
    expect(await names('Park S')).toEqual(['Park So-yun', 'Park Min-ho']);
    expect(await names('Lrak Fe')).toEqual(['Lark Ferry Company']);
    expect(await directory.suggestEntities('박소')).toMatchObject([{ alias: '박소윤', name: 'Park So-yun' }]);
  });

  it('are at most 25', async () => {
    const text = Array.from({ length: 40 }, (_, i) => `[p:Anna Berg${String.fromCharCode(97 + (i % 26))}${i}]`).join(
      ' ',
    );
    expect(await directoryOf([marked('a', text)]).suggestEntities('anna')).toHaveLength(25);
  });
});

describe('quotes', () => {
  it('are of everything, or of what the sentence or its neighbours name', async () => {
    expect(await directory.quotes('Park So-yun')).toMatchObject({
      status: 'found',
      about: undefined,
      sayings: [{ quote: tolls }],
    });
    expect(await directory.quotes('Park So-yun', 'ferries')).toMatchObject({ sayings: [{ quote: tolls }] });
    expect(await directory.quotes('Park So-yun', 'orchestra')).toMatchObject({ status: 'found', sayings: [] });
    expect(await directory.quotes('Park')).toMatchObject({ status: 'ambiguous' });
  });
});
