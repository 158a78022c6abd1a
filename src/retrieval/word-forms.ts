import { stemmer } from 'stemmer';
import { regularForm } from './irregular-forms.js';
import { remembering } from './remembering.js';
import { isStopWord } from './stop-words.js';

/** What is known of an alphabetic word wherever it stands. */
export interface WordForms {
  /** Its stem, and for letters with marks first the word as it is written; `stop` says that it carries no topic. */
  readonly terms: readonly { readonly term: string; readonly stop: boolean }[];
  /** The term of the word without diacritics. */
  readonly plainTerm: string;
  /** Lower case, without diacritics: what two words are written as one with. */
  readonly folded: string;
  readonly capital: boolean;
  readonly stop: boolean;
}

// Longer than any word of a text that is one; what is longer is cut, so that no page of garbage makes a huge term.
const MAX_TERM_CHARS = 40;

const isAscii = (text: string): boolean => !/[^\x00-\x7f]/.test(text);

/** `Thanh Hà` → `thanh ha`, `Đà Nẵng` → `da nang`: the spelling of someone without those keys. */
export function foldDiacritics(text: string): string {
  if (isAscii(text)) return text;
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l');
}

/** The term of a lower-case word: cut to its greatest length, and Porter's stem of an English one. */
export function termOf(word: string): string {
  const cut = cutTerm(word);
  return isAscii(cut) ? stem(cut) : cut;
}

/** Cuts what is too long to be a word, never through a surrogate pair: half of one is no character. */
export function cutTerm(term: string): string {
  return term.length <= MAX_TERM_CHARS ? term : term.slice(0, MAX_TERM_CHARS).replace(/[\ud800-\udbff]$/, '');
}

/** Porter's stem of a lower-case English word, for words that are not worth remembering. */
export function stemOf(word: string): string {
  return word.length < 3 ? word : stemmer(regularForm(word));
}

const stem = remembering(stemOf);

/** The forms of a word as it is written. */
export const wordForms = remembering((raw): WordForms => {
  const lower = isAscii(raw) ? raw.toLowerCase() : raw.normalize('NFKC').toLowerCase();
  const word = lower.replace(/['’]s?$/, '').replace(/['’]/g, '');
  const folded = foldDiacritics(word);
  const plain = { term: termOf(folded), stop: isStopWord(folded) };
  const terms = folded === word ? [plain] : [{ term: cutTerm(word), stop: isStopWord(word) }, plain];
  // As written: `Mỹ` is no `my`, and `Cần Thơ` a name.
  return { terms, plainTerm: plain.term, folded, capital: /^\p{Lu}/u.test(raw), stop: isStopWord(word) };
});
