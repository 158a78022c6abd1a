import type { ArticleId } from '../domain/article.js';
import type { Entity, EntityId } from '../domain/entity.js';

/** A catalogue whose entities are made as they are read, one at a time: all at once, those of 26,000 articles take gigabytes. */
export interface CatalogueInMaking {
  /** Of all entities, in the catalogue's order. */
  readonly ids: readonly EntityId[];
  /** The articles that name one of them, in the order in which the entities name them. */
  readonly articles: readonly ArticleId[];
  /** May be read more than once; each time all is made anew. */
  readonly entities: Iterable<Entity>;
}
