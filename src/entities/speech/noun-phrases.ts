import {
  beForms,
  betweenWords,
  clauseOpeners,
  determiners,
  nestingWords,
  organisationNouns,
  prepositions,
  pronouns,
  roleNouns,
  sayingVerbs,
  titleWords,
} from './english-words.js';
import type { Subject } from './speech-act.js';
import type { Word } from './words.js';

/** Somebody who could not be found. */
export const unknown: Subject = { kind: 'unknown' };
/** Words of a title around a name; "United Nations Under-Secretary-General for Humanitarian Affairs" has six. */
export const maxTitleWords = 12;
const maxRoleWords = 6;

/** A subject and the index of the first word of its noun phrase, titles included. */
export interface FoundSubject {
  readonly subject: Subject;
  readonly from: number;
}

/** The noun phrase that ends with the word at `last`, as the subject of a verb behind it. */
export function phraseEndingAt(words: readonly Word[], last: number): FoundSubject {
  const word = words[last];
  if (word === undefined) return { subject: unknown, from: last };
  if (word.mention !== undefined) return namedPhrase(words, last, word.mention);
  if (pronouns.has(word.lower)) return { subject: pronounOf(word), from: last };
  return rolePhrase(words, last);
}

/** A pronoun as a subject. */
export function pronounOf({ start, end, lower }: Word): Subject {
  return { kind: 'pronoun', text: lower, start, end };
}

function namedPhrase(words: readonly Word[], last: number, mention: number): FoundSubject {
  const from = titleStart(words, last);
  const before = words[from - 1];
  if (before === undefined || !prepositions.has(before.lower)) {
    return { subject: { kind: 'mention', mention, introduced: false }, from };
  }
  // "Emmanuel Macron of France said": the head of the phrase stands before the preposition.
  const head = words[from - 2];
  if (/^(?:of|from|at)$/.test(before.lower) && head?.mention !== undefined) {
    const start = titleStart(words, from - 2);
    return { subject: { kind: 'mention', mention: head.mention, introduced: false }, from: start };
  }
  return { subject: unknown, from };
}

/** Back over "the Chinese vice premier", "Harbour Bank analyst", "Minister of Health". */
function titleStart(words: readonly Word[], name: number): number {
  let from = name;
  while (from > 0 && name - from < maxTitleWords) {
    const word = words[from - 1];
    if (word === undefined || word.quoted || word.kind === 'mark') break;
    if (isTitleWord(words, from - 1) || modifiesRole(words, from - 1, name)) from--;
    else if (/^(?:of|and|for)$/.test(word.lower) && from < name && isTitled(words, from - 2)) from -= 2;
    else break;
  }
  return from > 0 && determiners.has(words[from - 1]?.lower ?? '') ? from - 1 : from;
}

/** Common words between a calling and what it is of: "state emergency management director". */
export const maxModifiers = 3;

/** "observatory" of "observatory director X": a common word with nothing but its like between it and the role. */
function modifiesRole(words: readonly Word[], at: number, name: number): boolean {
  if (!isCommonWord(words[at])) return false;
  for (let next = at + 1; next <= Math.min(name - 1, at + maxModifiers); next++) {
    if (roleNouns.has(words[next]?.lower ?? '')) return true;
    if (!isCommonWord(words[next])) return false;
  }
  return false;
}

/** Whether a word is neither name nor function word nor a verb of saying: a noun or adjective, mostly. */
export function isCommonWord(word: Word | undefined): boolean {
  if (word === undefined || word.kind === 'mark' || word.quoted || word.mention !== undefined) return false;
  const { lower } = word;
  if (sayingVerbs.has(lower) || betweenWords.has(lower) || beForms.has(lower) || lower.length < 3) return false;
  return !(isFunctionWord(lower) || /ly$|^['’]/.test(lower));
}

function isFunctionWord(lower: string): boolean {
  return prepositions.has(lower) || determiners.has(lower) || clauseOpeners.has(lower) || nestingWords.has(lower);
}

/** Whether the word is a calling, small letters or not. */
export function isTitled(words: readonly Word[], at: number): boolean {
  return words[at]?.mention === undefined && roleNouns.has(words[at]?.lower ?? '');
}

/** Whether a word may be part of a title before a name: capitalised, a calling, or one of the words of titles. */
export function isTitleWord(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word === undefined || prepositions.has(word.lower)) return false;
  if (clauseOpeners.has(word.lower) || nestingWords.has(word.lower) || determiners.has(word.lower)) return false;
  if (roleNouns.has(word.lower) || titleWords.has(word.lower) || word.text === "'s" || word.text === '’s') return true;
  if (word.mention !== undefined) return words[at + 1]?.kind === 'word';
  return /^\p{Lu}/u.test(word.text);
}

/** "the Chinese president", "the ministry"; with any other article, or none, it may be anybody. */
export function rolePhrase(words: readonly Word[], last: number): FoundSubject {
  const noun = words[last];
  let from = last;
  while (from > 0 && last - from < maxRoleWords && isPhraseWord(words[from - 1])) from--;
  const article = words[from - 1];
  if (article?.lower !== 'the')
    return { subject: unknown, from: article === undefined ? from : nounStart(words, from) };
  const isKnown = noun !== undefined && (roleNouns.has(noun.lower) || organisationNouns.has(noun.lower));
  if (!isKnown) return { subject: unknown, from: from - 1 };
  const phrase = words.slice(from, last + 1).flatMap(({ lower }) => lower.split(' '));
  return { subject: { kind: 'role', words: phrase, start: article.start, end: noun.end }, from: from - 1 };
}

function nounStart(words: readonly Word[], from: number): number {
  return determiners.has(words[from - 1]?.lower ?? '') ? from - 1 : from;
}

function isPhraseWord(word: Word | undefined): boolean {
  if (word === undefined || word.kind === 'mark' || word.quoted) return false;
  const { lower } = word;
  return !(prepositions.has(lower) || determiners.has(lower) || clauseOpeners.has(lower) || nestingWords.has(lower));
}
