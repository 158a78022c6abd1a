import type { Entity } from '../domain/entity.js';
import { nameKey } from '../entities/resolve/name-key.js';
import type { JudgedEntity } from './entity-set.js';

/** A judged entity and those of its aliases that stand in a body. */
export type Measured = JudgedEntity & { readonly inBodies: readonly string[] };
/** Folded alias → the entities that have it. */
export type AliasIndex = ReadonlyMap<string, readonly { readonly entity: Entity; readonly articles: number }[]>;
/** A judged entity and what was found for it. */
export interface Match {
  readonly judged: Measured;
  readonly entity: Entity | undefined;
}

/** What equal names share here. */
export const keyOf = (name: string) => nameKey(name, 'place');
