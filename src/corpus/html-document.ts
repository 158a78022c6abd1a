import { parseHTML } from 'linkedom';
import { CorpusFormatError } from '../domain/errors.js';

/** What is used of the DOM. linkedom's own types need the browser's library, which a Node program does not have. */
export interface PageNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly firstChild: PageNode | null;
  readonly nextSibling: PageNode | null;
  readonly parentNode: PageNode | null;
}

/** An element of a page. */
export interface PageElement extends PageNode {
  readonly id: string;
  readonly className: unknown;
  readonly parentElement: PageElement | null;
  getAttribute(name: string): string | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  remove(): void;
}

/** A parsed page. */
export interface PageDocument {
  readonly documentElement: PageElement | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

// The busiest of 181 saved news pages has about 12,000 tags, nested some 60 deep; extraction walks up and down per element.
const maxTags = 60_000;
const maxDepth = 400;

const voidOrSelfEnding = new Set(
  'area base br col embed hr img input link meta source track wbr p li dt dd option tr td th thead tbody tfoot path'.split(' '),
);

/**
 * Parses a page without running or loading anything of it.
 * @throws CorpusFormatError for a page with more tags or deeper nesting than any news page has.
 */
export function parsePage(html: string): PageDocument {
  refuseMonsters(html);
  const { document } = parseHTML(/<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`);
  return document;
}

function refuseMonsters(html: string): void {
  let tags = 0;
  let depth = 0;
  for (const match of html.matchAll(/<(\/?)([a-z][a-z\d]{0,15})(?=[\s/>])/gi)) {
    tags++;
    if (!voidOrSelfEnding.has((match[2] ?? '').toLowerCase())) depth = Math.max(0, depth + (match[1] === '/' ? -1 : 1));
    if (tags > maxTags) throw new CorpusFormatError(`the page has more than ${maxTags} tags`);
    if (depth > maxDepth) throw new CorpusFormatError(`the page's tags are nested more than ${maxDepth} deep`);
  }
}
