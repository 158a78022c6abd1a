import { isFormOfSaying, isVerbOfSaying } from '../entities/speech/verb-of-saying.js';
import type { FoundName } from '../ports/name-finder.js';

// "Did Lee and Xi say" asks for the words of two, "critics of Xi" for others'.
const BETWEEN = String.raw`(?:the\s+)?(?:(?!(?:and|or|of|near|about|to|for|with|by|from|in|on)\b)[\p{L}'-]+\s+){0,2}$`;
const AUXILIARY_BEFORE = new RegExp(String.raw`\b(?<auxiliary>did|does|do|has|have|had)\s+${BETWEEN}`, 'iu');
const ACCORDING_BEFORE = new RegExp(String.raw`\baccording to\s+${BETWEEN}`, 'iu');
const NEXT_WORDS = /^(?:\s+[\p{L}-]+){1,2}/u;

/** Whose words a question asks for, and the verb of saying it asks with, where it has one. */
export interface AskedName extends FoundName {
  readonly verb: string | undefined;
}

/**
 * Whose words a question asks for: the name between an auxiliary and a verb of saying ("What did Mara Quill say about the
 * bridge?"), or behind "according to"; `undefined` where it asks for something else. People only: a country promises
 * without anybody saying so. English only.
 */
export function askedSpeaker(question: string, names: readonly FoundName[]): AskedName | undefined {
  for (const name of names) {
    if (name.kind !== 'person') continue;
    const before = question.slice(0, name.start);
    if (ACCORDING_BEFORE.test(before)) return { ...name, verb: undefined };
    const verb = verbAsked(AUXILIARY_BEFORE.exec(before)?.groups?.auxiliary, question.slice(name.end));
    if (verb !== undefined) return { ...name, verb };
  }
  return undefined;
}

/** The verb of saying that follows a name after such an auxiliary. */
function verbAsked(auxiliary: string | undefined, behind: string): string | undefined {
  if (auxiliary === undefined) return undefined;
  const isSaying = /^ha/i.test(auxiliary) ? isFormOfSaying : isVerbOfSaying;
  const [first = '', second = ''] = NEXT_WORDS.exec(behind)?.[0].trim().split(/\s+/) ?? [];
  if (isSaying(first)) return first;
  // One adverb may stand between: "did she publicly promise".
  return /ly$/.test(first) && isSaying(second) ? second : undefined;
}
