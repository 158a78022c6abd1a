import type { NameClusters, NameLink } from './clusters.js';
import { isLatin, romanised } from './name-key.js';
import type { Name, NameTable } from './name-table.js';
import { shortenings } from './organisation-names.js';
import { orderKeys, soundKey } from './person-names.js';
import { createSetsByKey } from './sets-by-key.js';
import { consonants } from './sounds.js';

// A key of fewer consonants is shared by too many names.
const shortest = 5;

/** Pairs that may be one by their look alone, where nothing else looks so. Only ever a hint. */
export function weakLinks({ names }: NameTable, clusters: NameClusters): NameLink[] {
  const sorted = [...names.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return [...soundLinks(sorted, clusters), ...shorterLinks(sorted, names, clusters), ...vowelLinks(sorted, clusters)];
}

/** A Latin and another script's name that sound alike: one transcription cannot tell names of one sound apart. */
function soundLinks(sorted: readonly Name[], clusters: NameClusters): NameLink[] {
  const people = sorted.filter(({ kind }) => kind === 'person');
  const others = people.flatMap((other) => {
    const sound = isLatin(other.key) ? '' : soundKey(romanised(other.spellings[0]?.text ?? ''));
    return sound.length < shortest ? [] : [{ other, sound }];
  });
  const wanted = new Set(others.map(({ sound }) => sound));
  const latin = createSetsByKey<Name>();
  for (const name of wanted.size > 0 ? people : []) {
    if (!isLatin(name.key)) continue;
    for (const key of orderKeys(name.words).map(soundKey)) if (wanted.has(key)) latin.add(key, clusters.rootOf(name));
  }
  return others.flatMap(({ other, sound }) =>
    onlyOther(other, latin.get(sound), clusters, 'sound alike in two scripts'),
  );
}

/** "Haneul Seodang" and "Haneul Sodang": organisations whose names differ by vowels only. */
function vowelLinks(sorted: readonly Name[], clusters: NameClusters): NameLink[] {
  const sounds = createSetsByKey<Name>();
  for (const name of sorted) {
    if (name.kind !== 'organisation' || name.words.length < 2 || !isLatin(name.key)) continue;
    const sound = consonants(name.key);
    if (sound.length >= shortest) sounds.add(`${name.words[0]} ${sound}`, name);
  }
  return [...sounds.shared()].flatMap(([one, ...others]) =>
    one === undefined ? [] : onlyOther(one, new Set(others), clusters, 'differ by vowels only'),
  );
}

/** "Lark" and "Lark Daily", of different articles. */
function shorterLinks(sorted: readonly Name[], names: NameTable['names'], clusters: NameClusters): NameLink[] {
  const longer = createSetsByKey<Name>();
  for (const name of sorted) {
    if (name.kind !== 'organisation') continue;
    for (const form of shortenings(name.words)) {
      if (names.has(`organisation:${form}`)) longer.add(form, clusters.rootOf(name));
    }
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
