import type { NameLink } from './clusters.js';
import { pairKey } from './clusters.js';
import type { Name, NameTable } from './name-table.js';
import { roleSetsOf } from './name-table.js';
import {
  initialsAgree,
  isSpellingVariant,
  longEnough,
  soundKey,
  surnameReadings,
  transcribedAs,
} from './person-names.js';
import { isSameOffice } from './role-words.js';
import { createSetsByKey } from './sets-by-key.js';
import { ascending } from './told-links.js';

/** Pairs whose names may be spellings of one: with a shared office to say so, and without. */
export interface RoleLinks {
  readonly strong: readonly NameLink[];
  readonly weak: readonly NameLink[];
}

// An office changes hands: two holders of it a month apart may be two people.
const sameDays = 31;
// A block holds the names of one surname and one initial. Checking every pair of a larger one would take too long, and
// among so many bearers a likeness says nothing.
const largestBlock = 200;

/**
 * People of one surname whose given names agree by initials ("Jo Y. Park", "Park Jo-yun"), or whose names differ by one
 * romanisation. `days`: day number of each article, where known.
 */
export function roleLinks({ names }: NameTable, days: readonly (number | undefined)[]): RoleLinks {
  const strong = new Map<string, NameLink>();
  const weak = new Map<string, NameLink>();
  for (const block of blocksOf([...names.values()].filter(({ kind }) => kind === 'person'))) {
    for (const [i, one] of block.entries()) {
      for (const other of block.slice(i + 1)) {
        const key = pairKey(one, other);
        if (one === other || strong.has(key) || weak.has(key)) continue;
        const reason = likeness(one, other);
        if (reason === undefined) continue;
        const shared = sharedOffice(one, other, days);
        const found = {
          one,
          other,
          reason: shared === undefined ? reason : `${reason}, in the same office`,
          articles: shared ?? [],
        };
        (shared === undefined ? weak : strong).set(key, found);
      }
    }
  }
  return { strong: [...strong.values()], weak: [...weak.values()] };
}

function likeness(one: Name, other: Name): string | undefined {
  if (isSpellingVariant(one.words, other.words)) return 'spellings of one name';
  return initialsAgree(one, other) ? 'one surname and the same initials' : undefined;
}

function sharedOffice(one: Name, other: Name, days: readonly (number | undefined)[]): number[] | undefined {
  const others = roleSetsOf(other);
  for (const own of roleSetsOf(one)) {
    for (const role of others) {
      if (!isSameOffice(own.words, role.words)) continue;
      const pair = nearArticles(own.articles, role.articles, days);
      if (pair !== undefined) return ascending(new Set(pair));
    }
  }
  return undefined;
}

/** One article of each that came out in the same days; articles without a day are taken for such. */
function nearArticles(a: readonly number[], b: readonly number[], days: readonly (number | undefined)[]) {
  const byDay = (one: number, other: number) => (days[one] ?? -1) - (days[other] ?? -1);
  const [own, others] = [[...a].sort(byDay), [...b].sort(byDay)];
  let next = 0;
  for (const one of own) {
    for (const other of others.slice(next)) {
      const apart = (days[other] ?? 0) - (days[one] ?? 0);
      if (days[one] === undefined || days[other] === undefined || Math.abs(apart) <= sameDays)
        return [one, other] as const;
      if (apart > 0) break;
      next++;
    }
  }
  return undefined;
}

/** Names that may be alike: the same but for the sound of one part, or of one surname and one initial. */
function blocksOf(people: readonly Name[]): Name[][] {
  const spelled = createSetsByKey<Name>();
  const initials = createSetsByKey<Name>();
  for (const person of people) {
    for (const { surname, given } of surnameReadings(person.words)) {
      const whole = given.join('');
      const [family, own] = [transcribedAs(surname), transcribedAs(whole)];
      spelled.add(`${surname} ${soundKey(own)}`, person);
      spelled.add(`${soundKey(family)}  ${whole}`, person);
      if (whole.length >= longEnough) spelled.add(`${family}   ${own}`, person);
      initials.add(`${surname} ${whole[0]}`, person);
    }
  }
  const withInitial = [...initials.shared()].filter((block) => [...block].some(({ words }) => words.some(isInitial)));
  return [...spelled.shared(), ...withInitial]
    .filter(({ size }) => size <= largestBlock)
    .map((block) => [...block].sort(byId));
}

function isInitial(word: string): boolean {
  return word.length === 1;
}

function byId(one: Name, other: Name): number {
  return one.id < other.id ? -1 : 1;
}
