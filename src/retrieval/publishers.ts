import type { Article } from '../domain/article.js';
import { foldDiacritics } from './word-forms.js';

/** An outlet of the coverage and the names it goes by. */
export interface Publisher {
  /** As the corpus writes it. */
  readonly name: string;
  readonly articles: number;
  /** Compared forms: the name without what stands in brackets or behind `via`, and short names given in brackets. */
  readonly keys: readonly string[];
}

/** All outlets, those with most articles first, then by name. */
export function listPublishers(articles: readonly Pick<Article, 'publisher'>[]): Publisher[] {
  const counts = new Map<string, number>();
  for (const { publisher } of articles) {
    if (publisher !== undefined) counts.set(publisher, (counts.get(publisher) ?? 0) + 1);
  }
  return [...counts]
    .map(([name, count]) => ({ name, articles: count, keys: publisherKeys(name) }))
    .sort((a, b) => b.articles - a.articles || (a.name < b.name ? -1 : 1));
}

/** `The Korea Herald` → `korea herald`: how names are compared. */
export function publisherKey(name: string): string {
  const plain = foldDiacritics(name.normalize('NFKC').toLowerCase());
  return plain
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the /, '');
}

function publisherKeys(name: string): string[] {
  const bracketed = [...name.matchAll(/\(([^()]+)\)/g)].map((match) => match[1] ?? '');
  const base = name.replace(/\([^()]*\)/g, ' ').replace(/\s+via\s.*$/i, ' ');
  // One or two words in brackets are another name; more, or a list, say where the copy came from.
  const names = bracketed.filter(
    (inner) => /^[^\s,]+(?: [^\s,]+)?$/.test(inner) && !/^(?:after|via|from) /i.test(inner),
  );
  return [...new Set([base, ...names].map(publisherKey).filter((key) => key !== ''))];
}

/**
 * The outlets a typed name means: those called exactly that, else those whose name holds the typed words in a row.
 * None for an empty name.
 */
export function findPublishers(publishers: readonly Publisher[], typed: string): Publisher[] {
  const key = publisherKey(typed);
  if (key === '') return [];
  const byName = publishers.filter(({ name }) => publisherKey(name) === key);
  if (byName.length > 0 && byName.every(({ keys }) => keys[0] !== key)) return byName;
  const called = publishers.filter(({ keys }) => keys[0] === key);
  if (called.length > 0) return called;
  const alsoCalled = publishers.filter(({ keys }) => keys.includes(key));
  if (alsoCalled.length > 0) return alsoCalled;
  return publishers.filter(({ name }) => ` ${publisherKey(name)} `.includes(` ${key} `));
}

/** Outlets that fit what has been typed so far: names that begin so, then words that do, then any place. */
export function suggestPublishers(publishers: readonly Publisher[], typed: string, limit: number): string[] {
  const key = publisherKey(typed);
  const rank = ({ name, keys }: Publisher) => {
    const whole = publisherKey(name);
    if ([whole, ...keys].some((candidate) => candidate.startsWith(key))) return 0;
    if (` ${whole}`.includes(` ${key}`)) return 1;
    return whole.includes(key) ? 2 : 3;
  };
  return publishers
    .map((publisher) => ({ publisher, rank: rank(publisher) }))
    .filter((ranked) => ranked.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ publisher }) => publisher.name);
}
