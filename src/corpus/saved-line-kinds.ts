import { isCaption } from './caption.js';
import { isProse, weightOf } from './line-shape.js';
import { type MetaLine, readMetaLine } from './meta-line.js';
import { isFurniture, opensAppendix, opensRelatedList } from './page-furniture.js';

/** A line of a saved page and what it is. */
export interface SavedLine {
  readonly text: string;
  /** `prose` states something, a `heading` is any other line with words. */
  readonly kind: 'related' | 'appendix' | 'meta' | 'caption' | 'furniture' | 'prose' | 'heading';
  /** Of a `meta` line, what it says. */
  readonly meta?: MetaLine | undefined;
}

// "09:10 — Was it the wind?" heads a live report's entry.
const askingEntry = /^\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?| Uhr| [A-Z]{3,4})?\s*[–—:|-]\s*[^.!?]{1,120}[?？]$/i;
// A caption is a sentence or two; longer repeated lines are a page printed twice.
const longestRepeatedCaption = 600;

/** Classifies each line by its own words, and a sentence standing twice in a row as a caption: pages print those so. */
export function classifyLines(lines: readonly string[]): SavedLine[] {
  const alone = lines.map(classifyLine);
  const twice = lines.map((line, at) => line === lines[at + 1] || line === lines[at - 1]);
  const doubled = alone.filter(({ kind }, at) => kind === 'prose' && twice[at]).length;
  // Where every paragraph stands twice, the page was printed twice; repeated captions are the few.
  const mostDoubled = doubled * 2 > alone.filter(({ kind }) => kind === 'prose').length && doubled > 4;
  return alone.map((line, at) => {
    const repeatedCaption =
      line.kind === 'prose' && twice[at] && !mostDoubled && weightOf(line.text) <= longestRepeatedCaption;
    return repeatedCaption ? { text: line.text, kind: 'caption' } : line;
  });
}

function classifyLine(text: string): SavedLine {
  if (opensRelatedList(text)) return { text, kind: 'related' };
  if (opensAppendix(text)) return { text, kind: 'appendix' };
  const meta = readMetaLine(text);
  if (meta !== undefined) return { text, kind: 'meta', meta };
  if (isFurniture(text)) return { text, kind: 'furniture' };
  if (isCaption(text)) return { text, kind: 'caption' };
  return { text, kind: isProse(text) && !askingEntry.test(text) ? 'prose' : 'heading' };
}
