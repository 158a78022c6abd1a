import type { EntityCatalogue } from '../../domain/entity.js';
import { editDistance } from '../../retrieval/near-spellings.js';
import { nameKey } from '../resolve/name-key.js';
import { orderKeys } from '../resolve/person-names.js';
import { type Entry, keyOf, readEntries, wordsOf } from './alias-entries.js';
import { asHeard } from './as-heard.js';
import { createPairIndex, pairsOf, pairsOfKey } from './letter-pairs.js';
import { prefixDistance } from './prefix-distance.js';

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
  /**
   * Entities whose whole alias is at the least distance, at most two slips, from the name, or else sounds as it does; none
   * where it is too short.
   */
  near(name: string): number[];
  /** Entities with aliases that share most letter pairs with the name. */
  alike(name: string, most: number): number[];
}

// Two swapped letters break three pairs, any other slip two.
const pairsBroken = 3;
// Two letters begin thousands of names; what they bring is kept.
const remembersUpTo = 2;
const mostRemembered = 2_000;
// One slip in a short word, two in a long one: below that too many names are neighbours of too many others.
const shortestWithSlip = 4;
const shortestWithTwo = 8;

/** Builds the index; some 0.5 s for 75,000 aliases. */
export function createAliasIndex({ entities }: EntityCatalogue): AliasIndex {
  const { entries, wholes, heard, parts } = readEntries(entities);
  const keys = entries.map(({ key }) => key);
  const pairs = createPairIndex(entries);
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
      if (found.size === 0) return [...(heard.get(asHeard(key)) ?? [])].sort(byArticles);
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

// Two letter pairs of five shared: below it names have little more than an ending in common.
const leastLikeness = 0.4;

function keepBest(fits: Map<number, Fit>, fit: Fit): void {
  const known = fits.get(fit.entity);
  if (known === undefined || fit.rank < known.rank) fits.set(fit.entity, fit);
}

function slipsOf(key: string): number {
  return key.length >= shortestWithTwo ? 2 : key.length >= shortestWithSlip ? 1 : 0;
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
