import type { EntityKind } from '../../domain/entity.js';
import { easternSurnames, nameParticles, placeHeads, placeOpeners } from './name-words.js';
import type { Votes } from './reading.js';

/** By which short forms a full name is called, and how surely. */
export function partsOf(words: readonly string[], kind: EntityKind): [string, Partial<Votes>][] {
  if (words.length < 2 || words.length > 6) return [];
  const [first, last] = [words[0] ?? '', words.at(-1) ?? ''];
  if (kind === 'place') return placeParts(words);
  if (kind === 'organisation') return words.length < 5 ? [[first, { organisation: 2 }], ...headless(words)] : [];
  if (easternSurnames.has(first) && !easternSurnames.has(last)) {
    return [
      [first, { person: 4 }],
      [last, { person: 2 }],
    ];
  }
  const family = words.findIndex((word, at) => at > 0 && nameParticles.has(word.toLowerCase()));
  const withParticle: [string, Partial<Votes>][] = family > 0 ? [[words.slice(family).join(' '), { person: 4 }]] : [];
  return [[last.replace(/^\p{Lu}\.(?=\p{L})/u, ''), { person: 4 }], [first, { person: 2 }], ...withParticle];
}

/** "Great Hall" of "Great Hall of the People", "Larkheim" of "Larkheim State Guesthouse"; never "South" or "Lake". */
function placeParts(words: readonly string[]): [string, Partial<Votes>][] {
  const joint = words.indexOf('of');
  if (joint > 1) return [[words.slice(0, joint).join(' '), { place: 3 }]];
  const [first, last] = [words[0] ?? '', words.at(-1)?.toLowerCase() ?? ''];
  return placeHeads.has(last) && !placeOpeners.has(first.toLowerCase()) && joint === -1 ? [[first, { place: 2 }]] : [];
}

/** "Douglas & Lomason" of "Douglas & Lomason Co". */
function headless(words: readonly string[]): [string, Partial<Votes>][] {
  return words.length > 2 ? [[words.slice(0, -1).join(' '), { organisation: 2 }]] : [];
}
