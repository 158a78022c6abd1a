import { z } from 'zod';
import type { PageDocument } from './html-document.js';

/** What a page's JSON-LD says of the article. */
export interface LinkedData {
  readonly headline: string | undefined;
  readonly publisher: string | undefined;
  readonly authors: string | undefined;
  readonly published: string | undefined;
  readonly url: string | undefined;
  readonly language: string | undefined;
  readonly body: string | undefined;
}

// The longest script of 181 saved news pages is 60 kB; a page holds a handful.
const maxScriptChars = 1_000_000;
const maxScripts = 50;
// Graphs are an array of records, at times one level further down.
const maxDepth = 4;
const maxRecords = 500;

const text = z.string().optional().catch(undefined);
const record = z.record(z.string(), z.unknown());
const articleType =
  /^(?:[A-Za-z]*NewsArticle|Article|BlogPosting|LiveBlogPosting|Report|OpinionNewsArticle|SocialMediaPosting)$/;

/** Finds the page's article record; `undefined` where there is none. A script that is not JSON counts as absent. */
export function readLinkedData(document: PageDocument): LinkedData | undefined {
  const records: Record<string, unknown>[] = [];
  let scripts = 0;
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    if (++scripts > maxScripts) break;
    collect(parseScript(script.textContent ?? ''), records, 0);
  }
  const article = records.find((candidate) => typesOf(candidate).some((type) => articleType.test(type)));
  return article === undefined ? undefined : describe(article, records);
}

function parseScript(script: string): unknown {
  if (script.length > maxScriptChars) return undefined;
  // Some publishers wrap the JSON in a comment or CDATA, or leave raw line breaks in its strings.
  const json = script
    .replace(/^\s*(?:<!--|\/\*<!\[CDATA\[\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\]\]>\*\/|\/\/\s*\]\]>|\]\]>)\s*;?\s*$/, '');
  try {
    return JSON.parse(json.replace(/[\u0000-\u001F]+/g, ' '));
  } catch {
    // Metadata is optional: a broken script is the same as none.
    return undefined;
  }
}

function collect(value: unknown, into: Record<string, unknown>[], depth: number): void {
  if (depth > maxDepth || into.length >= maxRecords) return;
  if (Array.isArray(value)) {
    for (const element of value.slice(0, maxRecords)) collect(element, into, depth + 1);
    return;
  }
  const parsed = record.safeParse(value);
  if (!parsed.success) return;
  into.push(parsed.data);
  collect(parsed.data['@graph'], into, depth + 1);
  collect(parsed.data.mainEntity, into, depth + 1);
}

function typesOf(candidate: Record<string, unknown>): string[] {
  return [candidate['@type']].flat().filter((type) => typeof type === 'string');
}

function describe(article: Record<string, unknown>, all: readonly Record<string, unknown>[]): LinkedData {
  const mainPage = record.safeParse(article.mainEntityOfPage);
  return {
    headline: text.parse(article.headline) ?? text.parse(article.name),
    publisher: namesOf(article.publisher, all)[0],
    authors: joined(namesOf(article.author, all)),
    published: text.parse(article.datePublished) ?? text.parse(article.dateCreated),
    url: text.parse(article.url) ?? text.parse(mainPage.success ? mainPage.data['@id'] : article.mainEntityOfPage),
    language: text.parse(article.inLanguage),
    body: text.parse(article.articleBody),
  };
}

function joined(names: readonly string[]): string | undefined {
  return names.length === 0 ? undefined : [...new Set(names)].slice(0, 10).join(', ');
}

/** Names of people or organisations, given as text, as records, or as references to records of the same page. */
function namesOf(value: unknown, all: readonly Record<string, unknown>[]): string[] {
  return [value]
    .flat()
    .slice(0, 20)
    .flatMap((one) => {
      if (typeof one === 'string') return one.trim() === '' ? [] : [one];
      const parsed = record.safeParse(one);
      if (!parsed.success) return [];
      const id = parsed.data['@id'];
      const target =
        parsed.data.name === undefined
          ? all.find((other) => other['@id'] === id && other.name !== undefined)
          : parsed.data;
      return [target?.name].flat().flatMap((name) => (typeof name === 'string' && name.trim() !== '' ? [name] : []));
    });
}
