// Words of so many letters at most: what is longer is no word that comes again.
const MAX_WORD_CHARS = 40;
// More than the different words of a few thousand articles' everyday vocabulary; some megabytes.
const MOST_WORDS = 50_000;

/** The same function of a word, remembering what it gave: news repeats its words. */
export function remembering<T>(compute: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined) return found;
    const made = compute(word);
    if (word.length <= MAX_WORD_CHARS) {
      if (known.size >= MOST_WORDS) known.clear();
      // Built anew: a slice would keep the whole article it was cut from in memory.
      known.set(word.split('').join(''), made);
    }
    return made;
  };
}
