import type { ArticleId } from '../domain/article.js';
import type { BodySpan, Companion, Entity, EntityId } from '../domain/entity.js';
import type { GrowingUint32 } from '../retrieval/growing-array.js';

/** The lists of all entities, one behind the other, and what their numbers are of. */
export interface StoredLists {
  readonly numbers: GrowingUint32;
  readonly articles: readonly ArticleId[];
  readonly ids: readonly EntityId[];
}

/** Where an entity's lists are: places are article, start, end; companions are entity, sentences, count of articles, articles. */
export interface StoredPlaces {
  readonly mentions: number;
  readonly mentionCount: number;
  readonly companions: number;
  readonly companionCount: number;
}

/** Adds a list; gives where it begins. */
export function addList(numbers: GrowingUint32, list: readonly number[]): number {
  const from = numbers.length;
  for (const number of list) numbers.push(number);
  return from;
}

/**
 * An entity of a catalogue that was read. Its mentions and companions, two thirds of a catalogue's objects, are made when they
 * are asked for: one entity is looked at for hundreds of thousands that are not.
 */
export class StoredEntity implements Entity {
  readonly id: EntityId;
  readonly kind: Entity['kind'];
  readonly name: string;
  readonly aliases: Entity['aliases'];
  readonly roles: Entity['roles'];
  readonly articles: Entity['articles'];
  readonly said: Entity['said'];
  readonly merges: Entity['merges'];
  readonly possiblySame: Entity['possiblySame'];
  readonly #places: StoredPlaces;
  readonly #lists: StoredLists;

  constructor(fields: Omit<Entity, 'mentions' | 'companions'>, places: StoredPlaces, lists: StoredLists) {
    this.id = fields.id;
    this.kind = fields.kind;
    this.name = fields.name;
    this.aliases = fields.aliases;
    this.roles = fields.roles;
    this.articles = fields.articles;
    this.said = fields.said;
    this.merges = fields.merges;
    this.possiblySame = fields.possiblySame;
    this.#places = places;
    this.#lists = lists;
  }

  get mentions(): readonly BodySpan[] {
    const { mentions, mentionCount } = this.#places;
    const { numbers, articles } = this.#lists;
    return Array.from({ length: mentionCount }, (_, index): BodySpan => {
      const at = mentions + 3 * index;
      return {
        article: articles[numbers.at(at)] as ArticleId,
        start: numbers.at(at + 1),
        end: numbers.at(at + 2),
      };
    });
  }

  get companions(): readonly Companion[] {
    const { numbers, articles, ids } = this.#lists;
    let at = this.#places.companions;
    return Array.from({ length: this.#places.companionCount }, (): Companion => {
      const [id, sentences, count] = [ids[numbers.at(at)] as EntityId, numbers.at(at + 1), numbers.at(at + 2)];
      const shared = Array.from({ length: count }, (_, i) => articles[numbers.at(at + 3 + i)] as ArticleId);
      at += 3 + count;
      return { id, articles: shared, sentences };
    });
  }
}
