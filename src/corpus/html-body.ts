import { foreignStretches } from './article-end.js';
import { isCaption } from './caption.js';
import { cleanLine } from './clean-characters.js';
import { withoutDatedDateline } from './dateline.js';
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
// The time of a live report's entry: what follows is its heading, even where it asks or exclaims. Of other headings that ask, the
// true texts of 181 news pages have most; without them F1 is .9686 instead of .9695.
const liveEntry = /^\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?| Uhr| [A-Z]{3,4})?\s*(?:[–—:|-]|$)/i;
// Cells hold numbers and names that would look like furniture on lines of their own.
const cellTag = /^(?:tr|d[td])$/;
// Fewer words, or a number, state nothing by themselves.
const fewestWords = 2;
// Links tell lists of other articles apart already, so fewer paragraphs without one show that the article goes on.
const paragraphsOfArticle = 2;
// The same text three times is printed by the page (a caption under every picture), not written by an author.
const timesPrinted = 3;
const lightestPrinted = 40;
// A page that repeats much of itself (a recipe, a questionnaire) means to.
const largestPrintedShare = 1 / 4;

/**
 * The article's paragraphs among the blocks of a page's main part, in order. Headings are left out unless they are whole
 * sentences; a dateline stays unless it has a day.
 */
export function articleParagraphs(blocks: readonly HtmlBlock[], title: string | undefined): string[] {
  const lines = classifyBlocks(blocks, title);
  const first = lines.findIndex(({ kind }) => kind === 'prose');
  const stretches = foreignStretches(lines, Math.max(0, first), paragraphsOfArticle);
  const paragraphs = lines
    .filter((_, at) => !stretches.some(({ from, to }) => at >= from && at < to))
    .filter(({ kind }) => kind === 'prose')
    .map(({ text }) => text);
  return withoutDatedDateline(paragraphs);
}

function classifyBlocks(blocks: readonly HtmlBlock[], title: string | undefined): SavedLine[] {
  const printed = printedTexts(blocks);
  const heading = comparable(title ?? '');
  return blocks.map((block): SavedLine => {
    const text = cleanLine(block.text);
    if (comparable(text) === heading) return { text, kind: 'heading' };
    return { text, kind: printed.has(block.text) ? 'caption' : kindOf(block, text) };
  });
}

/** Texts that stand on the page so often that no author wrote them; questions of an interview may. */
function printedTexts(blocks: readonly HtmlBlock[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { text } of blocks) counts.set(text, (counts.get(text) ?? 0) + 1);
  const isPrinted = (text: string) => (counts.get(text) ?? 0) >= timesPrinted;
  if (blocks.filter(({ text }) => isPrinted(text)).length >= blocks.length * largestPrintedShare) return new Set();
  return new Set(
    [...counts.keys()].filter((text) => isPrinted(text) && weightOf(text) > lightestPrinted && !/[?？]$/.test(text)),
  );
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
  if (headingTag.test(tag)) return isProse(line) && !liveEntry.test(line) ? 'prose' : 'heading';
  return isProse(line) || wordsOf(line).length >= fewestWords ? 'prose' : 'heading';
}

function comparable(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
