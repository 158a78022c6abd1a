import type { ArticleDraft } from './article-draft.js';
import { splitOutlet } from './headline.js';
import type { PageDocument } from './html-document.js';
import { type LinkedData, readLinkedData } from './json-ld.js';
import { parsePublished } from './published-date.js';

/** What a page says about itself, without its text. */
export type HtmlMetadata = Omit<ArticleDraft, 'paragraphs'> & {
  /** The article's text as the page's JSON-LD gives it, where it does. */
  readonly articleBody: string | undefined;
};

// Beyond this a title is refused in any case; it is cut before it is searched.
const longestTitle = 1_000;

// In the order of trust: what names the article's own date before what may be the page's.
const dateMetas = [
  'article:published_time',
  'og:article:published_time',
  'datePublished',
  'date.published',
  'publishdate',
  'publish_date',
  'publish-date',
  'parsely-pub-date',
  'sailthru.date',
  'article.published',
  'DC.date.issued',
  'dcterms.created',
  'dc.date',
  'pubdate',
  'date',
];
const authorMetas = ['author', 'article:author', 'parsely-author', 'sailthru.author', 'dc.creator', 'byl'];
const titleMetas = ['og:title', 'twitter:title', 'parsely-title', 'dc.title'];
const siteMetas = ['og:site_name', 'application-name', 'article:publisher', 'publisher', 'dc.publisher'];

/** Reads metadata from JSON-LD first, then Open Graph and other `meta` tags, then the page's elements. */
export function readHtmlMetadata(document: PageDocument): HtmlMetadata {
  const linked = readLinkedData(document);
  const meta = readMetaTags(document);
  const publisher = firstName([linked?.publisher, ...siteMetas.map((name) => meta.get(name))]);
  const title = withoutSite(titleOf(document, linked, meta)?.slice(0, longestTitle), publisher);
  const split = publisher === undefined ? outletBeside(title, document) : undefined;
  return {
    title: split?.title ?? title,
    publisher: publisher ?? split?.site,
    byline: bylineOf(document, linked, meta),
    published: publishedOf(document, linked, meta),
    url: [attribute(document, 'link[rel="canonical"]', 'href'), meta.get('og:url'), linked?.url].find(isAddress),
    language: [
      linked?.language,
      attribute(document, 'html', 'lang'),
      meta.get('og:locale'),
      meta.get('content-language'),
    ].find(isFilled),
    articleBody: linked?.body,
  };
}

function readMetaTags(document: PageDocument): Map<string, string> {
  const tags = new Map<string, string>();
  for (const tag of document.querySelectorAll('meta[content]')) {
    const name =
      tag.getAttribute('property') ??
      tag.getAttribute('name') ??
      tag.getAttribute('itemprop') ??
      tag.getAttribute('http-equiv');
    const content = tag.getAttribute('content')?.trim() ?? '';
    if (name !== null && content !== '' && !tags.has(name.toLowerCase())) tags.set(name.toLowerCase(), content);
  }
  return tags;
}

function titleOf(
  document: PageDocument,
  linked: LinkedData | undefined,
  meta: ReadonlyMap<string, string>,
): string | undefined {
  const headings = [...document.querySelectorAll('h1')]
    .map((heading) => heading.textContent?.trim() ?? '')
    .filter(isFilled);
  const candidates = [
    linked?.headline,
    ...titleMetas.map((name) => meta.get(name)),
    headings.length === 1 ? headings[0] : undefined,
  ];
  return candidates.find(isFilled) ?? document.querySelector('title')?.textContent?.trim() ?? headings[0];
}

/** The outlet named in the title, or behind it in the window's title (`Lions sent home - Harbour Times`). */
function outletBeside(title: string | undefined, document: PageDocument): ReturnType<typeof splitOutlet> {
  if (title === undefined) return undefined;
  const own = splitOutlet(title);
  if (own !== undefined) return own;
  const beside = splitOutlet(document.querySelector('title')?.textContent?.trim().slice(0, longestTitle) ?? '');
  return beside?.title === title ? beside : undefined;
}

/** A title without the site's name behind it (`… - Example Times`). */
function withoutSite(title: string | undefined, site: string | undefined): string | undefined {
  if (title === undefined || site === undefined) return title;
  const match = /^(.*\S)\s+[-–—|:»·]+\s+(\S.*)$/s.exec(title);
  return match?.[2]?.trim().toLowerCase() === site.trim().toLowerCase() ? match[1] : title;
}

function bylineOf(
  document: PageDocument,
  linked: LinkedData | undefined,
  meta: ReadonlyMap<string, string>,
): string | undefined {
  const marked = document.querySelector('[rel="author"], [itemprop="author"]')?.textContent ?? undefined;
  return firstName([linked?.authors, ...authorMetas.map((name) => meta.get(name.toLowerCase())), marked]);
}

function publishedOf(
  document: PageDocument,
  linked: LinkedData | undefined,
  meta: ReadonlyMap<string, string>,
): string | undefined {
  const times = [...document.querySelectorAll('time, [itemprop="datePublished"]')]
    .slice(0, 20)
    .map((time) => time.getAttribute('datetime') ?? time.getAttribute('content') ?? time.textContent ?? '');
  const candidates = [linked?.published, ...dateMetas.map((name) => meta.get(name.toLowerCase())), ...times];
  return candidates.find((candidate) => candidate !== undefined && parsePublished(candidate) !== undefined);
}

/** The first that can be a name: addresses, handles and numbers are none. */
function firstName(candidates: readonly (string | undefined)[]): string | undefined {
  return candidates
    .map((candidate) => candidate?.replace(/\s+/g, ' ').trim().replace(/^by /i, ''))
    .find(
      (candidate) =>
        isFilled(candidate) &&
        !/^(?:https?:|www\.|@|\d+$|null$|undefined$)/i.test(candidate) &&
        candidate.length <= 200,
    );
}

function attribute(document: PageDocument, selector: string, name: string): string | undefined {
  return document.querySelector(selector)?.getAttribute(name) ?? undefined;
}

const isFilled = (text: string | undefined): text is string => text !== undefined && text.trim() !== '';
const isAddress = (text: string | undefined): text is string => text !== undefined && /^https?:\/\//i.test(text);
