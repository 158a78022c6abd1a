import type { NameClusters, NameLink } from './clusters.js';
import { isLatin, romanised } from './name-key.js';
import { addTo, type Name, type NameTable } from './name-table.js';
import { shortenings } from './organisation-names.js';
import { orderKeys, soundKey } from './person-names.js';
import { consonants } from './sounds.js';

// A key of fewer consonants is shared by too many names.
const shortest = 5;

/** Pairs that may be one by their look alone, where nothing else looks so. Only ever a hint. */
export function weakLinks({ names }: NameTable, clusters: NameClusters): NameLink[] {
  const sorted = [...names.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return [...soundLinks(sorted, clusters), ...shorterLinks(sorted, clusters), ...vowelLinks(sorted, clusters)];
}

/** A Latin and another script's name that sound alike: one transcription cannot tell names of one sound apart. */
function soundLinks(sorted: readonly Name[], clusters: NameClusters): NameLink[] {
  const latin = new Map<string, Set<Name>>();
  for (const name of sorted) {
    if (name.kind !== 'person' || !isLatin(name.key)) continue;
    for (const key of orderKeys(name.words)) addTo(latin, soundKey(key), clusters.rootOf(name));
  }
  return sorted.flatMap((other) => {
    if (other.kind !== 'person' || isLatin(other.key)) return [];
    const key = soundKey(romanised(other.spellings.keys().next().value ?? ''));
    return key.length < shortest ? [] : onlyOther(other, latin.get(key), clusters, 'sound alike in two scripts');
  });
}

/** "Haneul Seodang" and "Haneul Sodang": organisations whose names differ by vowels only. */
function vowelLinks(sorted: readonly Name[], clusters: NameClusters): NameLink[] {
  const sounds = new Map<string, Name[]>();
  for (const name of sorted) {
    if (name.kind !== 'organisation' || name.words.length < 2 || !isLatin(name.key)) continue;
    const sound = consonants(name.key);
    if (sound.length >= shortest)
      sounds.set(`${name.words[0]} ${sound}`, [...(sounds.get(`${name.words[0]} ${sound}`) ?? []), name]);
  }
  return [...sounds.values()].flatMap(([one, ...others]) =>
    one === undefined || others.length === 0 ? [] : onlyOther(one, new Set(others), clusters, 'differ by vowels only'),
  );
}

/** "Lark" and "Lark Daily", of different articles. */
function shorterLinks(sorted: readonly Name[], clusters: NameClusters): NameLink[] {
  const longer = new Map<string, Set<Name>>();
  for (const name of sorted) {
    if (name.kind !== 'organisation') continue;
    for (const form of shortenings(name.words)) addTo(longer, form, clusters.rootOf(name));
  }
  return sorted.flatMap((other) =>
    other.kind !== 'organisation'
      ? []
      : onlyOther(other, longer.get(other.key), clusters, 'one may be short for the other'),
  );
}

function onlyOther(
  other: Name,
  found: ReadonlySet<Name> | undefined,
  clusters: NameClusters,
  reason: string,
): NameLink[] {
  const [one, ...more] = [...(found ?? [])];
  if (one === undefined || more.length > 0 || clusters.rootOf(one) === clusters.rootOf(other)) return [];
  return [{ one, other, reason, articles: [] }];
}
