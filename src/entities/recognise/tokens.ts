import type { Span } from '../../domain/passage.js';
import { dottedAbbreviations } from './name-words.js';

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
export function tokensOf(body: string, { start, end }: Span): Token[] {
  const text = body.slice(start, end);
  const tokens: Token[] = [];
  for (const match of text.matchAll(pattern)) {
    const dot = dottedAbbreviations.has(match[0]) && text[match.index + match[0].length] === '.' ? '.' : '';
    if (match[0] === '.' && tokens.at(-1)?.end === start + match.index + 1) continue;
    tokens.push(token(match[0] + dot, start + match.index));
  }
  return tokens;
}

function token(written: string, start: number): Token {
  const isPossessive = written.length > 3 && possessive.test(written);
  const text = isPossessive ? written.slice(0, -2) : written;
  return {
    text,
    lower: text.toLowerCase(),
    start,
    end: start + text.length,
    kind: kindOf(text),
    isPossessive,
    isCapitals: /^\P{Ll}*$/u.test(text) && /\p{Lu}\P{L}*\p{Lu}/u.test(text),
  };
}

function kindOf(text: string): Token['kind'] {
  if (/^\p{Lu}/u.test(text)) return 'name';
  if (/^\p{Nd}/u.test(text)) return 'number';
  // "eBay", "iPhone": a small letter and a capital after it.
  if (/^\p{Ll}\p{Lu}\p{L}{2}/u.test(text)) return 'name';
  return /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(text) ? 'word' : 'mark';
}
