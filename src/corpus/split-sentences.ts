import type { Span } from '../domain/passage.js';
import { keptQuotes } from './kept-quotes.js';
import { isSentenceBorder } from './sentence-border.js';

// Discord's message holds 2,000 characters; a quote of half of it still leaves room for an answer around it.
const maxSentenceChars = 1000;
// Longer than any abbreviation, name or attribution that decides a border.
const contextChars = 48;

const line = /[^\n\r\v\f\u0085\u2028\u2029]+/gu;
const candidate = /[.!?…。！？｡]+|(?<=\s)[•●■▪◦‣►](?=\s)/gu;
const bullet = /^[•●■▪◦‣►]/u;
const closing = /(?:["'”’»«)\]』」）》〉】*_]|“(?![\p{L}\p{N}])|\[\d{1,3}\]|[ \u00a0\u202f][»”](?![\p{L}\p{N}]))*/uy;
const blanks = /[\s\u200b]*/uy;
const wordCharacter = /[\p{L}\p{N}]/u;
const blank = /[\s\u200b]/u;

/**
 * The sentences of a text, in order, without the blanks around them; every other character is in exactly one.
 * A line break always ends a sentence. None is longer than 1,000 characters. Linear in the text's length.
 */
export function splitSentences(text: string): Span[] {
  const sentences: Span[] = [];
  for (const match of text.matchAll(line)) {
    const cuts = [...bordersOfLine(match[0]), match[0].length];
    let start = 0;
    for (const end of cuts) {
      sentences.push(...capped(text, trimmed(text, match.index + start, match.index + end)));
      start = end;
    }
  }
  return sentences;
}

/** Offsets in the line before which a sentence ends. A piece without a letter or digit joins its neighbour. */
function bordersOfLine(text: string): number[] {
  const borders: number[] = [];
  const isQuoted = keptQuotes(text);
  let quoteMarks = 0;
  let seen = 0;
  let start = 0;
  let hasWord = false;
  const readUpTo = (end: number): void => {
    quoteMarks += countQuoteMarks(text, seen, end);
    hasWord ||= wordCharacter.test(text.slice(seen, end));
    seen = end;
  };
  for (const match of text.matchAll(candidate)) {
    readUpTo(match.index);
    if (!hasWord) continue;
    const border = borderAt(text, { start, index: match.index, mark: match[0], quoteIsOpen: quoteMarks % 2 === 1 });
    if (border === undefined || isQuoted(border)) continue;
    readUpTo(border);
    borders.push(border);
    start = border;
    hasWord = false;
  }
  return withoutWordlessTail(text, borders);
}

interface Candidate {
  readonly start: number;
  readonly index: number;
  readonly mark: string;
  readonly quoteIsOpen: boolean;
}

function borderAt(text: string, { start, index, mark, quoteIsOpen }: Candidate): number | undefined {
  if (bullet.test(mark)) return index;
  const markEnd = index + mark.length;
  // A straight quotation mark after a full stop closes only what has been opened.
  const opensQuote = text[markEnd] === '"' && !quoteIsOpen;
  const end = opensQuote ? markEnd : endOf(closing, text, markEnd);
  const next = endOf(blanks, text, end);
  const isBorder = isSentenceBorder({
    before: text.slice(Math.max(start, index - contextChars), index),
    mark,
    closers: text.slice(markEnd, end),
    gap: next > end,
    after: text.slice(next, next + contextChars),
  });
  return isBorder ? end : undefined;
}

function endOf(sticky: RegExp, text: string, from: number): number {
  sticky.lastIndex = from;
  sticky.exec(text);
  return Math.max(from, sticky.lastIndex);
}

function countQuoteMarks(text: string, from: number, to: number): number {
  let count = 0;
  for (let index = from; index < to; index++) if (text[index] === '"') count++;
  return count;
}

function withoutWordlessTail(text: string, borders: readonly number[]): number[] {
  const last = borders.at(-1);
  return last === undefined || wordCharacter.test(text.slice(last)) ? [...borders] : borders.slice(0, -1);
}

function trimmed(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && blank.test(text.charAt(start))) start++;
  while (end > start && blank.test(text.charAt(end - 1))) end--;
  return { start, end };
}

function capped(text: string, sentence: Span): Span[] {
  const parts: Span[] = [];
  let rest = sentence;
  while (rest.end - rest.start > maxSentenceChars) {
    const cut = rest.start + cutWithin(text.slice(rest.start, rest.start + maxSentenceChars));
    parts.push(trimmed(text, rest.start, cut));
    rest = trimmed(text, cut, rest.end);
  }
  return rest.end > rest.start ? [...parts, rest] : parts;
}

/** After the last blank or clause mark of the second half, else at the end, but never inside a surrogate pair. */
function cutWithin(run: string): number {
  for (let index = run.length - 1; index > run.length / 2; index--) {
    if (/[\s,;，、；]/u.test(run.charAt(index))) return index + 1;
  }
  return /[\ud800-\udbff]$/.test(run) ? run.length - 1 : run.length;
}
