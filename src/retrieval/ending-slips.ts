import { stemOf } from './word-forms.js';

// Shorter words lie a letter away from many others, and have no ending to speak of.
const SHORTEST = 8;
// Longer than any word that is one.
const LONGEST = 40;
const MOST_FOUND = 3;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/**
 * The known terms of a lower-case word with one slip mended: a letter added, left out, exchanged or swapped with its neighbour. Terms
 * are stems, and a slip within an ending leaves another stem: `entertainmnet` is far from `entertain`. None for a short word or
 * one with other letters than a to z. Some 1 ms a word of 13 letters. At most three, as of near spellings.
 */
export function endingSlips(word: string, isKnown: (term: string) => boolean): string[] {
  if (word.length < SHORTEST || word.length > LONGEST || /[^a-z]/.test(word)) return [];
  const found = new Set<string>();
  for (const mended of withOneSlip(word)) {
    const term = stemOf(mended);
    if (isKnown(term)) found.add(term);
  }
  return [...found].slice(0, MOST_FOUND);
}

/** Every way to write a word with one letter otherwise; the first letter stays, as people hardly ever miss it. */
function* withOneSlip(word: string): Generator<string> {
  for (let at = 1; at <= word.length; at++) {
    const [before, behind] = [word.slice(0, at), word.slice(at)];
    if (behind.length > 1) yield `${before}${behind.charAt(1)}${behind.charAt(0)}${behind.slice(2)}`;
    if (behind !== '') yield before + behind.slice(1);
    for (const letter of LETTERS) {
      yield before + letter + behind;
      if (behind !== '') yield before + letter + behind.slice(1);
    }
  }
}
