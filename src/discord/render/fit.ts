const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

const ellipsis = '…';

/** How text is written where it is shown; the length that counts is the length after it. */
export type Write = (text: string) => string;

/**
 * The longest beginning that, written and with an ellipsis where cut, has at most `max` UTF-16 units. Cuts between
 * graphemes only, and before writing: so no letter, emoji or escape is ever halved.
 */
export function clip(text: string, max: number, write: Write = (raw) => raw): string {
  const whole = write(text);
  if (whole.length <= max) return whole;
  const ends = graphemeEnds(text, max, write);
  const cut = (count: number) => `${write(text.slice(0, ends[count - 1] ?? 0).trimEnd())}${ellipsis}`;
  return cut(longest(ends.length, (count) => cut(count).length <= max));
}

/** The longest beginning of at most `max` UTF-16 units that ends between graphemes; for what nobody reads, and for input. */
export function beginning(text: string, max: number): string {
  if (text.length <= max) return text;
  return text.slice(0, graphemeEnds(text, max).findLast((end) => end <= max) ?? 0);
}

/**
 * Divides `total` fairly: nobody gets more than they need, and what they leave goes to the others. The result is in the
 * order of `needs`, and its sum is at most `total`.
 */
export function shares(needs: readonly number[], total: number): number[] {
  const result = needs.map(() => 0);
  let left = total;
  const byNeed = needs.map((need, index) => ({ need, index })).sort((a, b) => a.need - b.need);
  byNeed.forEach(({ need, index }, done) => {
    const share = Math.min(need, Math.floor(left / (needs.length - done)));
    result[index] = share;
    left -= share;
  });
  return result;
}

// Beyond this many times the room nothing can be shown, unless three of four characters are invisible ones.
const looked = 4;

/**
 * Where each grapheme of the beginning ends, as far as it could be shown; the last one looked at may be half of one, and
 * is left out. Segmenting is the slow part: no more of the text is looked at than, once written, is too long.
 */
function graphemeEnds(text: string, max: number, write: Write = (raw) => raw): number[] {
  let seen = max + 1;
  while (seen < Math.min(text.length, max * looked) && write(text.slice(0, seen)).length <= max) seen *= 2;
  const ends = [...segmenter.segment(text.slice(0, seen))].map(({ index, segment }) => index + segment.length);
  return text.length > seen ? ends.slice(0, -1) : ends;
}

/** The highest count of 1 … `most` that fits, or 0; fitting ends once and for all as the count grows. */
function longest(most: number, fits: (count: number) => boolean): number {
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
