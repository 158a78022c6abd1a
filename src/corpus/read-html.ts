import { Readability } from '@mozilla/readability';
import { CorpusFormatError, messageOf } from '../domain/errors.js';
import type { ArticleDraft } from './article-draft.js';
import { type HtmlBlock, htmlBlocks } from './html-blocks.js';
import { articleParagraphs } from './html-body.js';
import { type PageDocument, parsePage } from './html-document.js';
import { readHtmlMetadata } from './html-metadata.js';
import type { PageNode } from './walk-page.js';

// Readability's own bound for "this can't be the article". The page's JSON-LD may have it whole where scripts draw the page.
const littleText = 500;

/**
 * Reads a saved page: its metadata, and its main text as found by Readability.
 * @throws CorpusFormatError for a page too large to be walked.
 */
export function readHtml(html: string): ArticleDraft {
  const document = parsePage(html);
  const { articleBody, ...metadata } = readHtmlMetadata(document);
  const main = mainText(document);
  const paragraphs = articleParagraphs(main.length > 0 ? main : looseParagraphs(html), metadata.title);
  const described = articleBody?.split(/\n+/) ?? [];
  const foundLittle = lengthOf(paragraphs) < littleText && lengthOf(described) > 2 * lengthOf(paragraphs);
  return { ...metadata, paragraphs: foundLittle ? described : paragraphs };
}

function lengthOf(paragraphs: readonly string[]): number {
  return paragraphs.reduce((sum, paragraph) => sum + paragraph.length, 0);
}

// Class names by which pages of all kinds mark what stands beside the text. Measured on 181 news pages: together they raise
// precision by .006 and cost no recall; names such as `date` or `promo` took real text away or changed nothing.
const asideClass = /(?:^|[\s_-])(?:captions?|credits?|newsletter|author|bio|byline|related)(?:$|[\s_-])/i;
// What holds more than this is not beside the text but around it.
const longestAside = 600;

function removeAsides(document: PageDocument): void {
  for (const element of [...document.querySelectorAll('[class]')]) {
    const classes = String(element.className)
      .slice(0, 500)
      .replace(/([a-z])([A-Z])/g, '$1-$2');
    if (!asideClass.test(classes)) continue;
    const isSmall =
      (element.textContent ?? '').length < longestAside && !/^(?:body|html|main|article)$/i.test(element.nodeName);
    if (isSmall) element.remove();
  }
}

function mainText(document: PageDocument): HtmlBlock[] {
  removeAsides(document);
  // The serializer hands the extracted element over as it is: making text of it is ours.
  let root: PageNode | undefined;
  const serializer = (node: PageNode) => {
    root = node;
  };
  try {
    new Readability<void>(document, { disableJSONLD: true, serializer }).parse();
  } catch (error) {
    throw new CorpusFormatError(`its main text can't be told apart (${messageOf(error)})`);
  }
  return root === undefined ? [] : htmlBlocks(root);
}

/** Where no main part stands out (a page of a few lines): every paragraph. The page is read anew: the search has changed it. */
function looseParagraphs(html: string): HtmlBlock[] {
  const body = parsePage(html).querySelector('body');
  return body === null ? [] : htmlBlocks(body).filter(({ tag }) => tag === 'p');
}

/** The charset a page names in its head, for pages that are not UTF-8. */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 4_096));
  return /charset\s*=\s*["']?([\w-]{3,20})/i.exec(head)?.[1];
}
