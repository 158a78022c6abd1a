import type { ArticleMeta } from '../../src/domain/article.js';
import { publishedDay } from '../../src/domain/article.js';
import { type EntityId, entityId } from '../../src/domain/entity.js';
import type {
  EntityCandidate,
  EntityCard,
  EntityDetail,
  EntityLookup,
  EntitySection,
  EntitySuggestion,
  QuotesFound,
  SourcedQuote,
  SourcedSaying,
} from '../../src/domain/entity-lookup.js';
import { UsageError } from '../../src/domain/errors.js';
import type { EntityDirectory } from '../../src/ports/dateline.js';

/** An entity of the fake: what its card says, and all it said and all places that name it. */
export interface FakeEntity {
  readonly card: EntityCard;
  /** Newest first. */
  readonly mentions: readonly SourcedQuote[];
  readonly said: readonly SourcedSaying[];
}

/** An entity with everything a test does not care about filled in; what its card shows is the first of each list. */
export function fakeEntity(
  fields: Partial<EntityCard> & { readonly name: string },
  mentions: readonly SourcedQuote[] = [],
  said: readonly SourcedSaying[] = [],
): FakeEntity {
  const articles = [...new Set([...mentions, ...said].map(({ article }) => article))];
  const days = articles.flatMap((article) => publishedDay(article) ?? []).toSorted();
  const [from, to] = [days[0], days.at(-1)];
  const card: EntityCard = {
    id: entityId(fields.name.toLowerCase().replaceAll(' ', '-')),
    kind: 'person',
    aliases: [{ text: fields.name, articles }],
    roles: [],
    articles,
    dates: from && to ? { from, to } : undefined,
    publishers: new Set(articles.map(({ publisher }) => publisher)).size,
    mentions: mentions.length,
    about: mentions.slice(0, 3),
    said: said.slice(0, 3),
    companions: [],
    merges: [],
    possiblySame: [],
    ...fields,
  };
  return { card, mentions, said };
}

/**
 * Looks names up by id, then by alias without regard to case, then by words of an alias. Entities can be taken away, as
 * by a re-index.
 */
export class FakeDirectory implements EntityDirectory {
  entities: readonly FakeEntity[];

  constructor(entities: readonly FakeEntity[]) {
    this.entities = entities;
  }

  async lookUpEntity(name: string): Promise<EntityLookup> {
    const wanted = name.trim().toLowerCase();
    if (wanted === '') throw new UsageError('There is no name to look up.');
    const fitting = this.fitting(wanted);
    const [first, ...others] = fitting;
    if (first !== undefined && others.length === 0) return { status: 'found', entity: first.card };
    if (first !== undefined) return { status: 'ambiguous', name, candidates: fitting.map(candidateOf) };
    const nearest = this.entities.filter(({ card }) => card.name.toLowerCase().startsWith(wanted.slice(0, 1)));
    return { status: 'unknown', name, nearest: nearest.map(candidateOf) };
  }

  async entityDetail(id: EntityId, section: EntitySection): Promise<EntityDetail | undefined> {
    const entity = this.entities.find(({ card }) => card.id === id);
    if (entity === undefined) return undefined;
    if (section === 'mentions') return { section, quotes: entity.mentions };
    if (section === 'said') return { section, sayings: entity.said };
    if (section === 'companions') return { section, companions: entity.card.companions };
    return { section, days: timelineOf(entity.mentions) };
  }

  async suggestEntities(typed: string): Promise<readonly EntitySuggestion[]> {
    return this.entities
      .flatMap(({ card }) => card.aliases.map(({ text }) => ({ ...candidateOf({ card }), alias: text })))
      .filter(({ alias }) => alias.toLowerCase().includes(typed.trim().toLowerCase()))
      .slice(0, 25);
  }

  async quotes(who: string, about?: string): Promise<QuotesFound> {
    const found = await this.lookUpEntity(who);
    if (found.status !== 'found') return found;
    const all = this.entities.find(({ card }) => card.id === found.entity.id)?.said ?? [];
    const sayings = all.filter(({ quote }) => quote.toLowerCase().includes((about ?? '').toLowerCase()));
    return { status: 'found', speaker: candidateOf({ card: found.entity }), about, sayings };
  }

  private fitting(wanted: string): FakeEntity[] {
    const tests: ((entity: FakeEntity) => boolean)[] = [
      ({ card }) => card.id === wanted,
      ({ card }) => card.aliases.some(({ text }) => text.toLowerCase() === wanted),
      ({ card }) => card.aliases.some(({ text }) => text.toLowerCase().split(' ').includes(wanted)),
    ];
    return tests.map((fits) => this.entities.filter(fits)).find((found) => found.length > 0) ?? [];
  }
}

/** What tells an entity of the fake from others. */
export function candidateOf({ card }: Pick<FakeEntity, 'card'>): EntityCandidate {
  const { id, kind, name, roles, articles } = card;
  return { id, kind, name, role: roles[0]?.text, articles: articles.length };
}

function timelineOf(mentions: readonly SourcedQuote[]) {
  const day = ({ article }: SourcedQuote) => publishedDay(article);
  const days = [...new Set(mentions.map(day))].toSorted((a, b) => (a ?? '9').localeCompare(b ?? '9'));
  return days.map((one) => ({
    day: one,
    articles: mentions
      .filter((mention) => day(mention) === one)
      .map(({ article, quote }): ArticleMeta & { quote: string } => ({ ...article, quote })),
  }));
}
