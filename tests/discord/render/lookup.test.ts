import { describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/discord/command.js';
import { breaches } from '../../../src/discord/limits.js';
import { entityPressId, longestAbout, quotesPressId } from '../../../src/discord/lookup-custom-id.js';
import { renderCard } from '../../../src/discord/render/entity-card.js';
import { renderDetail } from '../../../src/discord/render/entity-detail.js';
import { beginning } from '../../../src/discord/render/fit.js';
import { renderQuotes } from '../../../src/discord/render/quotes.js';
import { renderUndecided } from '../../../src/discord/render/undecided.js';
import { articleId } from '../../../src/domain/article.js';
import { type EntityKind, entityId } from '../../../src/domain/entity.js';
import type {
  EntityCandidate,
  EntityDetail,
  SourcedName,
  SourcedQuote,
  SourcedSaying,
} from '../../../src/domain/entity-lookup.js';
import { fakeArticle } from '../../fakes/fake-dateline.js';
import { candidateOf, fakeEntity } from '../../fakes/fake-directory.js';
import { maraQuill, olafStrand } from '../../fakes/fake-people.js';
import { hostileText } from '../../support/hostile-text.js';
import { seeded } from '../../support/random.js';

const ownerId = '123456789012345678';
const undecided = (status: 'ambiguous' | 'unknown', list: readonly EntityCandidate[], name = 'Mara') => {
  const lookup = status === 'ambiguous' ? { status, name, candidates: list } : { status, name, nearest: list };
  return renderUndecided(lookup, ({ id }) => entityPressId('card', 0, ownerId, id));
};
const labelsOf = ({ components = [] }: Reply) =>
  components.map((row) => row.components.map((one) => ('label' in one ? one.label : undefined)));

describe('the card of an entity', () => {
  it('numbers the sayings on after the mentions', () => {
    const [, mentioned, said] = renderCard(maraQuill.card, ownerId).embeds ?? [];
    expect(mentioned?.description?.match(/\*\*\[\d\]/g)).toEqual(['**[1]', '**[2]', '**[3]']);
    expect(said?.description?.match(/\*\*\[\d\]/g)).toEqual(['**[4]', '**[5]']);
  });

  it('says first what was typed where it is no name of theirs', () => {
    const reply = renderCard(maraQuill.card, ownerId, 'Mara *Quil*');
    expect(reply.embeds?.[0]?.description).toMatch(
      /^Nobody is called "Mara \\\*Quil\\\*"; taken for Mara Quill\.\nPerson\./,
    );
    expect(reply.plain).toMatch(/^Nobody is called "Mara \\\*Quil/);
    expect(renderCard(maraQuill.card, ownerId).embeds?.[0]?.description).toMatch(/^Person\./);
  });

  it('shows the sentences somebody said as the article has them, after speaker and title', () => {
    const [, , said] = renderCard(maraQuill.card, ownerId).embeds ?? [];
    expect(said?.description).toContain('Mara Quill (harbour master): **“The bridge is yours,” Mara Quill said.**');
    expect(said?.description).toContain('Mara Quill: **Mara Quill, head of the port, told reporters');
  });

  it('gives a sentence from within a quotation its marks, on the card, its page and among the quotes', () => {
    const saying = { ...(maraQuill.said[0] as SourcedSaying), quote: 'It is for all of us.' };
    const speaker = candidateOf(maraQuill);
    const replies = [
      renderCard({ ...maraQuill.card, said: [saying] }, ownerId),
      renderDetail(maraQuill.card, { section: 'said', sayings: [saying] }, { page: 0, ownerId }),
      renderQuotes({ status: 'found', speaker, about: undefined, sayings: [saying] }, { page: 0, ownerId }),
    ];
    for (const { embeds } of replies) expect(embeds?.at(-1)?.description).toContain('**“It is for all of us.”**');
  });

  it('names the titles beyond four together', () => {
    const roles = ['a', 'b', 'c', 'd', 'e', 'f'].map((text) => ({ text, articles: maraQuill.card.articles }));
    const [card] = renderCard({ ...maraQuill.card, roles }, ownerId).embeds ?? [];
    expect(card?.fields?.filter(({ inline }) => inline).map(({ name }) => name)).toEqual(['“a”', '“b”', '“c”', '“d”']);
    expect(card?.fields).toContainEqual({ name: 'More titles', value: 'e; f' });
  });

  it('leaves out what is empty: Discord refuses empty fields', () => {
    const bare = fakeEntity({ name: '\u200B', aliases: [] }).card;
    const reply = renderCard(bare, ownerId);
    expect(reply.embeds).toMatchObject([{ title: 'Without a name', fields: [] }]);
    expect(breaches(reply)).toEqual([]);
  });
});

describe('a page of an entity', () => {
  it('shows the last page where a re-index has left fewer', () => {
    const detail: EntityDetail = { section: 'mentions', quotes: olafStrand.mentions };
    const [embed] = renderDetail(olafStrand.card, detail, { page: 999, ownerId }).embeds ?? [];
    expect(embed?.footer?.text).toBe('Page 3 of 3 · 12 mentions');
  });

  it('says so where a re-index has left none', () => {
    const reply = renderDetail(olafStrand.card, { section: 'said', sayings: [] }, { page: 2, ownerId });
    expect(reply.embeds?.[0]).toMatchObject({
      description: 'The coverage has none.',
      footer: { text: 'Page 1 of 1 · no sentences' },
    });
    expect(labelsOf(reply)).toEqual([['Overview']]);
  });
});

describe('a name that fits several', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => candidateOf(fakeEntity({ name: `Mara ${index + 1}` })));

  it('has five buttons a row, twenty in all, and counts the rest', () => {
    const reply = undecided('ambiguous', many(23));
    expect(labelsOf(reply).map(({ length }) => length)).toEqual([5, 5, 5, 5]);
    expect(labelsOf(reply)[3]?.[4]).toBe('20. Mara 20');
    expect(reply.embeds?.[0]?.description).toMatch(/\*\*20\. Mara 20\*\*.*\nand 3 more; write more of the name$/);
  });

  it('has no buttons where nothing is near, only how to ask', () => {
    const reply = undecided('unknown', []);
    expect(reply.components).toEqual([]);
    expect(reply.embeds?.[0]?.description).toMatch(/^Write the name as the articles do/);
  });
});

describe('text from outside', () => {
  it.each(['card', 'mentions', 'said', 'companions', 'timeline', 'ambiguous', 'unknown', 'quotes'] as const)(
    'keeps every limit, and neither pings, formats nor links: %s (seeds 1 to 20)',
    (what) => {
      for (let seed = 1; seed <= 20; seed++) {
        const reply = hostileReply(seeded(seed), what);
        const shown = JSON.stringify([reply.embeds, reply.plain]);
        expect(breaches(reply), `seed ${seed}`).toEqual([]);
        expect(reply.plain.length, `seed ${seed}`).toBeLessThanOrEqual(2000);
        expect(shown, `seed ${seed}`).not.toMatch(/@everyone|@here|[^\\]<[@#:]|[^\\]\|\||\w:\/\/evil/);
        expect(`${shown}${labelsOf(reply)}`, `seed ${seed}`).not.toMatch(/\p{Surrogate}|\\ud[89a-f]|\u202E/u);
      }
    },
  );

  it.each([
    '*'.repeat(5000),
    '@everyone '.repeat(500),
    `e${'\u0301'.repeat(4999)}`,
    '👩‍👩‍👧‍👦'.repeat(455),
    '\u202E'.repeat(5000),
  ])('of 5,000 characters as a name is cut between letters', (name) => {
    const quote = fakeArticle({ sentences: [] });
    const { card } = fakeEntity({ name, id: entityId(name), roles: [{ text: name, articles: [quote] }] });
    const replies = [renderCard(card, ownerId, name), undecided('ambiguous', [candidateOf({ card })], name)];
    for (const reply of replies) expect(breaches(reply)).toEqual([]);
    expect(JSON.stringify(replies)).not.toMatch(/\p{Surrogate}|\\ud[89a-f]/u);
  });
});

function hostileReply(
  random: () => number,
  what: EntityDetail['section'] | 'card' | 'ambiguous' | 'unknown' | 'quotes',
) {
  const world = hostileWorld(random);
  const { card, candidates, sayings, quotes, companions, articles } = world;
  const page = { page: Math.floor(random() * 3), ownerId };
  switch (what) {
    case 'card':
      return renderCard(card, ownerId, random() < 0.5 ? world.text(40) : undefined);
    case 'mentions':
      return renderDetail(card, { section: what, quotes }, page);
    case 'said':
      return renderDetail(card, { section: what, sayings }, page);
    case 'companions':
      return renderDetail(card, { section: what, companions }, page);
    case 'timeline':
      return renderDetail(
        card,
        {
          section: what,
          days: [{ day: '2026-01-05', articles: articles.map((one) => ({ ...one, quote: world.text(90) })) }],
        },
        page,
      );
    case 'ambiguous':
    case 'unknown':
      return undecided(what, candidates, world.text(40));
    case 'quotes': {
      const about = beginning(world.text(20), longestAbout);
      expect(quotesPressId(999, ownerId, card.id, about).length).toBeLessThanOrEqual(100);
      const [speaker] = candidates;
      if (speaker === undefined) throw new Error('there is a candidate');
      return renderQuotes({ status: 'found', speaker, about, sayings }, page);
    }
  }
}

function hostileWorld(random: () => number) {
  const text = (most: number) => hostileText(random, 1 + random() * most);
  const list = <T>(most: number, make: (index: number) => T) =>
    Array.from({ length: 1 + Math.floor(random() * most) }, (_, index) => make(index));
  const kinds: EntityKind[] = ['person', 'organisation', 'place'];
  const articles = list(14, (index) =>
    fakeArticle({
      id: articleId(`a${index}`),
      publisher: random() < 0.2 ? undefined : text(20),
      title: text(60),
      published: random() < 0.2 ? undefined : '2026-01-05T10:00+08:00',
      url: `https://news.example/${encodeURIComponent(text(4).replace(/\p{Surrogate}/gu, ''))}`,
      sentences: [],
    }),
  );
  const candidates = list(
    25,
    (index): EntityCandidate => ({
      id: entityId(`${index}-${text(20)}`),
      kind: kinds[index % 3] ?? 'person',
      name: text(40),
      role: random() < 0.5 ? text(40) : undefined,
      articles: Math.floor(random() * 2000),
    }),
  );
  const names = (most: number): SourcedName[] => list(most, () => ({ text: text(40), articles }));
  const quotes = articles.map((article): SourcedQuote => ({ article, quote: text(90) }));
  const sayings = quotes.map(
    (quote): SourcedSaying => ({
      ...quote,
      speaker: text(20),
      role: random() < 0.5 ? text(30) : undefined,
      verb: text(3),
      form: 'direct',
    }),
  );
  const companions = candidates.map((one) => ({ ...one, shared: articles }));
  const { card } = fakeEntity(
    {
      name: text(80),
      id: entityId(text(40)),
      aliases: names(12),
      roles: names(9),
      companions: companions.slice(0, 10),
      merges: [{ alias: text(20), other: text(20), reason: text(10), articles: [] }],
      possiblySame: candidates.slice(0, 7).map((one) => ({ ...one, reason: text(10) })),
    },
    quotes,
    sayings,
  );
  return { card, candidates, quotes, sayings, companions, articles, text };
}
