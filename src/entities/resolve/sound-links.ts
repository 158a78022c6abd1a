import type { NameClusters, NameLink } from './clusters.js';
import { isLatin, romanised } from './name-key.js';
import type { Name, NameTable } from './name-table.js';
import { orderKeys, soundKey } from './person-names.js';

// A key of fewer consonants is shared by too many names.
const shortest = 5;

/**
 * Pairs of a Latin and another script's name that sound alike, where nothing else sounds so. Only ever a hint: one
 * transcription cannot tell names of one sound apart.
 */
export function soundLinks({ names }: NameTable, clusters: NameClusters): NameLink[] {
  const latin = new Map<string, Set<Name>>();
  const others: Name[] = [];
  for (const name of names.values()) {
    if (name.kind !== 'person') continue;
    if (!isLatin(name.key)) others.push(name);
    else
      for (const key of orderKeys(name.words))
        latin.set(soundKey(key), (latin.get(soundKey(key)) ?? new Set()).add(clusters.rootOf(name)));
  }
  return others
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((other) => {
      const key = soundKey(romanised(other.spellings.keys().next().value ?? ''));
      const [one, ...more] = key.length < shortest ? [] : [...(latin.get(key) ?? [])];
      if (one === undefined || more.length > 0 || clusters.rootOf(one) === clusters.rootOf(other)) return [];
      return [{ one, other, reason: 'sound alike in two scripts', articles: [] }];
    });
}
