import type { Span } from '../../domain/passage.js';
import { dottedAbbreviations, easternSurnames } from './name-words.js';

/** A word, number or mark of a body written in an alphabet; `text` is without a possessive ending. */
export interface Token extends Span {
  readonly text: string;
  readonly lower: string;
  /** `name`: begins with a capital. `word`: a small letter. `number`: a digit. `mark`: all else, other scripts too. */
  readonly kind: 'name' | 'word' | 'number' | 'mark';
  /** "Korea's": the token is "Korea" and the rest belongs to nobody. */
  readonly isPossessive: boolean;
  /** Two capitals or more and no small letter. */
  readonly isCapitals: boolean;
}

const letters = '\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}';
// "U.S.", "B.J.", "P." before a name, "T.O'Gorman"; then words with inner hyphens, apostrophes, ampersands.
const pattern = new RegExp(
  [
    `\\p{Lu}\\.(?:\\p{Lu}\\.)+\\p{Lu}?(?![${letters}])`,
    `(?:\\p{Lu}\\.)+(?=\\s?\\p{Lu})`,
    `[${letters}\\p{Nd}][${letters}\\p{M}\\p{Nd}]*(?:[-‑'’&+][${letters}\\p{Nd}][${letters}\\p{M}\\p{Nd}]*)*`,
    '\\S',
  ].join('|'),
  'gu',
);
const possessive = /['’][sS]$/u;

/** The tokens of a part of a body, with offsets into the body. Linear in its length. */
export function tokensOf(body: string, { start, end }: Span, isWord: (word: string) => boolean): Token[] {
  const text = body.slice(start, end);
  const tokens: Token[] = [];
  for (const match of text.matchAll(pattern)) {
    const dot = dottedAbbreviations.has(match[0]) && text[match.index + match[0].length] === '.' ? '.' : '';
    if (match[0] === '.' && tokens.at(-1)?.end === start + match.index + 1) continue;
    tokens.push(token(match[0] + dot, start + match.index));
  }
  for (const [at, each] of tokens.entries()) {
    if (isCompound(each, tokens, at, isWord)) tokens[at] = { ...each, kind: 'mark' };
  }
  return tokens;
}

function token(written: string, start: number): Token {
  const isPossessive = written.length > 3 && possessive.test(written);
  const text = isPossessive ? written.slice(0, -2) : written;
  const kind = kindOf(text);
  return {
    text,
    lower: text.toLowerCase(),
    start,
    end: start + text.length,
    kind,
    isPossessive,
    isCapitals: kind === 'name' && /^\P{Ll}*$/u.test(text) && /\p{Lu}\P{L}*\p{Lu}/u.test(text),
  };
}

/** "Ohio-based", "Trump-backed": no name, though a name is in it. "So-yun" beside a Korean surname is one. */
function isCompound(
  { kind, text }: Token,
  tokens: readonly Token[],
  at: number,
  isWord: (word: string) => boolean,
): boolean {
  const small = kind === 'name' && /[-‑]/u.test(text) ? /[-‑](\p{Ll}+)$/u.exec(text)?.[1] : undefined;
  if (small === undefined || !isWord(small)) return false;
  if (/(?:ed|en|ing|led|born|era|area|style|like|made|run|bound|wide)$/u.test(small)) return true;
  return !easternSurnames.has(tokens[at - 1]?.text ?? '') && !easternSurnames.has(tokens[at + 1]?.text ?? '');
}

const capital = /^\p{Lu}/u;
const digit = /^\p{Nd}/u;
const letter = new RegExp(`^[${letters}]`, 'u');
// "I'm", "They've": never a name.
const contraction = /['’](?:m|ve|re|ll|d|t)$/iu;

function kindOf(text: string): Token['kind'] {
  // Four of five words begin with one of these.
  if (/^[a-z]/.test(text)) return 'word';
  if (contraction.test(text)) return 'word';
  if (capital.test(text)) return 'name';
  if (digit.test(text)) return 'number';
  return letter.test(text) ? 'word' : 'mark';
}
