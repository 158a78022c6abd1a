import { JOINED } from './tokenize.js';

/** Finds the terms of a vocabulary that a misspelt word may mean. */
export interface NearSpellings {
  /** The terms at the least distance from the word, at most three, with that distance; none where all are too far. */
  find(word: string): readonly { readonly term: string; readonly distance: number }[];
}

// One slip in a short word, two in a long one: below that too many words are neighbours of too many others.
const SHORTEST = 4;
const LONG = 6;
const MOST_FOUND = 3;

/** Looks at all terms, but only at their letters: a word two slips away shares all but four of them. */
export function createNearSpellings(terms: readonly string[]): NearSpellings {
  const letters = Uint32Array.from(terms, letterSet);
  return {
    find(word) {
      // The mark of a name of two words is no letter: it is neither mistyped nor counted.
      const marked = word.startsWith(JOINED);
      const length = word.length - Number(marked);
      if (length < SHORTEST) return [];
      const most = length < LONG ? 1 : 2;
      const own = letterSet(word);
      let best: { term: string; distance: number }[] = [];
      let least = most;
      for (let i = 0; i < terms.length; i++) {
        if (bitCount((letters[i] as number) ^ own) > 2 * least) continue;
        const term = terms[i] as string;
        if (term.startsWith(JOINED) !== marked) continue;
        if (Math.abs(term.length - word.length) > least || term.length - Number(marked) < SHORTEST) continue;
        const distance = editDistance(word, term, least);
        if (distance > least) continue;
        if (distance < least) best = [];
        least = distance;
        best.push({ term, distance });
      }
      return best.slice(0, MOST_FOUND);
    },
  };
}

/** A bit for each letter a to z, one for everything else. */
function letterSet(word: string): number {
  let set = 0;
  for (let i = 0; i < word.length; i++) {
    const letter = word.charCodeAt(i) - 97;
    set |= letter >= 0 && letter < 26 ? 1 << letter : 1 << 26;
  }
  return set >>> 0;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Edits that turn one word into the other, two swapped neighbours counting as one (optimal string alignment). */
export function editDistance(a: string, b: string, most: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return least;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
