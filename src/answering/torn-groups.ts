import type { QuestionWord } from '../retrieval/question-words.js';
import { tokenize } from '../retrieval/tokenize.js';

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

const ARTICLE = /^(?:the|an?)\s+/iu;
// Function words are known in English only: elsewhere a question without any is still a question.
const ASKS_OTHERWISE = /[^\x00-\u00ff]|\?\s*$/u;

/** Whether a question is nothing but neighbours: no verb asks and no function word parts them. */
export function isOneGroup(topic: string, words: readonly QuestionWord[]): boolean {
  if (ASKS_OTHERWISE.test(topic)) return false;
  const bare = tokenize(topic.replace(ARTICLE, ''));
  return bare.every(({ stop }) => !stop) && words.slice(1).every(({ joined }) => joined);
}
