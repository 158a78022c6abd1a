import { characterKinds, endOfRun, kindAt } from './character-kinds.js';
import { simplified } from './han-variants.js';
import { cutTerm, termOf, type WordForms, wordForms } from './word-forms.js';

/** One term at its place in the text. Several terms may share a place: a name's parts and the name written as one. */
export interface Token {
  /** What is indexed and looked up. */
  readonly term: string;
  readonly start: number;
  readonly end: number;
  /** False for a second spelling of a word already counted: it makes no text longer. */
  readonly primary: boolean;
  /** True for a function word, which says what kind of answer is wanted and not what about. */
  readonly stop: boolean;
}

const { letter, mark, digit, han, hangul } = characterKinds;

/** Counted up whenever the same text gives other terms, so that words counted before are counted anew. */
export const tokenizerVersion = 2;

/** Marks a term made of two neighbouring words, so that it never meets one that merely looks alike by chance. */
export const JOINED = '+';

/**
 * The terms of a text, in order: lower case, compatibility forms unified (NFKC), English stems, letter pairs for
 * Chinese (traditional read as simplified), Japanese and Korean, words with and without diacritics.
 *
 * `Jae-myung`, `Jae Myung` and `Jaemyung` meet: in a text, hyphenated or capitalised neighbours also give the marked
 * term of both as one; in a question (`question: true`) every word also asks for its marked form, and every two
 * neighbours, whatever their case, for the word they make.
 */
export function tokenize(text: string, { question = false }: { readonly question?: boolean } = {}): Token[] {
  const tokens: Token[] = [];
  let previous: PlacedWord | undefined;
  for (let start = 0, end = 0; start < text.length; start = end) {
    const kind = kindAt(text, start);
    if (kind === letter) {
      end = endOfWord(text, start);
      const word = { forms: wordForms(text.slice(start, end)), start, end };
      addWord(tokens, word, question);
      if (previous !== undefined && mayBeOneName(text, previous, word, question)) {
        tokens.push(joinedToken(previous, word, question));
      }
      previous = word;
    } else if (kind === digit) {
      end = endOfNumber(text, start);
      tokens.push({ term: numberTerm(text.slice(start, end)), start, end, primary: true, stop: false });
      previous = undefined;
    } else if (kind === han || kind === hangul) {
      end = endOfRun(text, start, kind);
      addPairs(tokens, text.slice(start, end), start);
      previous = undefined;
    } else {
      end = start + 1;
    }
  }
  return tokens;
}

/** A word of an alphabet, with inner apostrophes. */
function endOfWord(text: string, start: number): number {
  let end = endOfRun(text, start, letter | mark);
  while (isApostrophe(text.charCodeAt(end)) && end + 1 < text.length && kindAt(text, end + 1) === letter) {
    end = endOfRun(text, end + 1, letter | mark);
  }
  return end;
}

function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019;
}

/** A number, with inner points and commas. */
function endOfNumber(text: string, start: number): number {
  let end = endOfRun(text, start, digit);
  while ((text[end] === '.' || text[end] === ',') && end + 1 < text.length && kindAt(text, end + 1) === digit) {
    end = endOfRun(text, end + 1, digit);
  }
  return end;
}

function numberTerm(raw: string): string {
  const digits = raw.normalize('NFKC');
  // 4,500 and 1,234,567 are whole numbers; 3,5 and 6.83 keep their sign of the decimals.
  return cutTerm(/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits) ? digits.replace(/,/g, '') : digits);
}

interface PlacedWord {
  readonly forms: WordForms;
  readonly start: number;
  readonly end: number;
}

function addWord(tokens: Token[], { forms, start, end }: PlacedWord, question: boolean): void {
  let primary = true;
  for (const { term, stop } of forms.terms) {
    tokens.push({ term, start, end, primary, stop });
    primary = false;
  }
  if (question && !forms.stop) tokens.push({ term: JOINED + forms.plainTerm, start, end, primary: false, stop: false });
}

/** Whether two neighbouring words may be one name written apart: `Jae-myung`, `Jae Myung`; in a question also `jae myung`. */
function mayBeOneName(text: string, previous: PlacedWord, next: PlacedWord, anyCase: boolean): boolean {
  if (next.start !== previous.end + 1) return false;
  const between = text[previous.end];
  if (between === '-' || between === '‐' || between === '‑') return true;
  const [one, other] = [previous.forms, next.forms];
  return between === ' ' && !one.stop && !other.stop && (anyCase || (one.capital && other.capital));
}

/** The term of both words written as one: marked in a text; bare in a question, where it looks for the unmarked word. */
function joinedToken(previous: PlacedWord, word: PlacedWord, question: boolean): Token {
  const term = termOf(previous.forms.folded + word.forms.folded);
  return { term: question ? term : JOINED + term, start: previous.start, end: word.end, primary: false, stop: false };
}

/** Overlapping pairs of a run written without blanks; a run of one character is its own term. */
function addPairs(tokens: Token[], run: string, start: number): void {
  const normal = run.normalize('NFKC');
  // Where unifying moved the characters, every pair stands for the whole run.
  const moved = normal.length !== run.length;
  let [former, formerStart] = ['', start];
  let at = start;
  for (const original of normal) {
    const character = simplified(original);
    const end = at + original.length;
    const place = moved ? { start, end: start + run.length } : { start: formerStart, end };
    if (former !== '') tokens.push({ term: former + character, ...place, primary: true, stop: false });
    [former, formerStart] = [character, at];
    at = end;
  }
  // One character alone: no pair was made.
  if (former === simplified(normal))
    tokens.push({ term: former, start, end: start + run.length, primary: true, stop: false });
}
