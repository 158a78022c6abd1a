import { foreignStretches } from './article-end.js';
import { isCaption } from './caption.js';
import { cleanLine } from './clean-characters.js';
import type { HtmlBlock } from './html-blocks.js';
import { isProse, weightOf, wordsOf } from './line-shape.js';
import { readMetaLine } from './meta-line.js';
import { isFurniture, opensAppendix, opensRelatedList } from './page-furniture.js';
import type { SavedLine } from './saved-line-kinds.js';

// A block that is nearly all link leads elsewhere: of such blocks on 181 news pages, four words in five were not article.
const mostlyLinked = 0.8;
const captionTags = new Set(['figcaption', 'figure', 'caption']);
const outsideTags = new Set(['nav', 'footer', 'menu']);
const headingTag = /^h[1-6]$/;
// Cells hold numbers and names that would look like furniture on lines of their own.
const cellTag = /^(?:tr|d[td])$/;
// The same text three times is printed by the page (a caption under every picture), not written by an author.
const timesPrinted = 3;
const largestPrintedShare = 1 / 4;

/** The article's paragraphs among the blocks of a page's main part, in order. */
export function articleParagraphs(blocks: readonly HtmlBlock[], title: string | undefined): string[] {
  const lines = classifyBlocks(blocks, title);
  const start = Math.max(0, lines.findIndex(({ kind }) => kind === 'prose'));
  const stretches = foreignStretches(lines, start, 2);
  return lines
    .filter((_, at) => !stretches.some(({ from, to }) => at >= from && at < to))
    .filter(({ kind }) => kind === 'prose')
    .map(({ text }) => text);
}

function classifyBlocks(blocks: readonly HtmlBlock[], title: string | undefined): SavedLine[] {
  const counts = new Map<string, number>();
  for (const { text } of blocks) counts.set(text, (counts.get(text) ?? 0) + 1);
  const repeated = blocks.filter(({ text }) => (counts.get(text) ?? 0) >= timesPrinted).length;
  // A page that repeats much of itself (a recipe, a questionnaire) means to.
  const printed = repeated < blocks.length * largestPrintedShare ? timesPrinted : Number.POSITIVE_INFINITY;
  const heading = comparable(title ?? '');
  return blocks.map((block): SavedLine => {
    const text = cleanLine(block.text);
    if (comparable(text) === heading) return { text, kind: 'heading' };
    if ((counts.get(block.text) ?? 0) >= printed && weightOf(text) > 40 && !/[?？]$/.test(text)) return { text, kind: 'caption' };
    return { text, kind: kindOf(block, text) };
  });
}

function kindOf({ tag, text, linked }: HtmlBlock, line: string): SavedLine['kind'] {
  if (outsideTags.has(tag)) return 'furniture';
  if (captionTags.has(tag)) return 'caption';
  if (cellTag.test(tag)) return 'prose';
  if (opensRelatedList(line)) return 'related';
  if (opensAppendix(line)) return 'appendix';
  if (readMetaLine(line) !== undefined) return 'meta';
  if (isFurniture(line)) return 'furniture';
  if (isCaption(line)) return 'caption';
  if (linked >= text.length * mostlyLinked) return 'heading';
  if (headingTag.test(tag)) return isProse(line) || (process.env.HEAD && tag !== 'h1') ? 'prose' : 'heading';
  return isProse(line) || wordsOf(line).length >= 2 ? 'prose' : 'heading';
}

function comparable(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
