import { describe, expect, it } from 'vitest';
import { splitArticle } from '../../../src/corpus/split-article.js';
import { type Entity, entityId } from '../../../src/domain/entity.js';
import { createCoverageTexts } from '../../../src/entities/lookup/coverage-texts.js';
import { sayingsOf, toCandidate, toCard, toDetail } from '../../../src/entities/lookup/entity-card.js';
import { entitiesOf, type MarkedArticle, marked } from '../../support/named-articles.js';

const saying = 'The tide is late, Berg said.';

function withSaying(one: MarkedArticle): MarkedArticle {
  const start = one.article.body.indexOf(saying);
  const sentence = { start, end: start + saying.length };
  return { ...one, said: [{ mention: 2, sentence, verb: 'said', form: 'reported', speaker: undefined }] };
}

const articles = [
  withSaying(
    marked('a', '[p:pilot:Jonas Berg] met [p:Ann Holm]. The tide is late, [ps:Berg] said.', {
      published: '2026-01-05',
      publisher: 'Harbour Post',
    }),
  ),
  withSaying(
    marked('b', '[p:Jonas Berg] sailed; [p:Jonas Berg] won. The tide is late, [ps:Berg] said.', {
      published: '2026-01-07',
      publisher: 'Harbour Post',
    }),
  ),
  marked('c', '[p:harbour pilot:Jonas Berg] rested. [p:Jonas Berg] of [l:Lark Island] sang.', {
    publisher: 'Bay News',
  }),
];
const entities = entitiesOf(articles);
const byId = new Map(entities.map((entity) => [entity.id as string, entity]));
const plain = articles.map(({ article }) => article);
const texts = createCoverageTexts(
  plain,
  plain.flatMap((one) => splitArticle(one)),
);
const berg = byId.get('jonas-berg') as Entity;

describe('a candidate', () => {
  it('has the most given role and the number of its articles', () => {
    expect(toCandidate(berg)).toEqual({
      id: 'jonas-berg',
      kind: 'person',
      name: 'Jonas Berg',
      role: 'harbour pilot',
      articles: 3,
    });
  });
});

describe('a card', () => {
  const card = toCard(berg, byId, texts);

  it('counts its days, outlets and mentions', () => {
    expect(card).toMatchObject({ dates: { from: '2026-01-05', to: '2026-01-07' }, publishers: 2, mentions: 7 });
    expect(card.articles.map(({ id }) => id)).toEqual(['b', 'a', 'c']);
  });

  it('has no days where no article has one', () => {
    const island = byId.get('lark-island') as Entity;
    expect(toCard(island, byId, texts).dates).toBeUndefined();
  });

  it('leaves out entities that are gone', () => {
    const gone = { id: entityId('gone'), articles: [], sentences: 1 };
    const evidence = { alias: 'J. Berg', other: 'Jonas Berg', reason: 'alike', articles: [] };
    const entity = { ...berg, companions: [gone], possiblySame: [{ id: entityId('gone'), evidence }] };
    expect(toCard(entity, byId, texts)).toMatchObject({ companions: [], possiblySame: [] });
  });

  it('shows ten companions, its section all', () => {
    const companions = Array.from({ length: 12 }, () => ({ id: entityId('ann-holm'), articles: [], sentences: 1 }));
    const entity = { ...berg, companions };
    expect(toCard(entity, byId, texts).companions).toHaveLength(10);
    expect(toDetail(entity, 'companions', byId, texts)).toMatchObject({ companions: { length: 12 } });
  });
});

describe('sayings', () => {
  it('stand newest first, with the role that the same article gives, if any', () => {
    expect(sayingsOf(berg, berg.said, texts)).toMatchObject([
      { article: { id: 'b' }, speaker: 'Jonas Berg', role: undefined, verb: 'said', form: 'reported', quote: saying },
      { article: { id: 'a' }, speaker: 'Jonas Berg', role: 'pilot', quote: saying },
    ]);
  });
});

describe('a section', () => {
  it('has each sentence once, however often it names the entity', () => {
    const detail = toDetail(berg, 'mentions', byId, texts);
    expect(detail.section === 'mentions' && detail.quotes.map(({ quote }) => quote)).toEqual([
      'Jonas Berg sailed; Jonas Berg won.',
      saying,
      'pilot Jonas Berg met Ann Holm.',
      saying,
      'harbour pilot Jonas Berg rested.',
      'Jonas Berg of Lark Island sang.',
    ]);
  });

  it('of days has each article once, by its first sentence, oldest first, undated last', () => {
    const detail = toDetail(berg, 'timeline', byId, texts);
    expect(
      detail.section === 'timeline' && detail.days.map(({ day, articles: on }) => [day, on.map(({ quote }) => quote)]),
    ).toEqual([
      ['2026-01-05', ['pilot Jonas Berg met Ann Holm.']],
      ['2026-01-07', ['Jonas Berg sailed; Jonas Berg won.']],
      [undefined, ['harbour pilot Jonas Berg rested.']],
    ]);
  });
});
