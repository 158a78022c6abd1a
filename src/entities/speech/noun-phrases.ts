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

const unknown: Subject = { kind: 'unknown' };
const maxTitleWords = 12;
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

function pronounOf({ start, end, lower }: Word): Subject {
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

const maxModifiers = 3;

/** "observatory" of "observatory director X": a common word with nothing but its like between it and the role. */
function modifiesRole(words: readonly Word[], at: number, name: number): boolean {
  if (!isCommonWord(words[at])) return false;
  for (let next = at + 1; next <= Math.min(name - 1, at + maxModifiers); next++) {
    if (roleNouns.has(words[next]?.lower ?? '')) return true;
    if (!isCommonWord(words[next])) return false;
  }
  return false;
}

function isCommonWord(word: Word | undefined): boolean {
  if (word === undefined || word.kind === 'mark' || word.quoted || word.mention !== undefined) return false;
  const { lower } = word;
  if (sayingVerbs.has(lower) || betweenWords.has(lower) || beForms.has(lower) || lower.length < 3) return false;
  return !(isFunctionWord(lower) || /ly$|^['’]/.test(lower));
}

function isFunctionWord(lower: string): boolean {
  return prepositions.has(lower) || determiners.has(lower) || clauseOpeners.has(lower) || nestingWords.has(lower);
}

function isTitled(words: readonly Word[], at: number): boolean {
  return words[at]?.mention === undefined && roleNouns.has(words[at]?.lower ?? '');
}

function isTitleWord(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word === undefined || prepositions.has(word.lower)) return false;
  if (clauseOpeners.has(word.lower) || nestingWords.has(word.lower) || determiners.has(word.lower)) return false;
  if (roleNouns.has(word.lower) || titleWords.has(word.lower) || word.text === "'s" || word.text === '’s') return true;
  if (word.mention !== undefined) return words[at + 1]?.kind === 'word';
  return /^\p{Lu}/u.test(word.text);
}

/** "the Chinese president", "the ministry"; with any other article, or none, it may be anybody. */
function rolePhrase(words: readonly Word[], last: number): FoundSubject {
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

/** A subject behind its verb and the index of the first word after its noun phrase. */
export interface FoundBehind {
  readonly subject: Subject;
  readonly to: number;
}

/** The noun phrase that begins at `first`: "its director, Dr. Jane Roe", "he", "the premier"; of several names the last person. */
export function phraseStartingAt(
  words: readonly Word[],
  first: number,
  isPerson: (mention: number) => boolean,
): FoundBehind {
  const start = words[first];
  if (start !== undefined && pronouns.has(start.lower)) return { subject: pronounOf(start), to: first + 1 };
  let to = first;
  let named: number | undefined;
  for (; to < words.length && to - first < maxTitleWords; to++) {
    const word = words[to];
    if (word === undefined || word.quoted) break;
    const isComma = word.text === ',' && named === undefined && isTitled(words, to - 1) && words[to + 1] !== undefined;
    if (isComma) continue;
    if (word.kind === 'mark' || !continuesPhrase(words, to, first)) break;
    if (word.mention !== undefined) named = to;
    if (word.mention !== undefined && isPerson(word.mention)) {
      to++;
      break;
    }
  }
  return { subject: behindSubject(words, { first, to, named }), to };
}

function continuesPhrase(words: readonly Word[], at: number, first: number): boolean {
  const lower = words[at]?.lower ?? '';
  if (at === first && determiners.has(lower)) return true;
  if (/^(?:of|for|and)$/.test(lower))
    return at > first && isTitled(words, at - 1) && /^\p{Lu}/u.test(words[at + 1]?.text ?? '');
  if (isTitleWord(words, at) || organisationNouns.has(lower) || words[at]?.mention !== undefined) return true;
  return isCommonWord(words[at]) && leadsToName(words, at);
}

/** Whether a name follows within a few common words: "said 40-year-old X", "said observatory director X". */
function leadsToName(words: readonly Word[], at: number): boolean {
  for (let next = at + 1; next <= at + maxModifiers + 1; next++) {
    if (words[next]?.mention !== undefined) return true;
    if (!isTitleWord(words, next) && !isCommonWord(words[next])) return false;
  }
  return false;
}

interface Stretch {
  readonly first: number;
  readonly to: number;
  readonly named: number | undefined;
}

function behindSubject(words: readonly Word[], { first, to, named }: Stretch): Subject {
  const mention = named === undefined ? undefined : words[named]?.mention;
  // Behind "'s" the name is the owner's: "said Lee's office".
  if (mention !== undefined && named === to - 1 && !/^['’]s?$/.test(words[to]?.text ?? '')) {
    return { kind: 'mention', mention, introduced: false };
  }
  return to > first && words[first]?.lower === 'the' ? rolePhrase(words, to - 1).subject : unknown;
}
