import { describe, expect, it } from 'vitest';
import { splitArticle } from '../../../src/corpus/split-article.js';
import type { Entity } from '../../../src/domain/entity.js';
import { createCoverageTexts } from '../../../src/entities/lookup/coverage-texts.js';
import { tellingSayings, tellingSentences } from '../../../src/entities/lookup/telling-sentences.js';
import { entitiesOf, type MarkedArticle, marked } from '../../support/named-articles.js';

function read(articles: readonly MarkedArticle[]) {
  const plain = articles.map(({ article }) => article);
  const texts = createCoverageTexts(
    plain,
    plain.flatMap((one) => splitArticle(one)),
  );
  const berg = entitiesOf(articles).find(({ id }) => id === 'jonas-berg');
  if (berg === undefined) throw new Error('not named');
  return { berg, texts };
}

function told(...articles: MarkedArticle[]): string[] {
  const { berg, texts } = read(articles);
  return tellingSentences(berg, texts).map((place) => texts.text(place));
}

describe('sentences that tell of an entity', () => {
  it('are at most three, each of another article where there are so many', () => {
    const found = told(
      marked('a', '[p:Jonas Berg] sails the old ferry. [p:Jonas Berg] paints gulls in the loft.'),
      marked('b', '[p:Jonas Berg] won the rowing cup at dawn.'),
      marked('c', '[p:Jonas Berg] bakes rye bread for neighbours.'),
      marked('d', '[p:Jonas Berg] mends nets behind a church.'),
    );
    expect(found).toHaveLength(3);
    expect(found.filter((text) => /ferry|gulls/.test(text)).length).toBeLessThan(2);
  });

  it('come from one article where there is no other', () => {
    expect(
      told(marked('a', '[p:Jonas Berg] sails the old ferry. In the loft, [p:Jonas Berg] paints gulls.')),
    ).toHaveLength(2);
  });

  it('have the entity for their subject and give its role, before those that name it by the way', () => {
    const aside = 'After a long day of rain and wind, with the whole town on the quay, came';
    const [first] = told(
      marked('a', `${aside} [p:Jonas Berg].`),
      marked('b', '[p:harbour pilot:Jonas Berg] steers every ship that comes into the bay past the rocks.'),
    );
    expect(first).toMatch(/^harbour pilot Jonas Berg steers/);
  });

  it('do not tell the same twice', () => {
    const report = '[p:Jonas Berg] won the rowing cup of the harbour at dawn on Monday';
    expect(told(marked('a', `${report}.`), marked('b', `${report} too.`))).toHaveLength(1);
  });
});

describe('what an entity said', () => {
  const sentences = [
    ['reported', 'The tide is late this year, and nobody knows for how long, Berg said.'],
    ['direct', 'The nets are torn and the boats are old, and we have no crane at all, Berg said.'],
    ['reported', 'Gulls ate the bread of the whole quay on Sunday morning, according to Berg.'],
    ['reported', 'Snow fell on every roof while the ferry waited for its only passenger, Berg said.'],
  ] as const;
  const { berg, texts } = read([marked('a', `[p:Jonas Berg] came. ${sentences.map(([, text]) => text).join(' ')}`)]);
  const said = sentences.map(([form, text]): Entity['said'][number] => {
    const article = berg.mentions[0]?.article ?? ('' as never);
    const start = texts.text({ article, start: 0, end: 10_000 }).indexOf(text);
    return { sentence: { article, start, end: start + text.length }, verb: 'said', form, speaker: undefined };
  });

  it('is its own words first, and at most three sentences', () => {
    const chosen = tellingSayings({ ...berg, said }, texts).map(({ sentence }) => texts.text(sentence));
    expect(chosen).toHaveLength(3);
    expect(chosen[0]).toMatch(/^The nets are torn/);
  });
});
