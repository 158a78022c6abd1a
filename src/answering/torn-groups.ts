import type { QuestionWord } from '../retrieval/question-words.js';

/**
 * The weight of the most telling word that is left out of a pair of neighbours in the question whose other word is there
 * ("football match", of which only "match" is found); 0 where no pair is torn.
 */
export function tornWeight(words: readonly QuestionWord[], isThere: (word: number) => boolean): number {
  let most = 0;
  for (let word = 1; word < words.length; word++) {
    if (words[word]?.joined !== true || isThere(word - 1) === isThere(word)) continue;
    const missing = isThere(word) ? word - 1 : word;
    most = Math.max(most, words[missing]?.weight ?? 0);
  }
  return most;
}
