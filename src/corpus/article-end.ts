import { endsSentence, weightOf } from './line-shape.js';
import type { SavedLine } from './saved-line-kinds.js';

// A list of other articles has a headline above each teaser; paragraphs in a row without one, at least this long, are
// article again.
const shortestArticleParagraph = 80;
// So many headlines, each with one teaser below and one of them printed twice, are a list even without a heading of its own.
const pairsOfList = 3;
const longestTeaser = 400;
// Readers' comments are paragraphs too, so below an article's first few paragraphs nothing after that heading is read.
const paragraphsBeforeComments = 3;

/** A stretch of lines that is not the article: `to` is the first line after it. */
export interface ForeignStretch {
  readonly from: number;
  readonly to: number;
}

/**
 * The stretches below `start` that belong to other articles or to readers. One that runs to the last line ends the article;
 * another stands in its midst, with the article going on after it, which `paragraphsOfArticle` in a row show.
 */
export function foreignStretches(
  lines: readonly SavedLine[],
  start: number,
  paragraphsOfArticle = 3,
): ForeignStretch[] {
  const stretches: ForeignStretch[] = [];
  const repeated = repeatedTexts(lines);
  let paragraphs = 0;
  for (let at = start; at < lines.length; at++) {
    const kind = lines[at]?.kind;
    if (kind === 'prose') paragraphs++;
    const opens = kind === 'related' || kind === 'appendix' || (paragraphs > 0 && isTeaserList(lines, at, repeated));
    if (!opens || isButton(lines, at)) continue;
    const final = kind !== 'related' && paragraphs >= paragraphsBeforeComments;
    const to = final ? lines.length : resumption(lines, at + 1, paragraphsOfArticle);
    stretches.push({ from: at, to });
    at = to - 1;
  }
  return stretches;
}

/** "Read more" right above a paragraph is the button that unfolded the article. */
function isButton(lines: readonly SavedLine[], at: number): boolean {
  return (
    /^(?:read|see|view|show|continue) (?:more|on)\W*$/i.test(lines[at]?.text ?? '') && lines[at + 1]?.kind === 'prose'
  );
}

/** Where enough paragraphs in a row show that the article goes on; the number of lines when none do. */
function resumption(lines: readonly SavedLine[], from: number, paragraphsOfArticle: number): number {
  let run = 0;
  let first = from;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at];
    if (line?.kind === 'prose' && weightOf(line.text) >= shortestArticleParagraph) {
      if (run === 0) first = at;
      run++;
      if (run >= paragraphsOfArticle) return first;
    } else if (line?.kind !== 'caption') run = 0;
  }
  return lines.length;
}

function repeatedTexts(lines: readonly SavedLine[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { text, kind } of lines) {
    if (kind !== 'heading' && kind !== 'prose') continue;
    if (seen.has(text)) repeated.add(text);
    seen.add(text);
  }
  return repeated;
}

function isTeaserList(lines: readonly SavedLine[], from: number, repeated: ReadonlySet<string>): boolean {
  let at = from;
  let doubled = false;
  for (let pair = 0; pair < pairsOfList; pair++) {
    const headline = lines[at];
    if (headline?.kind !== 'heading') return false;
    at = skipMarks(lines, at + 1);
    const teaser = lines[at];
    if (teaser?.kind !== 'prose' || !endsSentence(teaser.text) || weightOf(teaser.text) > longestTeaser) return false;
    doubled ||= repeated.has(headline.text) && repeated.has(teaser.text);
    at = skipMarks(lines, at + 1);
  }
  return doubled;
}

function skipMarks(lines: readonly SavedLine[], from: number): number {
  let at = from;
  while (lines[at]?.kind === 'furniture' || lines[at]?.kind === 'meta' || lines[at]?.kind === 'caption') at++;
  return at;
}
