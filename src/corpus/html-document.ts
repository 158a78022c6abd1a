import { parseHTML } from 'linkedom';
import { CorpusFormatError } from '../domain/errors.js';
import { type PageNode, walkPage } from './walk-page.js';

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

// The busiest of 181 saved news pages has 3,229 tags (opening and closing), 13,094 character references and elements nested
// 51 deep. Extraction walks up and down for every element, so the time of a page grows faster than its tags.
const maxTags = 30_000;
const maxReferences = 30_000;
const maxDepth = 250;
// The steps up to the root from each of a page's nodes: 50,767 at most on those pages. Seventy ladders of 200 tags are 1.4
// million and took twelve seconds.
const maxSteps = 250_000;
// The parser's own way of writing text gives these as character references, which cost as much when the search for the main
// part begins anew with the page as it was.
const writtenAsReference = ['&', '>', '\u00A0'];

/**
 * Parses a page without running or loading anything of it.
 * @throws CorpusFormatError for a page with more tags or deeper nesting than any news page has.
 */
export function parsePage(html: string): PageDocument {
  if (occursMoreOften(html, '<', maxTags)) throw new CorpusFormatError(`the page has more than ${maxTags} tags`);
  if (writtenAsReference.some((mark) => occursMoreOften(html, mark, maxReferences))) {
    throw new CorpusFormatError(`the page has more than ${maxReferences} character references, ">" or fixed blanks`);
  }
  const { document } = parseHTML(/<body[\s>]/i.test(html) ? html : inBody(html));
  refuseDeepNesting(document);
  return document;
}

function occursMoreOften(text: string, mark: string, times: number): boolean {
  return text.split(mark, times + 2).length > times + 1;
}

/** Everything after parsing may recurse or climb to the root for each element. */
function refuseDeepNesting(document: PageDocument): void {
  if (document.documentElement === null) return;
  let [depth, steps] = [0, 0];
  const enter = () => {
    if (++depth > maxDepth) throw new CorpusFormatError(`the page's tags are nested more than ${maxDepth} deep`);
    steps += depth;
    if (steps > maxSteps) throw new CorpusFormatError("too many of the page's tags are nested too deep");
    return true;
  };
  walkPage(document.documentElement, enter, () => depth--);
}

/** HTML lets a page leave out `html`, `head` and `body`; this parser does not put them in. */
function inBody(html: string): string {
  const attributes = /<html(\s[^<>]{0,300})>/i.exec(html)?.[1] ?? '';
  return `<html${attributes}><head></head><body>${html.replace(/<\/?(?:html|head|body|!doctype)(?=[\s>])[^<>]{0,500}>/gi, '')}</body></html>`;
}
