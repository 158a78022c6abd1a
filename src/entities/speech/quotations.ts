import type { Span } from '../../domain/passage.js';

/** Text between quotation marks, the marks included, within one line. */
export interface Quotation extends Span {
  /** Quotations of one number are one speech: a paragraph that opens with a mark goes on where the last left its open. */
  readonly speech: number;
  readonly closed: boolean;
}

const mark = /["“”„«»「」『』‘’\n]/gu;
const closerOf = new Map([
  ['“', '”"'],
  ['„', '“”'],
  ['«', '»'],
  ['「', '」'],
  ['『', '』'],
  ['‘', '’'],
  ['"', '"”'],
]);
const opensAfter = /^[\s([{—–:,-]?$/u;
const letter = /[\p{L}\p{N}]/u;

interface Open {
  readonly start: number;
  readonly opener: string;
  readonly speech: number;
}

/** The outermost quotations of a body, in order. One that is never closed ends with its line. Linear. */
export function findQuotations(body: string): Quotation[] {
  const found: Quotation[] = [];
  let open: Open | undefined;
  let leftOpen: Quotation | undefined;
  for (const { 0: character, index } of body.matchAll(mark)) {
    if (character === '\n') {
      if (open !== undefined) found.push({ start: open.start, end: index, speech: open.speech, closed: false });
      // Blank lines between two paragraphs change nothing; a line without an open quotation ends the speech.
      if (open !== undefined) leftOpen = found.at(-1);
      open = undefined;
    } else if (open !== undefined) {
      if (!closes(body, index, character, open.opener)) continue;
      found.push({ start: open.start, end: index + 1, speech: open.speech, closed: true });
      open = undefined;
    } else if (opens(body, index, character)) {
      const goesOn = leftOpen !== undefined && body.slice(leftOpen.end, index).trim() === '';
      open = { start: index, opener: character, speech: goesOn ? (leftOpen?.speech ?? 0) : found.length };
      leftOpen = undefined;
    }
  }
  if (open !== undefined) found.push({ start: open.start, end: body.length, speech: open.speech, closed: false });
  return found;
}

function opens(body: string, index: number, character: string): boolean {
  if (!closerOf.has(character)) return false;
  const before = body.charAt(index - 1);
  if (character === '‘') return opensAfter.test(before) && letter.test(body.charAt(index + 1));
  return character !== '"' || !letter.test(before) || !/[\s.,!?]|^$/u.test(body.charAt(index + 1));
}

function closes(body: string, index: number, character: string, opener: string): boolean {
  if (!(closerOf.get(opener) ?? '').includes(character)) return false;
  return character !== '’' || !letter.test(body.charAt(index + 1));
}
