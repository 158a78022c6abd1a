import { type PageNode, walkPage } from './walk-page.js';

/** A run of text between two block boundaries of a page. */
export interface HtmlBlock {
  /** The innermost block element the text stands in, lower case: `p`, `li`, `h2`, `tr`, `div` … */
  readonly tag: string;
  readonly text: string;
  /** How many of the text's characters are link text. */
  readonly linked: number;
}

const blockTags = new Set(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
const unseenTags = new Set('script style noscript template iframe svg math object button select textarea'.split(' '));
const betweenCells = ' | ';
const textNode = 3;
const elementNode = 1;

/**
 * The text of a part of a page as blocks in reading order. A table's row is one block; two line breaks in a row end a block.
 */
export function htmlBlocks(root: PageNode): HtmlBlock[] {
  const collector = new BlockCollector();
  walkPage(
    root,
    (node) => {
      if (node.nodeType === textNode) collector.addText(node.textContent ?? '');
      if (node !== root && (node.nodeType !== elementNode || unseenTags.has(node.nodeName.toLowerCase()))) return false;
      collector.open(node.nodeName.toLowerCase());
      return true;
    },
    (node) => {
      const tag = node.nodeName.toLowerCase();
      if (node === root || (node.nodeType === elementNode && !unseenTags.has(tag))) collector.close(tag);
    },
  );
  return collector.finish();
}

class BlockCollector {
  private readonly blocks: HtmlBlock[] = [];
  private readonly tags: string[] = [];
  private text = '';
  private linked = 0;
  private links = 0;

  open(tag: string): void {
    if (blockTags.has(tag)) {
      this.flush();
      this.tags.push(tag);
    } else if (tag === 'a') this.links++;
    else if (tag === 'br') this.breakLine();
    else if ((tag === 'td' || tag === 'th') && this.text.trim() !== '') this.text = this.text.trimEnd() + betweenCells;
  }

  close(tag: string): void {
    if (blockTags.has(tag)) {
      this.flush();
      this.tags.pop();
    } else if (tag === 'a') this.links--;
  }

  addText(text: string): void {
    // The blank source text between two <br> must not hide that they follow each other.
    if (text.trim() === '' && this.text.endsWith('\n')) return;
    this.text += text.replace(/\s+/g, ' ');
    if (this.links > 0) this.linked += text.trim().length;
  }

  finish(): HtmlBlock[] {
    this.flush();
    return this.blocks;
  }

  private breakLine(): void {
    if (this.text.endsWith('\n')) this.flush();
    else this.text = `${this.text.trimEnd()}\n`;
  }

  private flush(): void {
    const text = this.text.replace(/\s+/g, ' ').trim();
    if (text !== '')
      this.blocks.push({ tag: this.tags.at(-1) ?? 'div', text, linked: Math.min(this.linked, text.length) });
    this.text = '';
    this.linked = 0;
  }
}
