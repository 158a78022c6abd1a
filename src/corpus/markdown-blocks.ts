import { markdownInline } from './markdown-inline.js';

/** A heading or a paragraph of a Markdown text, as plain words on one line. */
export interface MarkdownBlock {
  readonly kind: 'heading' | 'paragraph';
  readonly text: string;
}

const fence = /^ {0,3}(?:```|~~~)/;
const atxHeading = /^ {0,3}#{1,6}(?:[ \t]+|$)/;
const setextRule = /^ {0,3}(?:=+|-+)[ \t]*$/;
const thematicBreak = /^ {0,3}(?:\*[* \t]{2,}|_[_ \t]{2,}|-[- \t]{2,})$/;
const linkDefinition = /^ {0,3}\[[^\]\n]{1,200}\]:/;
const tableRule = /^[ \t:|-]+$/;
const listMarker = /^[ \t]*(?:[-*+•]|\d{1,3}[.)])[ \t]+/;

/**
 * The headings and paragraphs of a Markdown text in order. Code blocks, comments, rules and link definitions are left out;
 * list items and table rows are paragraphs of their own. Takes time linear in the length.
 */
export function markdownBlocks(text: string): MarkdownBlock[] {
  const blocks: MarkdownBlock[] = [];
  let open: string[] = [];
  const close = (kind: MarkdownBlock['kind']) => {
    const plain = markdownInline(open.join(' '));
    if (plain !== '') blocks.push({ kind, text: plain });
    open = [];
  };
  let fenced = false;
  for (const line of withoutComments(text).split('\n')) {
    if (fence.test(line)) {
      close('paragraph');
      fenced = !fenced;
      continue;
    }
    if (fenced) continue;
    const content = withoutQuoteMarks(line);
    if (open.length > 0 && setextRule.test(content)) {
      close('heading');
    } else if (isNoText(content)) {
      close('paragraph');
    } else if (atxHeading.test(content)) {
      close('paragraph');
      open.push(headingWords(content));
      close('heading');
    } else {
      const startsItem = listMarker.test(content) || content.trimStart().startsWith('|');
      if (startsItem) close('paragraph');
      open.push(cells(content.replace(listMarker, '')));
    }
  }
  close('paragraph');
  return blocks;
}

function isNoText(line: string): boolean {
  return (
    line.trim() === '' ||
    thematicBreak.test(line) ||
    linkDefinition.test(line) ||
    (tableRule.test(line) && line.includes('--'))
  );
}

function headingWords(line: string): string {
  let end = line.trimEnd().length;
  while (end > 0 && line[end - 1] === '#') end--;
  return line.slice(0, end).replace(atxHeading, '');
}

function withoutQuoteMarks(line: string): string {
  let at = 0;
  while (
    line[at] === '>' ||
    (line[at] === ' ' &&
      line
        .slice(at, at + 4)
        .trimStart()
        .startsWith('>'))
  )
    at++;
  return at > 0 ? line.slice(at).trimStart() : line;
}

function cells(line: string): string {
  const row = line.trim();
  return row.startsWith('|') ? row.split('|').join(' ') : row;
}

/** Without `<!-- … -->`; a comment that is never closed hides the rest, as it does in a browser. */
function withoutComments(text: string): string {
  const kept: string[] = [];
  let at = 0;
  for (;;) {
    const start = text.indexOf('<!--', at);
    if (start < 0) break;
    kept.push(text.slice(at, start));
    const end = text.indexOf('-->', start + 4);
    if (end < 0) return kept.join('');
    at = end + 3;
  }
  kept.push(text.slice(at));
  return kept.join('');
}
