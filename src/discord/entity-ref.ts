import { createHash } from 'node:crypto';
import { type EntityId, entityId } from '../domain/entity.js';
import type { EntityDirectory } from '../ports/dateline.js';
import { beginning } from './render/fit.js';

const whole = '=';
const shortened = '~';
// 48 bits: among 100,000 entities two share them once in 60,000 corpora.
const hashLength = 8;

/** The least room a reference needs: a mark, a hash, and enough of the id to look it up by. */
export const leastRef = 1 + hashLength + 20;

/** An entity id as part of a custom id, in at most `room` characters (`leastRef` or more): whole, or its hash and beginning. */
export function entityRef(id: EntityId, room: number): string {
  if (id.length < room) return `${whole}${id}`;
  return `${shortened}${hashOf(id)}${beginning(id, room - 1 - hashLength)}`;
}

/** The id a reference stands for; `undefined` where it was shortened and no entity found by its beginning is the one. */
export async function resolveEntityRef(ref: string, directory: EntityDirectory): Promise<EntityId | undefined> {
  if (ref.startsWith(whole)) return entityId(ref.slice(whole.length));
  const hash = ref.slice(shortened.length, shortened.length + hashLength);
  // An id is the name in lower case with hyphens: with blanks again, its beginning is what one would type.
  const typed = ref.slice(shortened.length + hashLength).replaceAll('-', ' ');
  const offered = await directory.suggestEntities(typed);
  return offered.find(({ id }) => hashOf(id) === hash)?.id;
}

function hashOf(id: EntityId): string {
  return createHash('sha256').update(id).digest('base64url').slice(0, hashLength);
}
