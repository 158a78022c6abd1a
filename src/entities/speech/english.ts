import { hasComplement, standsAside } from './complements.js';
import {
  beForms,
  type Complement,
  invertingVerbs,
  nestingWords,
  prepositions,
  sayingParticiples,
  sayingVerbs,
  viewNouns,
  viewVerbs,
} from './english-words.js';
import { isCommonWord } from './noun-phrases.js';
import { phraseStartingAt } from './phrase-behind.js';
import type { Attribution, Subject } from './speech-act.js';
import { lastBeforeVerb, sentenceSubject, subjectBefore } from './subjects.js';
import type { Word } from './words.js';

type IsPerson = (mention: number) => boolean;

const cheap = /[a-z]+/g;

/** Whether a text may hold an English attribution: one look-up a word. */
export function mayAttribute(text: string): boolean {
  for (const [word] of text.toLowerCase().matchAll(cheap)) {
    if (sayingVerbs.has(word) || viewVerbs.has(word) || sayingParticiples.has(word)) return true;
    if (word === 'according' || word === 'account' || viewNouns.has(word)) return true;
  }
  return false;
}

/** Every verb or phrase of saying of an English sentence outside its quotations, in order. */
export function readAttributions(words: readonly Word[], isPerson: IsPerson): Attribution[] {
  const found: Attribution[] = [];
  words.forEach((word, at) => {
    if (word.quoted || word.mention !== undefined || word.kind === 'mark') return;
    const attribution = attributionAt(words, at, isPerson);
    if (attribution !== undefined) found.push(attribution);
  });
  return found;
}

function attributionAt(words: readonly Word[], at: number, isPerson: IsPerson): Attribution | undefined {
  const lower = words[at]?.lower ?? '';
  if (lower === 'according' && words[at + 1]?.lower === 'to') return source(words, at, isPerson);
  if ((lower === 'in' || lower === 'by') && at + 2 < words.length) return inView(words, at);
  if (sayingParticiples.has(lower)) return participle(words, at);
  if (viewVerbs.has(lower)) return view(words, at);
  const complement = sayingVerbs.get(lower);
  return complement === undefined ? undefined : verb(words, at, { complement, isPerson });
}

interface Reading {
  readonly complement: Complement;
  readonly isPerson: IsPerson;
}

function verb(words: readonly Word[], at: number, { complement, isPerson }: Reading): Attribution | undefined {
  const before = words[at - 1];
  if (complement === 'quote') return quoted(words, at, isPerson);
  if (before !== undefined && isPassive(words, at)) return passive(words, at, isPerson);
  const inverted = behind(words, at, isPerson);
  if (inverted !== undefined) return inverted;
  const subject = subjectBefore(words, at);
  if (subject === undefined || !hasComplement(words, at, complement)) return undefined;
  const aside = subject.afterPause && standsAside(words, at);
  return attribution(words, at, {
    subject: subject.subject,
    standing: aside ? 'aside' : 'clause',
    beside: subject.beside,
  });
}

type Standing = Pick<Attribution, 'subject' | 'standing' | 'beside'>;

function attribution(words: readonly Word[], at: number, standing: Standing): Attribution {
  return { verb: words[at]?.text ?? '', place: words[at]?.start ?? 0, isView: false, ...standing };
}

function isPassive(words: readonly Word[], at: number): boolean {
  const last = lastBeforeVerb(words, at);
  return last !== undefined && beForms.has(words[last]?.lower ?? '');
}

/** "Y was told by X that"; without "by" nobody is named who says it. */
function passive(words: readonly Word[], at: number, isPerson: IsPerson): Attribution | undefined {
  if (words[at + 1]?.lower !== 'by') return undefined;
  const { subject } = phraseStartingAt(words, at + 2, isPerson);
  return attribution(words, at, { subject, standing: 'clause', beside: false });
}

const afterInversion =
  /^(?:who|when|as|after|during|while|whose|and|but|then|last|this|yesterday|today|earlier|later|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/;

/** "…, said X": the verb after a pause, the subject behind it, and no further verb behind that. */
function behind(words: readonly Word[], at: number, isPerson: IsPerson): Attribution | undefined {
  const before = words[at - 1];
  const isOpen = before === undefined || /^[,"”»’'?!–—]$/.test(before.text);
  if (!isOpen || before?.quoted === true || !invertingVerbs.has(words[at]?.lower ?? '')) return undefined;
  const { subject, to } = phraseStartingAt(words, at + 1, isPerson);
  const next = words[to];
  if (to === at + 1) return undefined;
  const ends =
    next === undefined || next.kind === 'mark' || prepositions.has(next.lower) || afterInversion.test(next.lower);
  return ends ? attribution(words, at, { subject, standing: 'aside', beside: false }) : undefined;
}

/** "Y quoted X as saying", "X was quoted as saying": the speaker is the one quoted, not the source. */
function quoted(words: readonly Word[], at: number, isPerson: IsPerson): Attribution | undefined {
  const standing = { standing: 'clause', beside: false } as const;
  if (isPassive(words, at)) {
    const saying = words
      .slice(at + 1, at + 8)
      .some(({ lower }, index, rest) => lower === 'as' && rest[index + 1]?.lower === 'saying');
    const last = lastBeforeVerb(words, at);
    if (!saying || last === undefined) return undefined;
    const subject = subjectBefore(words, last);
    return subject && attribution(words, at, { ...standing, subject: subject.subject });
  }
  const { subject, to } = phraseStartingAt(words, at + 1, isPerson);
  const saying = words[to]?.lower === 'as' && words[to + 1]?.lower === 'saying';
  return saying ? attribution(words, at, { ...standing, subject }) : undefined;
}

/** "X left, saying that": the subject is the sentence's, unless another clause of saying has it. */
function participle(words: readonly Word[], at: number): Attribution | undefined {
  if (words[at - 1]?.text !== ',' || words[at - 1]?.quoted === true) return undefined;
  const subject = sentenceSubject(words)?.subject;
  return subject && attribution(words, at, { subject, standing: 'clause', beside: true });
}

function view(words: readonly Word[], at: number): Attribution | undefined {
  const subject = subjectBefore(words, at);
  if (subject === undefined || words[at + 1] === undefined) return undefined;
  const aside = subject.afterPause && standsAside(words, at);
  const standing = { subject: subject.subject, standing: aside ? 'aside' : 'clause', beside: subject.beside } as const;
  return { ...attribution(words, at, standing), isView: true };
}

function source(words: readonly Word[], at: number, isPerson: IsPerson): Attribution | undefined {
  const { subject, to } = phraseStartingAt(words, at + 2, isPerson);
  if (to === at + 2 || /^['’]s?$/.test(words[to]?.text ?? '')) return undefined;
  // "according to official EU data": the data's owner says nothing.
  if (subject.kind === 'mention' && !isPerson(subject.mention) && isCommonWord(words[to])) return undefined;
  return {
    verb: 'according to',
    place: words[at]?.start ?? 0,
    subject,
    standing: 'source',
    beside: false,
    isView: false,
  };
}

/** "in X's words", "by X's account"; within "what X's view is" it is nobody's statement. */
function inView(words: readonly Word[], at: number): Attribution | undefined {
  const name = words[at + 1];
  if (name?.mention === undefined || !/^['’]s?$/.test(words[at + 2]?.text ?? '')) return undefined;
  const noun = words[at + 3]?.lower === 'own' ? at + 4 : at + 3;
  if (!viewNouns.has(words[noun]?.lower ?? '')) return undefined;
  const before = words[at - 1];
  if (before?.kind === 'word' && (nestingWords.has(before.lower) || words[noun + 1]?.kind === 'word')) return undefined;
  const subject: Subject = { kind: 'mention', mention: name.mention, introduced: false };
  return attribution(words, noun, { subject, standing: 'source', beside: false });
}
