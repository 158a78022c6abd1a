import { tokenize } from '../retrieval/tokenize.js';

const HOW_MANY = /\bhow (?:many|much) ((?:[\p{L}-]+ ){0,2}[\p{L}-]+)/iu;
const NUMBER_TERM =
  /^(?:\p{Nd}.*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelv|dozen|hundr|thousand|million|billion|half)$/u;
// "more than 200 Korean business leaders": so many words may stand between a number and what it counts.
const REACH = 4;

/**
 * Whether a question that counts something ("how many submarines") finds a number before that very word in one of the
 * sentences. True for every other question.
 */
export function countsWhatIsAsked(question: string, sentences: readonly string[]): boolean {
  const counted = HOW_MANY.exec(question)?.[1];
  if (counted === undefined) return true;
  const nouns = new Set(tokenize(counted).map(({ term }) => term));
  return sentences.some((sentence) => {
    const terms = tokenize(sentence).flatMap(({ term, primary }) => (primary ? [term] : []));
    return terms.some(
      (term, i) => NUMBER_TERM.test(term) && terms.slice(i + 1, i + 1 + REACH).some((next) => nouns.has(next)),
    );
  });
}
