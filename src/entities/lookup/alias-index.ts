import type { Entity, EntityCatalogue } from '../../domain/entity.js';
import { editDistance } from '../../retrieval/near-spellings.js';
import { foldName, isLatin, nameKey, romanised } from '../resolve/name-key.js';
import { orderKeys } from '../resolve/person-names.js';

/** A name under which an entity can be found, from one of its words on. */
interface Entry {
  /** The folded name from that word on, without blanks. */
  readonly key: string;
  /** Number of the entity. */
  readonly entity: number;
  readonly alias: string;
  /** Whether the key begins with the name's first word. */
  readonly whole: boolean;
}

/** An entity that fits what was typed, by which alias, and how well: the lower the better. */
export interface Fit {
  readonly entity: number;
  readonly alias: string;
  readonly rank: number;
}

/** Finds entities by their names. */
export interface AliasIndex {
  /** Entities one of whose aliases is the name, in whatever order of its words; by articles. */
  exact(name: string): number[];
  /** People with the word as first or last name, other entities whose name begins with it. */
  byPart(name: string): number[];
  /** Entities whose aliases begin, at some word, with what was typed or nearly so; one entry an entity, best first. */
  starting(typed: string, most: number): Fit[];
  /** Entities whose whole alias is at the least distance, at most two slips, from the name; none where it is too short. */
  near(name: string): number[];
  /** Entities with aliases that share most letter pairs with the name. */
  alike(name: string, most: number): number[];
}

// Two swapped letters break three pairs, any other slip two.
const pairsBroken = 3;
// Longer than any name; a longer line typed is cut rather than compared.
const longestKey = 80;
// Letter pairs of a key are looked at up to here: more of a name is seldom typed.
const pairsOfKey = 16;
// What is read and compared at most for one slip of typing: keeps it below 5 ms at 50,000 aliases.
const mostRead = 30_000;
const mostCompared = 250;
// Two letters begin thousands of names; what they bring is kept.
const remembersUpTo = 2;
const mostRemembered = 2_000;
// One slip in a short word, two in a long one: below that too many names are neighbours of too many others.
const shortestWithSlip = 4;
const shortestWithTwo = 8;

/** Builds the index; some 0.5 s for 75,000 aliases. */
export function createAliasIndex({ entities }: EntityCatalogue): AliasIndex {
  const { entries, wholes, parts } = readEntries(entities);
  const keys = entries.map(({ key }) => key);
  const pairs = pairIndex(entries);
  const byArticles = (a: number, b: number) =>
    (entities[b]?.articles.length ?? 0) - (entities[a]?.articles.length ?? 0) || a - b;
  const candidates = (key: string, slips: number) => pairs.likest(key, pairsBroken * slips).map(([i]) => i);
  const remembered = new Map<string, Fit[]>();
  return {
    exact: (name) => {
      const words = wordsOf(name);
      const turned = orderKeys(words).flatMap((key) =>
        [...(wholes.get(key) ?? [])].filter((number) => key === words.join('') || entities[number]?.kind === 'person'),
      );
      return [...new Set([...turned, ...(wholes.get(nameKey(name, 'organisation')) ?? [])])].sort(byArticles);
    },
    byPart: (name) => [...(parts.get(keyOf(name)) ?? [])].sort(byArticles),
    starting(typed, most) {
      const key = keyOf(typed);
      if (key === '') return [];
      const known = key.length <= remembersUpTo ? remembered.get(`${key} ${most}`) : undefined;
      if (known !== undefined) return known;
      const fits = new Map<number, Fit>();
      for (let i = lowerBound(keys, key); keys[i]?.startsWith(key) === true; i++) {
        const { entity, alias, whole, key: found } = entries[i] as Entry;
        keepBest(fits, { entity, alias, rank: found === key && whole ? 0 : whole ? 1 : 2 });
      }
      const slips = slipsOf(key);
      if (fits.size < most && slips > 0) {
        for (const i of candidates(key, slips)) {
          const { entity, alias, key: found } = entries[i] as Entry;
          const distance = prefixDistance(key, found, slips);
          if (distance > 0 && distance <= slips) keepBest(fits, { entity, alias, rank: 2 + distance });
        }
      }
      const best = [...fits.values()].sort((a, b) => a.rank - b.rank || byArticles(a.entity, b.entity)).slice(0, most);
      if (key.length <= remembersUpTo && remembered.size < mostRemembered) remembered.set(`${key} ${most}`, best);
      return best;
    },
    near(name) {
      const key = keyOf(name);
      let least = slipsOf(key);
      let found = new Set<number>();
      if (least === 0) return [];
      for (const i of candidates(key, least)) {
        const entry = entries[i] as Entry;
        const isPerson = entities[entry.entity]?.kind === 'person';
        // A misspelt surname names a person, a misspelt last word no organisation.
        if ((!entry.whole && !isPerson) || Math.abs(entry.key.length - key.length) > least) continue;
        const distance = editDistance(key, entry.key, least);
        if (distance > least) continue;
        if (distance < least) found = new Set();
        least = distance;
        found.add(entry.entity);
      }
      return [...found].sort(byArticles);
    },
    alike(name, most) {
      const key = keyOf(name);
      const counts = new Map<number, number>();
      for (const [i, shared] of pairs.likest(key, pairsOfKey)) {
        const entry = entries[i] as Entry;
        const likeness = (2 * shared) / (pairsOf(key).length + pairsOf(entry.key).length);
        if (likeness > (counts.get(entry.entity) ?? 0)) counts.set(entry.entity, likeness);
      }
      return [...counts]
        .filter(([, likeness]) => likeness >= leastLikeness)
        .sort(([a, m], [b, n]) => n - m || byArticles(a, b))
        .slice(0, most)
        .map(([entity]) => entity);
    },
  };
}

// Half of the letter pairs shared: below it names have little more than an ending in common.
const leastLikeness = 0.4;

function keepBest(fits: Map<number, Fit>, fit: Fit): void {
  const known = fits.get(fit.entity);
  if (known === undefined || fit.rank < known.rank) fits.set(fit.entity, fit);
}

function slipsOf(key: string): number {
  return key.length >= shortestWithTwo ? 2 : key.length >= shortestWithSlip ? 1 : 0;
}

function wordsOf(name: string): string[] {
  const words = foldName(name.slice(0, longestKey))
    .replace(/[\p{M}'’‘ʼ`´.·・‐‑‒–—\-­]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  return words.length > 1 && words[0] === 'the' ? words.slice(1) : words;
}

function keyOf(name: string): string {
  return wordsOf(name).join('');
}

function readEntries(entities: readonly Entity[]) {
  const entries: Entry[] = [];
  const wholes = new Map<string, Set<number>>();
  const parts = new Map<string, Set<number>>();
  const add = (map: Map<string, Set<number>>, key: string, entity: number) => {
    const known = map.get(key);
    if (known === undefined) map.set(key, new Set([entity]));
    else known.add(entity);
  };
  entities.forEach(({ aliases, kind, name }, entity) => {
    const seen = new Set<string>();
    for (const alias of new Set([name, ...aliases.map(({ text }) => text)])) {
      const words = wordsOf(alias);
      const key = words.join('');
      if (key === '' || seen.has(key)) continue;
      seen.add(key);
      add(wholes, key, entity);
      if (kind === 'organisation') add(wholes, nameKey(alias, kind), entity);
      for (const part of kind === 'person' ? [words[0], words.at(-1)] : [words[0]]) add(parts, part ?? '', entity);
      words.forEach((_, i) => void entries.push({ key: words.slice(i).join(''), entity, alias, whole: i === 0 }));
      if (!isLatin(alias)) entries.push({ key: romanised(alias), entity, alias, whole: false });
    }
  });
  entries.sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
  return { entries, wholes, parts };
}

function pairsOf(key: string): string[] {
  const cut = ` ${key.slice(0, pairsOfKey)}`;
  return Array.from({ length: cut.length - 1 }, (_, i) => cut.slice(i, i + 2));
}

/** Letter pair → the entries that have it among their first letters. */
function pairIndex(entries: readonly Entry[]) {
  const postings = new Map<string, number[]>();
  entries.forEach(({ key }, i) => {
    for (const pair of new Set(pairsOf(key))) {
      const known = postings.get(pair);
      if (known === undefined) postings.set(pair, [i]);
      else known.push(i);
    }
  });
  const counts = new Uint8Array(entries.length);
  /** The entries that share most of the key's pairs, all but `broken` of them at least, with the number shared. */
  const likest = (key: string, broken: number): [number, number][] => {
    const lists = [...new Set(pairsOf(key))]
      .map((pair) => postings.get(pair) ?? [])
      .sort((a, b) => a.length - b.length);
    const touched: number[] = [];
    let [read, used] = [0, 0];
    for (const list of lists) {
      // The rarest pairs tell most; the most common ones would be most of the work.
      if (used > 1 && read + list.length > mostRead) break;
      for (const i of list) {
        if (counts[i] === 0) touched.push(i);
        counts[i] = (counts[i] ?? 0) + 1;
      }
      read += list.length;
      used++;
    }
    const byCount = Array.from({ length: used + 1 }, (): number[] => []);
    for (const i of touched) {
      const count = counts[i] ?? 0;
      if (count >= used - broken) byCount[count]?.push(i);
      counts[i] = 0;
    }
    const found: [number, number][] = [];
    for (let count = byCount.length - 1; count > 0 && found.length < mostCompared; count--) {
      for (const i of (byCount[count] ?? []).slice(0, mostCompared - found.length)) found.push([i, count]);
    }
    return found;
  };
  return { likest };
}

/** The least distance of what was typed to a beginning of the key, by one table of distances for all beginnings. */
function prefixDistance(typed: string, key: string, most: number): number {
  const width = Math.min(key.length, typed.length + most);
  let before: number[] = [];
  let last = Array.from({ length: width + 1 }, (_, i) => i);
  for (let i = 1; i <= typed.length; i++) {
    const row = [i];
    for (let j = 1; j <= width; j++) {
      let cost = Math.min(
        (row[j - 1] ?? 0) + 1,
        (last[j] ?? 0) + 1,
        (last[j - 1] ?? 0) + Number(typed[i - 1] !== key[j - 1]),
      );
      const isSwap = i > 1 && j > 1 && typed[i - 1] === key[j - 2] && typed[i - 2] === key[j - 1];
      if (isSwap) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return Math.min(...last);
}

function lowerBound(keys: readonly string[], key: string): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
