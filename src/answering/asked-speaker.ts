import { isVerbOfSaying } from '../entities/speech/verb-of-saying.js';
import type { FoundName } from '../ports/name-finder.js';

// "Did Lee and Xi say" asks for the words of two: whose they are nobody attributes.
const AUXILIARY_BEFORE = /\b(?:did|does|do|has|have|had)\s+(?:the\s+)?(?:(?!and\b)[\p{L}'-]+\s+){0,2}$/iu;
const NEXT_WORDS = /^(?:['’]s)?(?:\s+[\p{L}-]+){1,2}/u;

/**
 * Whose words a question asks for ("What did Mara Quill say about the bridge?"): the name between an auxiliary and a verb
 * of saying; `undefined` where it asks for something else. English only.
 */
export function askedSpeaker(question: string, names: readonly FoundName[]): number | undefined {
  return names.find(({ start, end }) => {
    if (!AUXILIARY_BEFORE.test(question.slice(0, start))) return false;
    const next = NEXT_WORDS.exec(question.slice(end))?.[0].trim().split(/\s+/) ?? [];
    // One adverb may stand between: "did she publicly promise".
    return isVerbOfSaying(next[0] ?? '') || (/ly$/.test(next[0] ?? '') && isVerbOfSaying(next[1] ?? ''));
  })?.entity;
}
