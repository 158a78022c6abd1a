import { MONTH } from '../retrieval/calendar-days.js';
import { tokenize } from '../retrieval/tokenize.js';

const HOW_MANY =
  /\bhow (?:many|much) (?!per ?cent|(?:did|does|do|is|was|were|will|would|has|have|had|can|could|should)\b)((?:[\p{L}-]+ ){0,2}[\p{L}-]+)/iu;
// A number and the words after it, until a comma or stop parts them: "more than 200 Korean business leaders".
const NUMBER_AND_NEXT =
  /(?:\p{Nd}[\p{Nd}.,]*|\b(?:no|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|dozens?|hundreds?|thousands?|[mb]illions?|half|both|several|pair)\b)(?<next>(?:[ -]+[\p{L}\p{M}\p{N}$€'’()%-]+){1,5})/giu;
// "January 7" is a day, whatever comes after it.
const MONTH_BEFORE = new RegExp(String.raw`\b${MONTH} $`, 'i');
const LONGEST_MONTH_CHARS = 11;

/** The terms of what a question asks the number of ("how many submarines"); `undefined` where it asks for none. */
export function countedNouns(question: string): ReadonlySet<string> | undefined {
  const counted = HOW_MANY.exec(question)?.[1];
  if (counted === undefined) return undefined;
  // "How many attended the forum": what comes before the first function word is counted.
  const words = tokenize(counted);
  const end = words.findIndex(({ stop }) => stop);
  const nouns = new Set((end < 0 ? words : words.slice(0, end)).map(({ term }) => term));
  return nouns.size === 0 ? undefined : nouns;
}

/** Whether a number stands before one of the nouns in one of the sentences; true where there are none. */
export function countsNouns(nouns: ReadonlySet<string> | undefined, sentences: readonly string[]): boolean {
  if (nouns === undefined) return true;
  return sentences.some((sentence) =>
    [...sentence.matchAll(NUMBER_AND_NEXT)].some(({ index, groups }) => {
      const before = sentence.slice(Math.max(0, index - LONGEST_MONTH_CHARS), index);
      return !MONTH_BEFORE.test(before) && tokenize(groups?.next ?? '').some(({ term }) => nouns.has(term));
    }),
  );
}
