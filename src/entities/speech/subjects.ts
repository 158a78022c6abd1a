import {
  betweenWords,
  clauseOpeners,
  irrealis,
  nestingWords,
  prepositions,
  roleNouns,
  subordinators,
} from './english-words.js';
import { type FoundSubject, phraseEndingAt } from './noun-phrases.js';
import type { Word } from './words.js';

const maxAppositionWords = 45;

/** A subject before its verb. */
export interface SubjectBefore extends FoundSubject {
  /** Begins after a comma or a closing quotation mark. */
  readonly afterPause: boolean;
  /** Begins after "and", "while" or a semicolon, or after "when", "as" and the like. */
  readonly beside: boolean;
}

/** The last word before the verb that is no adverb or auxiliary, or `undefined` where the verb is denied or only possible. */
export function lastBeforeVerb(words: readonly Word[], verb: number): number | undefined {
  let at = verb - 1;
  for (; at >= 0; at--) {
    const word = words[at];
    if (word === undefined || word.quoted) return undefined;
    if (irrealis.has(word.lower)) return undefined;
    if (!betweenWords.has(word.lower) && !isAdverb(word)) break;
  }
  return at >= 0 ? at : undefined;
}

function isAdverb({ lower, mention }: Word): boolean {
  return mention === undefined && lower.length > 4 && lower.endsWith('ly');
}

/** Who the verb at `verb` has for its subject before it; `undefined` when its clause is part of another or has none. */
export function subjectBefore(words: readonly Word[], verb: number): SubjectBefore | undefined {
  const last = lastBeforeVerb(words, verb);
  const word = last === undefined ? undefined : words[last];
  if (last === undefined || word === undefined) return undefined;
  if (word.text === ',') return apposed(words, last) ?? calledByName(words, last);
  if (word.lower === 'who') return relative(words, last);
  if (word.lower === 'and' || word.lower === 'but') return shared(words, last);
  if (word.kind === 'mark' || nestingWords.has(word.lower) || prepositions.has(word.lower)) return undefined;
  return inContext(words, phraseEndingAt(words, last));
}

/** "X, chairman of Y, said": the name before the first comma whose phrase begins a clause. */
function apposed(words: readonly Word[], closing: number): SubjectBefore | undefined {
  let found: SubjectBefore | undefined;
  for (let at = closing - 2; at > 0 && closing - at < maxAppositionWords; at--) {
    const word = words[at];
    if (word === undefined || word.quoted || word.text === ';' || /^[“”"]$/.test(word.text)) break;
    if (word.text !== ',' || words[at - 1]?.mention === undefined) continue;
    const subject = inContext(words, phraseEndingAt(words, at - 1));
    if (subject?.subject.kind === 'mention') found = { ...subject, subject: { ...subject.subject, introduced: true } };
  }
  return found !== undefined && isApposition(words, found, closing) ? found : undefined;
}

/** Whether what stands between name and verb has no clause of its own but a relative one. */
function isApposition(words: readonly Word[], { from }: SubjectBefore, closing: number): boolean {
  const between = words.slice(from, closing);
  const comma = between.findIndex(({ text }) => text === ',');
  const next = between[comma + 1];
  if (next === undefined) return false;
  return !clauseOpeners.has(next.lower) || next.lower === 'also' || next.lower === 'then' || next.lower === 'now';
}

const calledWords = 6;

/** "The mayor's chief of staff, Dr X, said": a role before the comma and nothing but a title and the name between the two. */
function calledByName(words: readonly Word[], closing: number): SubjectBefore | undefined {
  const name = words[closing - 1];
  if (name?.mention === undefined) return undefined;
  let comma = closing - 2;
  while (closing - comma <= maxTitles + 1 && isTitle(words[comma])) comma--;
  if (words[comma]?.text !== ',') return undefined;
  const before = words.slice(Math.max(0, comma - calledWords), comma);
  const isRole = before.some((word) => word.mention === undefined && !word.quoted && roleNouns.has(word.lower));
  if (!isRole && !name.isCalled) return undefined;
  const subject = { kind: 'mention', mention: name.mention, introduced: true } as const;
  return { subject, from: closing - 1, afterPause: false, beside: false };
}

const maxTitles = 2;

const titles = /^(?:Dr|Prof|Mr|Mrs|Ms|Sir|Dame|Lord|Lady|Cllr|Rev|Maj|Gen|Lt|Col|Capt|Sgt|Adm|Sen|Rep|Gov)$/;

function isTitle(word: Word | undefined): boolean {
  return word !== undefined && word.mention === undefined && !word.quoted && titles.test(word.text);
}

/** "X, who met Y, said": the name right before "who". */
function relative(words: readonly Word[], who: number): SubjectBefore | undefined {
  const at = words[who - 1]?.text === ',' ? who - 2 : who - 1;
  const mention = words[at]?.mention;
  if (mention === undefined) return undefined;
  return { subject: { kind: 'mention', mention, introduced: true }, from: at, afterPause: false, beside: true };
}

/** "X thanked Y and said": the subject the sentence begins with. */
function shared(words: readonly Word[], at: number): SubjectBefore | undefined {
  const first = sentenceSubject(words);
  return first === undefined || first.to >= at ? undefined : { ...first, afterPause: false, beside: true };
}

const clauseWords = 30;

/** The noun phrase with which a sentence begins, when a verb seems to follow; otherwise `undefined`. */
export function sentenceSubject(words: readonly Word[]): (FoundSubject & { readonly to: number }) | undefined {
  for (let at = 0; at < Math.min(words.length, clauseWords); at++) {
    const word = words[at];
    const next = words[at + 1];
    if (word === undefined || next === undefined || word.quoted || word.kind === 'mark') return undefined;
    if (prepositions.has(word.lower) || clauseOpeners.has(word.lower) || nestingWords.has(word.lower)) return undefined;
    if (word.mention === undefined && !/^(?:he|she)$/.test(word.lower) && !endsRole(words, at)) continue;
    if (next.mention !== undefined || !isVerbLike(next)) continue;
    const found = phraseEndingAt(words, at);
    return found.from === 0 ? { ...found, to: at } : undefined;
  }
  return undefined;
}

function endsRole(words: readonly Word[], at: number): boolean {
  return words[0]?.lower === 'the' && phraseEndingAt(words, at).subject.kind === 'role';
}

function isVerbLike(word: Word): boolean {
  if (word.text === ',') return true;
  return word.kind === 'word' && /^\p{Ll}/u.test(word.text) && !prepositions.has(word.lower) && word.lower !== 'and';
}

/** What stands before a subject tells whether its clause is one of its own. */
function inContext(words: readonly Word[], found: FoundSubject): SubjectBefore | undefined {
  const before = words[found.from - 1];
  if (before === undefined) return { ...found, afterPause: false, beside: false };
  if (before.quoted || nestingWords.has(before.lower)) return undefined;
  const beside = subordinators.has(before.lower) || (clauseOpeners.has(before.lower) && isPause(words[found.from - 2]));
  if (before.kind === 'mark') return { ...found, afterPause: isPause(before), beside: before.text === ';' };
  if (prepositions.has(before.lower))
    return { ...found, subject: { kind: 'unknown' }, afterPause: false, beside: false };
  if (isJoined(words, found)) return { ...found, subject: { kind: 'unknown' }, afterPause: false, beside: false };
  if (clauseOpeners.has(before.lower) || isAdverb(before) || isOpening(words, found.from)) {
    return { ...found, afterPause: false, beside };
  }
  return undefined;
}

function isPause(word: Word | undefined): boolean {
  return word !== undefined && word.kind === 'mark' && /^[,;–—"”»」』’'?!)]$/.test(word.text);
}

/** "Ana Petrova and Tomas Lind said", "North and South Wick said": two speakers are none. */
function isJoined(words: readonly Word[], { from }: FoundSubject): boolean {
  const other = words[from - 2];
  if (words[from - 1]?.lower !== 'and' || other?.kind !== 'word') return false;
  // "Fisheries and trade minister X" is one.
  return other.mention !== undefined || (/^\p{Lu}/u.test(other.text) && /^\p{Lu}/u.test(words[from]?.text ?? ''));
}

/** "Before the storm the captain said": a short adverbial without a comma opens the sentence. */
function isOpening(words: readonly Word[], from: number): boolean {
  const first = words[0];
  if (first === undefined || from > 8) return false;
  if (!prepositions.has(first.lower) && !/^(?:before|after|since)$/.test(first.lower)) return false;
  return words.slice(0, from).every(({ kind, mention }) => kind === 'word' && mention === undefined);
}
