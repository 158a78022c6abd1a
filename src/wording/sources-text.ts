import type { ArticleMeta } from '../domain/article.js';
import type { PublisherListing } from '../domain/status.js';
import { counted } from './counted.js';
import { articleDayText } from './dates.js';
import { printable } from './printable.js';

/** Stands where an article names no outlet. */
export const unknownOutlet = 'Outlet unknown';

/** How many articles of how many outlets a listing holds, and how many of no known one. */
export function describeListings(listings: readonly PublisherListing[]): string {
  const articles = listings.reduce((sum, { articles }) => sum + articles.length, 0);
  const outlets = listings.filter(({ publisher }) => publisher !== undefined).length;
  const unnamed = listings.find(({ publisher }) => publisher === undefined)?.articles.length ?? 0;
  const size = `${counted(articles, 'article')} from ${counted(outlets, 'outlet')}`;
  return unnamed === 0 ? size : `${size}, ${unnamed} of no known outlet`;
}

/** Said where no outlet fits the name asked for. */
export function noSuchPublisher(publisher: string): string {
  return `No outlet of the coverage is called "${printable(publisher).trim()}". /sources without a name lists them all.`;
}

/** The outlets and their sizes; with `publisher`, the articles of those that match. */
export function sourcesText(listings: readonly PublisherListing[], publisher?: string): string {
  if (publisher !== undefined && listings.length === 0) return noSuchPublisher(publisher);
  const lines =
    publisher === undefined
      ? listings.map((listing) => `  ${name(listing)}: ${counted(listing.articles.length, 'article')}`)
      : listings.flatMap((listing) => [`  ${name(listing)}`, ...listing.articles.flatMap(articleLines)]);
  return [`The coverage: ${describeListings(listings)}.`, ...lines].join('\n');
}

function articleLines(article: ArticleMeta): string[] {
  const head = `    ${articleDayText(article)}: ${printable(article.title).trim()}`;
  return article.url === undefined ? [head] : [head, `      ${printable(article.url).trim()}`];
}

function name({ publisher }: PublisherListing): string {
  return printable(publisher ?? unknownOutlet).trim();
}
