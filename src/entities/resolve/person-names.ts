import { editDistance } from '../../retrieval/near-spellings.js';
import { easternSurnames } from '../recognise/name-words.js';
import { foldTranscription } from './transcribed.js';

const suffixes = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);
// Below this a part has too few letters to be told from another name's (Li, Lu).
const shortest = 3;
/** A given name that stands for one bearer even where the surname is spelled otherwise has two syllables: so many letters. */
export const longEnough = 5;

/** The orders in which a name of these words may stand: as it is, the last word first, the first word last. */
export function orderKeys(words: readonly string[]): string[] {
  if (words.length < 2) return [words.join('')];
  const lastFirst = [...words.slice(-1), ...words.slice(0, -1)].join('');
  const firstLast = [...words.slice(1), ...words.slice(0, 1)].join('');
  return [...new Set([words.join(''), lastFirst, firstLast])];
}

/** A name cut into what may be the surname and the rest: the last word, or the first one. */
export function surnameReadings(
  words: readonly string[],
): { readonly surname: string; readonly given: readonly string[] }[] {
  const own = words.filter((word) => !suffixes.has(word));
  if (own.length < 2) return [];
  return [
    { surname: own.at(-1) ?? '', given: own.slice(0, -1) },
    { surname: own[0] ?? '', given: own.slice(1) },
  ];
}

/** Whether one name is the other with a middle name or initial more ("Ann Holm", "Ann B. Holm"); a "Jr." more is a son. */
export function addsMiddle(short: readonly string[], long: readonly string[]): boolean {
  const [a, b] = [short.filter((word) => !suffixes.has(word)), long.filter((word) => !suffixes.has(word))];
  if (a.length !== 2 || long.length <= short.length || b.length > 4) return false;
  if (long.length - b.length !== short.length - a.length) return false;
  return a[0] === b[0] && a[1] === b.at(-1);
}

/**
 * Whether names agree where one of them has initials: one surname, and the given names, syllable by syllable, begin alike
 * ("Jo Y. Park", "Park Jo-yun").
 */
export function initialsAgree(a: PersonSpelling, b: PersonSpelling): boolean {
  if (!hasInitial(a) && !hasInitial(b)) return false;
  return surnameReadings(a.words).some((one) =>
    surnameReadings(b.words).some(
      (other) =>
        one.surname === other.surname &&
        one.surname.length > 1 &&
        beginAlike(partsOf(a, one.given), partsOf(b, other.given)),
    ),
  );
}

/** A person's name: its folded words and, of each, the parts between hyphens. */
export interface PersonSpelling {
  readonly words: readonly string[];
  readonly parts: ReadonlyMap<string, readonly string[]>;
}

function hasInitial({ words }: PersonSpelling): boolean {
  return words.some((word) => word.length === 1);
}

function partsOf({ parts }: PersonSpelling, given: readonly string[]): string[] {
  return given.flatMap((word) => parts.get(word) ?? [word]);
}

function beginAlike(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return a[0]?.[0] === b[0]?.[0] && Math.min(a.length, b.length) === 1;
  return a.every((part, i) => {
    const other = b[i] ?? '';
    if (part[0] !== other[0]) return false;
    return part.length === 1 || other.length === 1 || editDistance(part, other, 1) <= 1;
  });
}

/**
 * Whether two names are one but for the spelling of one part, the other being the same: the surname, or the given name; or where
 * both parts differ by their transcription only ("Aisada Quillowa", "Aizada Quillova").
 */
export function isSpellingVariant(a: readonly string[], b: readonly string[]): boolean {
  const eastern = isEastern(a) || isEastern(b);
  return surnameReadings(a).some((one) =>
    surnameReadings(b).some((other) => {
      const [given, otherGiven] = [one.given.join(''), other.given.join('')];
      if (one.surname === other.surname) return isNear(given, otherGiven, eastern);
      if (Math.min(given.length, otherGiven.length) < longEnough) return false;
      if (given === otherGiven) return isNear(one.surname, other.surname, eastern);
      return (
        !eastern &&
        transcribedAs(given) === transcribedAs(otherGiven) &&
        transcribedAs(one.surname) === transcribedAs(other.surname)
      );
    }),
  );
}

const eastern = new Set([...easternSurnames].map((name) => name.toLowerCase()));

/** Whether Chinese or Korean rules may have made the spelling, by which other letters are one ("zh" and "j" are two). */
function isEastern(words: readonly string[]): boolean {
  return eastern.has(words[0] ?? '') || eastern.has(words.at(-1) ?? '');
}

/** What all transcriptions of a word share to the letter, s and z as one. */
export function transcribedAs(word: string): string {
  return foldTranscription(word, false).replaceAll('z', 's');
}

/**
 * The same consonants, and at most two other letters: romanisations of one syllable differ by no more (myung, myeong; chey,
 * choi), while another consonant makes another name (jaemyung, jaeyong).
 */
function isNear(one: string, other: string, isEastern: boolean): boolean {
  if (one === other || Math.min(one.length, other.length) < shortest) return false;
  const [a, b] = [foldTranscription(one, isEastern), foldTranscription(other, isEastern)];
  return a[0] === b[0] && soundKey(a) === soundKey(b) && editDistance(a, b, 2) <= 2;
}

/** A romanised name as roughly as transcribers differ over it: vowels as one, doubled letters once. */
export function soundKey(word: string): string {
  return word.replace(/[aeiouwy]+/g, 'a').replace(/(.)\1+/g, '$1');
}

/** Whether two full names may be one person's without being told so. */
export function mayBeOnePerson(a: PersonSpelling, b: PersonSpelling): boolean {
  const orders = orderKeys(b.words);
  return (
    orderKeys(a.words).some((key) => orders.includes(key)) ||
    (a.words.length === 1 && b.words.includes(a.words[0] ?? '')) ||
    (b.words.length === 1 && a.words.includes(b.words[0] ?? '')) ||
    addsMiddle(a.words, b.words) ||
    addsMiddle(b.words, a.words) ||
    initialsAgree(a, b) ||
    isSpellingVariant(a.words, b.words)
  );
}
