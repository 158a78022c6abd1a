import type { Citation } from '../../domain/answer.js';
import { escapePiece } from './escape.js';
import { clip, clipStart } from './fit.js';

// `**` twice; the ellipses are counted by whoever cuts.
const boldMarks = 4;
// Less context than this says nothing.
const leastContext = 20;

/**
 * A passage on one line, its answering sentence in bold, within `max` characters. What does not fit is taken from the
 * context around the sentence first, and from the sentence last.
 */
export function boldPassage(citation: Pick<Citation, 'passageText' | 'quoteSpan'>, max: number): string {
  const { passageText: text, quoteSpan: span } = citation;
  const quote = `**${clip(text.slice(span.start, span.end).trim(), max - boldMarks, escapePiece)}**`;
  const before = text.slice(0, span.start);
  const after = text.slice(span.end);
  const gapBefore = /\s$/.test(before) ? ' ' : '';
  const gapAfter = /^\s/.test(after) ? ' ' : '';
  const room = max - quote.length - gapBefore.length - gapAfter.length;
  const [roomBefore, roomAfter] = contextRooms(before, after, room);
  const lead = context(before.trim(), roomBefore, clipStart);
  const tail = context(after.trim(), roomAfter, clip);
  return `${lead}${lead === '' ? '' : gapBefore}${quote}${tail === '' ? '' : gapAfter}${tail}`;
}

/** Half of the room for either side, and what one side leaves for the other. */
function contextRooms(before: string, after: string, room: number): [number, number] {
  const [lead, tail] = [escapePiece(before.trim()).length, escapePiece(after.trim()).length];
  if (lead <= room / 2) return [lead, room - lead];
  if (tail <= room / 2) return [room - tail, tail];
  return [Math.floor(room / 2), Math.floor(room / 2)];
}

function context(text: string, room: number, cut: typeof clip): string {
  if (text === '' || (room < leastContext && escapePiece(text).length > room)) return '';
  return cut(text, room, escapePiece);
}
