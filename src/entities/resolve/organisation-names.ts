const small = new Set([
  'of',
  'the',
  'and',
  'for',
  'in',
  'on',
  'to',
  'a',
  'at',
  'de',
  'la',
  'et',
  'und',
  'der',
  'des',
  'du',
  'y',
]);
// What a business group is called with or without.
const corporate = new Set(['group', 'holdings', 'holding', '集团', '그룹']);

/** The acronyms that the words of a name make: with and without their small words. None of a single word. */
export function acronymsOf(words: readonly string[]): string[] {
  const big = words.filter((word) => !small.has(word));
  const letters = [big, words].map((kept) => kept.map((word) => word[0] ?? '').join(''));
  return [...new Set(letters)].filter((made) => made.length > 1);
}

/** Whether a name is written as an acronym: two to seven capitals, digits among them. */
export function looksAcronym(text: string): boolean {
  return /^(?:\p{Lu}\.?){2,7}$/u.test(text) || /^\p{Lu}[\p{Lu}\p{N}&]{1,6}$/u.test(text);
}

/** The shorter names by which a text may go on: the first word alone, without "Group", first words and last, middle left out. */
export function shortenings(words: readonly string[]): string[] {
  const made: string[] = [];
  const [first = ''] = words;
  if (words.length < 2) return [];
  if (!small.has(words[1] ?? '')) made.push(first);
  for (let end = words.length - 1; end > 0 && corporate.has(words[end] ?? ''); end--)
    made.push(words.slice(0, end).join(''));
  if (words.length > 2 && words.length <= 6 && !words.some((word) => small.has(word)))
    made.push(first + (words.at(-1) ?? ''));
  const tail = words.findIndex((word) => small.has(word));
  if (tail > 1) made.push(words.slice(0, tail).join(''));
  return [...new Set(made)];
}

/** Whether the words left out of `long` say only that it is a group. */
export function differsByCorporateWords(short: readonly string[], long: readonly string[]): boolean {
  return short.every((word, i) => word === long[i]) && long.slice(short.length).every((word) => corporate.has(word));
}
