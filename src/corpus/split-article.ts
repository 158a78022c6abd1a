import type { Article } from '../domain/article.js';
import { type Passage, passageId, type Span } from '../domain/passage.js';
import { splitSentences } from './split-sentences.js';

/** How long passages are, and what a cut costs. A passage's own cost is the square of its distance from the target, in targets. */
export interface SplitOptions {
  /** Length a passage is drawn to, in words; a Chinese, Japanese or Korean character is half a word. */
  readonly targetWords: number;
  /** Length that only a single sentence may pass. */
  readonly maxWords: number;
  /** Cost of a cut inside a paragraph, or between a heading and its text; 0 makes all sentence borders equal. */
  readonly innerCutCost: number;
}

const defaults: SplitOptions = {
  // Long enough to keep a statement with its names and dates, short enough to be about one thing.
  targetWords: 110,
  maxWords: 220,
  // A passage 60 words off target costs as much: uneven by half before a paragraph is cut.
  innerCutCost: 0.3,
};

/**
 * Counted up with every change that lets any article be split otherwise: a re-index takes the passages of unchanged articles
 * over from an index of the same number. `split-article.test.ts` holds a digest against it.
 */
export const splitterVersion = 1;

/**
 * An article's passages: runs of whole sentences near the target length, cut at paragraph borders where that
 * does not make them too uneven. Every sentence is in exactly one, in order. An empty body has none.
 */
export function splitArticle(article: Article, options: Partial<SplitOptions> = {}): Passage[] {
  const sentences = splitSentences(article.body);
  return runs(article.body, sentences, { ...defaults, ...options }).map((run, ordinal) => ({
    id: passageId(article.id, ordinal),
    article: article.id,
    start: run[0]?.start ?? 0,
    end: run.at(-1)?.end ?? 0,
    sentences: run,
  }));
}

/** The division of least total cost, found from the end of each prefix backwards as for lines of a justified text. */
function runs(body: string, sentences: readonly Span[], options: SplitOptions): Span[][] {
  const weights = sentences.map(({ start, end }) => countWords(body.slice(start, end)));
  const costs = [0];
  const starts = [0];
  for (let end = 1; end <= sentences.length; end++) {
    let words = 0;
    costs[end] = Number.POSITIVE_INFINITY;
    for (let start = end - 1; start >= 0; start--) {
      words += weights[start] ?? 0;
      if (words > options.maxWords && start < end - 1) break;
      const cost = (costs[start] ?? 0) + (words / options.targetWords - 1) ** 2;
      if (cost >= (costs[end] ?? 0)) continue;
      costs[end] = cost;
      starts[end] = start;
    }
    if (!isParagraphBorder(body, sentences[end - 1], sentences[end]))
      costs[end] = (costs[end] ?? 0) + options.innerCutCost;
  }
  return follow(starts, sentences);
}

function follow(starts: readonly number[], sentences: readonly Span[]): Span[][] {
  const found: Span[][] = [];
  for (let end = sentences.length; end > 0; end = starts[end] ?? 0) found.push(sentences.slice(starts[end], end));
  return found.reverse();
}

// A short line without a full stop is a heading: it belongs to what follows it.
const headingChars = 100;

function isParagraphBorder(body: string, before: Span | undefined, after: Span | undefined): boolean {
  if (before === undefined || after === undefined) return true;
  if (!/[\n\r\u2028\u2029]/u.test(body.slice(before.end, after.start))) return false;
  return (
    before.end - before.start > headingChars || /[.!?…。！？｡"'”’»」』)）]$/u.test(body.slice(before.start, before.end))
  );
}

const cjk = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}`;
// A "word" of more than 16 characters is an address or has lost its blanks: it counts once more for each 16.
const halfOrWholeWord = new RegExp(`([${cjk}])|[\\p{L}\\p{N}][^\\s${cjk}]{0,15}`, 'gu');

/** At least 1, so that a passage holds a bounded number of sentences. */
function countWords(text: string): number {
  let words = 0;
  for (const match of text.matchAll(halfOrWholeWord)) words += match[1] === undefined ? 1 : 0.5;
  return Math.max(1, words);
}
