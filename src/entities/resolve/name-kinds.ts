import type { EntityKind } from '../../domain/entity.js';
import type { Wording } from './kept-names.js';
import { nameKey, plainKey } from './name-key.js';
import type { EntityPins } from './pins.js';

/** What each wording names, by its number: what its mentions are read as, unless the corpus says otherwise or a pin does. */
export function decideKinds(wordings: readonly Wording[], pins: EntityPins): EntityKind[] {
  const pinned = new Map([...pins.kinds].map(([text, kind]) => [plainKey(text), kind]));
  const votes = createVotes();
  // A company is one with its legal form and without. Short forms count for bare surnames, which are read as places or
  // companies where no full name is near.
  const groups = wordings.map(({ text, kind, uses }) => votes.add(nameKey(text, 'organisation'), kind, uses));
  return wordings.map(({ text, kind, number }) => {
    const decided = pinned.size === 0 ? undefined : pinned.get(plainKey(text));
    return decided ?? likelyKind(kind, votes.of(groups[number] ?? 0));
  });
}

// In the order in which the first of equals is taken.
const kinds: readonly EntityKind[] = ['organisation', 'person', 'place'];

/** Counts of kinds by key: three numbers in a list for each, where a map of its own would take ten times as much. */
function createVotes() {
  const counts: number[] = [];
  const groups = new Map<string, number>();
  return {
    add(key: string, kind: EntityKind, uses: number): number {
      const group = groups.get(key) ?? groups.size;
      if (group === groups.size) {
        groups.set(key, group);
        counts.push(0, 0, 0);
      }
      const at = group * kinds.length + kinds.indexOf(kind);
      counts[at] = (counts[at] ?? 0) + uses;
      return group;
    },
    of: (group: number) => counts.slice(group * kinds.length, (group + 1) * kinds.length),
  };
}

// Up to a third of a name's mentions another kind is rather misread than a namesake.
const mostSlips = 1 / 3;

function likelyKind(kind: EntityKind, votes: readonly number[]): EntityKind {
  const all = votes.reduce((sum, count) => sum + count, 0);
  if ((votes[kinds.indexOf(kind)] ?? 0) > all * mostSlips) return kind;
  return kinds[votes.indexOf(Math.max(...votes))] ?? kind;
}
