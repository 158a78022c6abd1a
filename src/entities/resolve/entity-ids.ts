import anyAscii from 'any-ascii';
import { type EntityId, type EntityKind, entityId } from '../../domain/entity.js';

// Discord takes 100 characters for a button's id, and the page it opens needs some of them.
const longest = 60;

/** Gives each entity its id, in the order they come: a name taken gets its kind behind it, then a number. */
export function createIdGiver(): (name: string, kind: EntityKind) => EntityId {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return (name, kind) => {
    const slug = slugOf(name) || kind;
    let id = slug;
    if (taken.has(id)) id = `${slug}-${kind}`;
    for (let count = counts.get(slug) ?? 2; taken.has(id); count++) {
      id = `${slug}-${count}`;
      counts.set(slug, count + 1);
    }
    taken.add(id);
    return entityId(id);
  };
}

function slugOf(name: string): string {
  const ascii = anyAscii(name.normalize('NFKC')).toLowerCase().replace(/['.]/g, '');
  return ascii
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '');
}
