import type { Entity } from '../../domain/entity.js';
import { nameParticles } from '../recognise/name-words.js';
import { foldName, isLatin, nameKey, romanised } from '../resolve/name-key.js';
import { asHeard } from './as-heard.js';

// Longer than any name; a longer line typed is cut rather than compared.
const longestKey = 80;

/** A name under which an entity can be found, from one of its words on. */
export interface Entry {
  /** The folded name from that word on, without blanks. */
  readonly key: string;
  /** Number of the entity. */
  readonly entity: number;
  readonly alias: string;
  /** Whether the key begins with the name's first word. */
  readonly whole: boolean;
}

/** The folded words of a name as typed, without a leading article. */
export function wordsOf(name: string): string[] {
  const words = foldName(name.slice(0, longestKey))
    .replace(/[\p{M}'’‘ʼ`´.·・‐‑‒–—\-­]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  return words.length > 1 && words[0] === 'the' ? words.slice(1) : words;
}

/** The folded name without blanks. */
export function keyOf(name: string): string {
  return wordsOf(name).join('');
}

/** What a person may be called for short: the first word, the last one, and with its particle a surname that has one ("van Dalen"). */
function personParts(words: readonly string[]): string[] {
  const particle = words.findIndex((word, at) => at > 0 && nameParticles.has(word));
  return [...words.slice(0, 1), ...words.slice(-1), ...(particle < 0 ? [] : [words.slice(particle).join('')])];
}

/** Whether a name as typed is a surname with a particle before it. */
export function beginsWithParticle(name: string): boolean {
  return nameParticles.has(wordsOf(name)[0] ?? '');
}

/** All entries in the order of their keys; whole names, what they sound like, and first and last words, with the numbers of their entities. */
export function readEntries(entities: readonly Entity[]) {
  const entries: Entry[] = [];
  const wholes = new Map<string, Set<number>>();
  const heard = new Map<string, Set<number>>();
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
      add(heard, asHeard(key), entity);
      if (kind === 'organisation') add(wholes, nameKey(alias, kind), entity);
      for (const part of kind === 'person' ? personParts(words) : words.slice(0, 1)) add(parts, part, entity);
      words.forEach((_, i) => void entries.push({ key: words.slice(i).join(''), entity, alias, whole: i === 0 }));
      if (!isLatin(alias)) entries.push({ key: romanised(alias), entity, alias, whole: false });
    }
  });
  entries.sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
  return { entries, wholes, heard, parts };
}
