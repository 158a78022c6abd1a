import type { QuestionWord } from '../retrieval/question-words.js';

const DO = /\b(?:did|does|do)\s+/iu;

/** "What time did the state banquet start": the last word of the first run behind a form of "do" is its verb, no part of a name. */
function verbBehindDo(topic: string, words: readonly QuestionWord[]): number {
  const auxiliary = DO.exec(topic);
  if (auxiliary === null) return -1;
  const behind = topic.slice(auxiliary.index + auxiliary[0].length);
  const first = words.findIndex(({ surface }) => startsWord(behind, surface));
  if (first < 0) return -1;
  const next = words.findIndex(({ joined }, word) => word > first && !joined);
  return (next < 0 ? words.length : next) - 1;
}

/** Whether the word stands in the text as a word of its own. */
function startsWord(text: string, word: string): boolean {
  const at = text.indexOf(word);
  return at >= 0 && !/[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at));
}

/**
 * The weight of the most telling word that is left out of a pair of neighbours in the question whose other word is there
 * ("football match", of which only "match" is found); 0 where no pair is torn.
 */
export function tornWeight(topic: string, words: readonly QuestionWord[], isThere: (word: number) => boolean): number {
  const verb = verbBehindDo(topic, words);
  let most = 0;
  for (let word = 1; word < words.length; word++) {
    if (word === verb || words[word]?.joined !== true || isThere(word - 1) === isThere(word)) continue;
    const missing = isThere(word) ? word - 1 : word;
    most = Math.max(most, words[missing]?.weight ?? 0);
  }
  return most;
}
