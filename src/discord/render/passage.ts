import { shortenedPassage } from '../../wording/shortened-passage.js';
import type { SourceGroup } from '../../wording/source-groups.js';
import { escapePiece } from './escape.js';
import { clip, shares } from './fit.js';

type Passage = Pick<SourceGroup, 'passageText' | 'quoteSpans'>;

const gap = ' … ';
const boldMarks = '****';
// Less of a sentence than this says nothing.
const leastQuote = 20;

/**
 * A passage on one line, its answering sentences in bold, within `max` characters. What does not fit is taken from the
 * context around the sentences first, and from the sentences last.
 */
export function boldPassage(passage: Passage, max: number): string {
  const text = shortenedPassage(passage, { max, write: escapePiece, emphasise: bold });
  return text.length <= max ? text : boldQuotes(passage, max);
}

function bold(sentence: string): string {
  return `**${sentence}**`;
}

/** The answering sentences alone, cut alike; as many as can be told apart, and at least one. */
function boldQuotes({ passageText, quoteSpans }: Passage, max: number): string {
  const quotes = quoteSpans.map(({ start, end }) => passageText.slice(start, end).trim());
  const each = leastQuote + boldMarks.length + gap.length;
  const shown = quotes.slice(0, Math.max(1, Math.floor(max / each)));
  const tail = shown.length < quotes.length ? gap.trimEnd() : '';
  const frame = shown.length * boldMarks.length + (shown.length - 1) * gap.length + tail.length;
  const rooms = shares(
    shown.map((quote) => escapePiece(quote).length),
    max - frame,
  );
  return `${shown.map((quote, index) => bold(clip(quote, rooms[index] ?? 1, escapePiece))).join(gap)}${tail}`;
}
