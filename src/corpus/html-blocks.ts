import type { PageNode } from './html-document.js';

/** A run of text between two block boundaries of a page. */
export interface HtmlBlock {
  /** The innermost block element the text stands in, lower case: `p`, `li`, `h2`, `td`, `div` … */
  readonly tag: string;
  readonly text: string;
  /** How many of the text's characters are link text. */
  readonly linked: number;
}

const blockTags = new Set(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody tfoot thead tr ul'.split(' '),
);
const unseenTags = new Set('script style noscript template iframe svg math object button select textarea'.split(' '));
const betweenCells = ' | ';
const textNode = 3;
const elementNode = 1;

/** The text of a part of a page as blocks in reading order. Two line breaks in a row end a block. Does not recurse. */
export function htmlBlocks(root: PageNode): HtmlBlock[] {
  const blocks: HtmlBlock[] = [];
  const tags: string[] = [];
  let text = '';
  let linked = 0;
  let links = 0;
  const flush = () => {
    const words = text.replace(/\s+/g, ' ').trim();
    if (words !== '') blocks.push({ tag: tags.at(-1) ?? 'div', text: words, linked: Math.min(linked, words.length) });
    text = '';
    linked = 0;
  };
  const enter = (node: PageNode, tag: string) => {
    if (blockTags.has(tag)) {
      flush();
      tags.push(tag);
    } else if (tag === 'a') links++;
    else if (tag === 'td' || tag === 'th') {
      if (text.trim() !== '') text = `${text.trimEnd()}${betweenCells}`;
    } else if (tag === 'br') {
      if (text.endsWith('\n')) flush();
      else text = `${text.trimEnd()}\n`;
    }
    if (node.nodeType === textNode) {
      const words = node.textContent ?? '';
      if (words.trim() === '' && text.endsWith('\n')) return;
      text += words.replace(/\s+/g, ' ');
      if (links > 0) linked += words.trim().length;
    }
  };
  const leave = (tag: string) => {
    if (blockTags.has(tag)) {
      flush();
      tags.pop();
    } else if (tag === 'a') links--;
  };
  walk(root, enter, leave);
  flush();
  return blocks;
}

function walk(root: PageNode, enter: (node: PageNode, tag: string) => void, leave: (tag: string) => void): void {
  let node: PageNode | null = root;
  while (node !== null) {
    const tag = node.nodeName.toLowerCase();
    const seen = (node.nodeType === elementNode && !unseenTags.has(tag)) || node.nodeType === textNode || node === root;
    if (seen) enter(node, tag);
    if (seen && node.firstChild !== null) {
      node = node.firstChild;
      continue;
    }
    if (seen) leave(tag);
    while (node !== null && node !== root && node.nextSibling === null) {
      node = node.parentNode;
      if (node !== null) leave(node.nodeName.toLowerCase());
    }
    node = node === root || node === null ? null : node.nextSibling;
  }
}
