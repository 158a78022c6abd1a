import { stemmer } from 'stemmer';
import { isStopWord } from './stop-words.js';

/** One term at its place in the text. Several terms may share a place: a name's parts and the name written as one. */
export interface Token {
  /** What is indexed and looked up. */
  readonly term: string;
  readonly start: number;
  readonly end: number;
  /** False for a second spelling of a word already counted: it makes no text longer. */
  readonly primary: boolean;
}

// A word of an alphabet (with inner apostrophes), a number (with inner points and commas), or a run of one of the
// scripts written without blanks. Korean writes blanks, but its particles stick to the word: it is cut like Chinese.
const WORD =
  /(?<cjk>[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー々]+|\p{sc=Hangul}+)|(?<number>\p{Nd}+(?:[.,]\p{Nd}+)*)|(?<word>(?:(?!\p{sc=Han}|\p{sc=Hiragana}|\p{sc=Katakana}|\p{sc=Hangul})[\p{L}\p{M}])+(?:['’](?!\p{sc=Han}|\p{sc=Hangul})\p{L}+)*)/gu;

const MAX_TERM_CHARS = 40;
const STEM_CACHE_SIZE = 50_000;
const stems = new Map<string, string>();

/** Porter's stem of a lower-case ASCII word, remembered: news repeats its words. */
function stem(word: string): string {
  if (word.length < 3) return word;
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (stems.size >= STEM_CACHE_SIZE) stems.clear();
  const stemmed = stemmer(word);
  stems.set(word, stemmed);
  return stemmed;
}

const isAscii = (text: string): boolean => !/[^\x00-\x7f]/.test(text);

/** `Thanh Hà` → `thanh ha`, `Đà Nẵng` → `da nang`: the spelling of someone without those keys. */
export function foldDiacritics(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l');
}

/** Terms of one alphabetic word: its stem, and for letters with marks the spelling without them. */
function wordTerms(raw: string): string[] {
  const lower = isAscii(raw) ? raw.toLowerCase() : raw.normalize('NFKC').toLowerCase();
  const word = lower
    .replace(/['’](?:s|S)?$/, '')
    .replace(/['’]/g, '')
    .slice(0, MAX_TERM_CHARS);
  if (isAscii(word)) return [stem(word)];
  const folded = foldDiacritics(word);
  return folded === word ? [word] : [word, stem(folded)];
}

function numberTerm(raw: string): string {
  const digits = raw.normalize('NFKC');
  // 4,500 and 1,234,567 are whole numbers; 3,5 and 6.83 keep their sign of the decimals.
  return /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits) ? digits.replace(/,/g, '') : digits;
}

/** Overlapping pairs of a run written without blanks; a run of one character is its own term. */
function* bigrams(run: string, offset: number): Generator<Token> {
  const characters = [...run.normalize('NFKC')];
  const sameLength = characters.join('').length === run.length;
  const place = (index: number) => (sameLength ? offset + index : offset);
  if (characters.length === 1)
    yield { term: run.normalize('NFKC'), start: offset, end: offset + run.length, primary: true };
  for (let i = 0; i + 1 < characters.length; i++) {
    yield { term: `${characters[i]}${characters[i + 1]}`, start: place(i), end: place(i) + 2, primary: true };
  }
}

interface PreviousWord {
  readonly folded: string;
  readonly end: number;
  readonly start: number;
  readonly capital: boolean;
  readonly stop: boolean;
}

/** Marks a term made of two neighbouring words, so that it never meets one that merely looks alike by chance. */
const JOINED = '+';

/** Whether two neighbouring words may be one name written apart: `Jae-myung`, `Jae Myung`; in a question also `jae myung`. */
function mayBeOneName(text: string, previous: PreviousWord, next: PreviousWord, anyCase: boolean): boolean {
  if (next.start !== previous.end + 1) return false;
  const between = text[previous.end] ?? '';
  if (/[-‐‑]/.test(between)) return true;
  return between === ' ' && !previous.stop && !next.stop && (anyCase || (previous.capital && next.capital));
}

function readWord(raw: string, start: number): PreviousWord {
  const folded = foldDiacritics(raw.normalize('NFKC').toLowerCase()).replace(/['’]s?$/, '');
  return { folded, start, end: start + raw.length, capital: /^\p{Lu}/u.test(raw), stop: isStopWord(folded) };
}

/** The term of both words written as one: marked in a text; bare in a question, where it looks for the unmarked word. */
function joinedToken(previous: PreviousWord, word: PreviousWord, question: boolean): Token {
  const joined = (previous.folded + word.folded).slice(0, MAX_TERM_CHARS);
  const term = isAscii(joined) ? stem(joined) : joined;
  return { term: question ? term : JOINED + term, start: previous.start, end: word.end, primary: false };
}

/**
 * The terms of a text, in order: lower case, compatibility forms unified (NFKC), English stems, letter pairs for
 * Chinese, Japanese and Korean, words with and without diacritics.
 *
 * `Jae-myung`, `Jae Myung` and `Jaemyung` meet: in a text, hyphenated or capitalised neighbours also give the marked
 * term of both as one; in a question (`question: true`) every word also asks for its marked form, and every two
 * neighbours, whatever their case, for the word they make.
 */
export function tokenize(text: string, { question = false }: { readonly question?: boolean } = {}): Token[] {
  const tokens: Token[] = [];
  let previous: PreviousWord | undefined;
  for (const match of text.matchAll(WORD)) {
    const raw = match[0];
    const start = match.index;
    const end = start + raw.length;
    if (match.groups?.word === undefined) {
      previous = undefined;
      if (match.groups?.number === undefined) tokens.push(...bigrams(raw, start));
      else tokens.push({ term: numberTerm(raw), start, end, primary: true });
      continue;
    }
    const terms = wordTerms(raw);
    terms.forEach((term, index) => {
      tokens.push({ term, start, end, primary: index === 0 });
    });
    const word = readWord(raw, start);
    if (question && !word.stop) tokens.push({ term: JOINED + (terms.at(-1) ?? ''), start, end, primary: false });
    if (previous !== undefined && mayBeOneName(text, previous, word, question)) {
      tokens.push(joinedToken(previous, word, question));
    }
    previous = word;
  }
  return tokens;
}
