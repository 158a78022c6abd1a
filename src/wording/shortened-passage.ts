import type { Span } from '../domain/passage.js';
import type { SourceGroup } from './source-groups.js';

/** How a passage is written down. */
export interface PassageStyle {
  /** UTF-16 units of the result; exceeded only where the answering sentences alone need more. */
  readonly max: number;
  /** Makes a piece of the passage fit to be shown; keeps white space at its ends. */
  readonly write: (text: string) => string;
  /** Sets an answering sentence apart; gets it written and trimmed. */
  readonly emphasise: (sentence: string) => string;
}

interface Unit extends Span {
  readonly quoted: boolean;
}

const cut = '…';
const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
// "Rep. Berg", "Co., Ltd. (…)": the segmenter ends a sentence there. Too long a piece of context harms less than half a name.
const abbreviated = /(?:^|[\s(])\p{Lu}[\p{L}.]{0,3}\.\s*$/u;

/**
 * A passage with its answering sentences set apart. What is too long is left out in whole sentences, the farthest from an
 * answering one first, and each gap is marked with an ellipsis.
 */
export function shortenedPassage(source: Pick<SourceGroup, 'passageText' | 'quoteSpans'>, style: PassageStyle): string {
  const units = unitsOf(source);
  const shown = new Set([...units.keys()].filter((index) => units[index]?.quoted === true));
  let text = written(source.passageText, units, shown, style);
  for (const index of byNearness(units)) {
    const longer = written(source.passageText, units, new Set([...shown, index]), style);
    if (longer.length > style.max) break;
    shown.add(index);
    text = longer;
  }
  return text;
}

/** The answering spans, and the sentences before, between and after them; together the whole passage. */
function unitsOf({ passageText, quoteSpans }: Pick<SourceGroup, 'passageText' | 'quoteSpans'>): Unit[] {
  const end = { start: passageText.length, end: passageText.length };
  let from = 0;
  return [...quoteSpans, end].flatMap((quote) => {
    const context = sentencesOf(passageText, { start: from, end: quote.start });
    from = quote.end;
    return quote === end ? context : [...context, { ...quote, quoted: true }];
  });
}

function sentencesOf(text: string, { start, end }: Span): Unit[] {
  const units: Unit[] = [];
  for (const { index, segment } of segmenter.segment(text.slice(start, end))) {
    const last = units.at(-1);
    const unit = { start: start + index, end: start + index + segment.length, quoted: false };
    const continues =
      segment.trim() === '' || (last !== undefined && abbreviated.test(text.slice(last.start, last.end)));
    if (last !== undefined && continues) units[units.length - 1] = { ...unit, start: last.start };
    else units.push(unit);
  }
  return units;
}

/** The places of the context sentences, nearest to an answering one first; of two, the one before. */
function byNearness(units: readonly Unit[]): number[] {
  const quoted = [...units.keys()].filter((index) => units[index]?.quoted === true);
  const distance = (index: number) => Math.min(...quoted.map((place) => Math.abs(place - index)));
  return [...units.keys()].filter((index) => !quoted.includes(index)).sort((a, b) => distance(a) - distance(b));
}

function written(text: string, units: readonly Unit[], shown: ReadonlySet<number>, style: PassageStyle): string {
  let result = '';
  units.forEach((unit, index) => {
    const piece = text.slice(unit.start, unit.end);
    if (shown.has(index)) result += unit.quoted ? style.emphasise(style.write(piece).trim()) : style.write(piece);
    else if (piece.trim() !== '' && !result.endsWith(`${cut} `)) result = `${result.trimEnd()} ${cut} `;
  });
  // Paragraphs: the pieces on both sides of a line break bring white space.
  return result.replace(/ {2,}/g, ' ').trim();
}
