import type { NameLink } from './clusters.js';
import { pairKey } from './clusters.js';
import { nameKey, plainKey } from './name-key.js';
import type { Name, NameTable } from './name-table.js';
import type { EntityPins } from './pins.js';

const reasons = {
  script: 'written side by side in two scripts',
  acronym: 'one is introduced as short for the other',
  'also-called': 'the text says that both are one',
} as const;

/** What one way of telling says of a pair of names. */
export interface ToldLinks {
  /** Full names that the texts call one. */
  readonly full: readonly NameLink[];
  /** Acronyms and what they stand for; `one` is the longer name. */
  readonly acronyms: readonly NameLink[];
  /** Names in another script that stand for a surname ("브란트" for "Brandt"), with the surname's key. */
  readonly surnames: ReadonlyMap<Name, string>;
}

/** The pairs that the articles themselves call one, those of most articles first. */
export function toldLinks({ articles }: NameTable): ToldLinks {
  const full = new Map<string, Told>();
  const acronyms = new Map<string, Told>();
  const surnames = new Map<Name, string>();
  for (const { article, asOne, nameOf, mentions: all } of articles) {
    for (const { mentions, how } of asOne) {
      const [a, b] = mentions.map((index) => nameOf(index));
      const short = all.wording(mentions[0]);
      if (how === 'script' && a === undefined && b?.kind === 'person' && short.form === 'short')
        surnames.set(b, nameKey(short.text, 'person'));
      if (a === undefined || b === undefined || a === b || a.kind !== b.kind) continue;
      const [one, other] = how === 'acronym' ? longerFirst(a, b) : byId(a, b);
      const links = how === 'acronym' ? acronyms : full;
      const key = pairKey(one, other);
      const told = links.get(key) ?? { one, other, how, articles: new Set() };
      told.articles.add(article);
      links.set(key, told);
    }
  }
  return { full: inOrder(full), acronyms: inOrder(acronyms), surnames };
}

/** The pairs that people have decided to be one. */
export function pinnedLinks({ names }: NameTable, { same }: EntityPins): NameLink[] {
  const byKey = new Map<string, Name[]>();
  for (const name of names.values()) {
    for (const key of new Set([...name.spellings].map(({ text }) => plainKey(text))))
      byKey.set(key, [...(byKey.get(key) ?? []), name]);
  }
  return same.flatMap((group) => {
    const known = group.flatMap((text) => byKey.get(plainKey(text)) ?? []);
    const [one] = known;
    if (one === undefined) return [];
    const reason = 'a reviewed decision';
    return known.slice(1).map((other) => ({ one, other, reason, articles: [] }));
  });
}

interface Told {
  readonly one: Name;
  readonly other: Name;
  readonly how: keyof typeof reasons;
  readonly articles: Set<number>;
}

function inOrder(told: ReadonlyMap<string, Told>): NameLink[] {
  return [...told]
    .sort(([key, a], [otherKey, b]) => b.articles.size - a.articles.size || (key < otherKey ? -1 : 1))
    .map(([, { one, other, how, articles }]) => ({ one, other, reason: reasons[how], articles: ascending(articles) }));
}

function byId(a: Name, b: Name): readonly [Name, Name] {
  return a.id < b.id ? [a, b] : [b, a];
}

function longerFirst(a: Name, b: Name): readonly [Name, Name] {
  return a.key.length > b.key.length || (a.key.length === b.key.length && a.id < b.id) ? [a, b] : [b, a];
}

/** Article numbers in order. */
export function ascending(numbers: Iterable<number>): number[] {
  return [...numbers].sort((a, b) => a - b);
}
