import type { AppliedFilter, CoverageSpan, DateSpan, Question } from '../domain/answer.js';
import { type Article, publishedDay } from '../domain/article.js';
import { UsageError } from '../domain/errors.js';
import { describeCoverage } from './describe-coverage.js';
import { findOutletMention } from './outlet-mention.js';
import { findPublishers, type Publisher, suggestPublishers } from './publishers.js';
import { findDateMention } from './question-dates.js';
import type { Snapshot } from './snapshot.js';
import { tokenize } from './tokenize.js';

/** A question understood: what it is about, and what evidence it admits. */
export interface ReadQuestion {
  readonly text: string;
  /** The question without the words that set filters: what the evidence must be about. */
  readonly topic: string;
  readonly filters: readonly AppliedFilter[];
  /** Article numbers the filters leave; `undefined` when nothing is restricted. */
  readonly articles: ReadonlySet<number> | undefined;
  /** What is left to be searched. */
  readonly coverage: CoverageSpan;
}

// Longer than any question; a pasted article is no question. Discord's own limit for an option is 6,000.
const MAX_QUESTION_CHARS = 2_000;

/**
 * Reads a question and the options beside it. An option wins over the question's own words of the same kind.
 * @throws UsageError for an empty or overlong question, a day that is none, or an outlet the coverage does not have.
 */
export function readQuestion(snapshot: Snapshot, question: Question): ReadQuestion {
  const text = question.text.trim();
  if (!/[\p{L}\p{N}]/u.test(text)) throw new UsageError('Ask a question in words: there are none in this one.');
  if (text.length > MAX_QUESTION_CHARS) {
    throw new UsageError(`A question may have ${MAX_QUESTION_CHARS} characters; this one has ${text.length}.`);
  }
  const { publishers, coverage: all } = snapshot;
  const set = optionFilters(question, publishers);
  const read = filtersInText(snapshot, text, publishers, all.dates);
  const has = (kind: AppliedFilter['kind']) => set.some((filter) => filter.kind === kind);
  const filters = [...set, ...read.filters.filter(({ kind }) => !has(kind))];
  if (filters.length === 0) return { text, topic: read.topic, filters, articles: undefined, coverage: all };
  const articles = admittedArticles(snapshot.articles, filters);
  const left = snapshot.articles.filter((_, number) => articles.has(number));
  return { text, topic: read.topic, filters, articles, coverage: describeCoverage(left) };
}

function optionFilters(question: Question, publishers: readonly Publisher[]): AppliedFilter[] {
  const filters: AppliedFilter[] = [];
  if (question.source !== undefined) {
    const found = findPublishers(publishers, question.source);
    if (found.length === 0) throw new UsageError(unknownOutlet(question.source, publishers));
    filters.push({ kind: 'source', values: found.map(({ name }) => name), origin: 'option' });
  }
  for (const kind of ['from', 'to'] as const) {
    const day = question[kind]?.trim();
    if (day === undefined) continue;
    if (!isDay(day)) throw new UsageError(`"${day}" is no day for \`${kind}\`. Write it as 2026-01-05.`);
    filters.push({ kind, values: [day], origin: 'option' });
  }
  const [from, to] = (['from', 'to'] as const).map((kind) => filters.find((filter) => filter.kind === kind)?.values[0]);
  if (from !== undefined && to !== undefined && from > to) {
    throw new UsageError(`\`from\` (${from}) is later than \`to\` (${to}): no day lies between them.`);
  }
  return filters;
}

function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function unknownOutlet(typed: string, publishers: readonly Publisher[]): string {
  const firstWord = typed.trim().split(/\s+/)[0] ?? '';
  const near = suggestPublishers(publishers, firstWord.slice(0, 3), 3);
  const hint = near.length > 0 ? ` Did you mean ${near.join(', ')}?` : ' The outlets are listed by /sources.';
  return `No outlet of the coverage is called "${typed.trim()}".${hint}`;
}

function filtersInText(
  snapshot: Snapshot,
  text: string,
  publishers: readonly Publisher[],
  dates: DateSpan | undefined,
) {
  const filters: AppliedFilter[] = [];
  const outlet = findOutletMention(text, publishers, (word, outlets) => articleShare(snapshot, word, outlets));
  if (outlet !== undefined) {
    filters.push({ kind: 'source', values: outlet.publishers.map(({ name }) => name), origin: 'question' });
  }
  const mention = findDateMention(text, dates);
  if (mention?.from !== undefined) filters.push({ kind: 'from', values: [mention.from], origin: 'question' });
  if (mention?.to !== undefined) filters.push({ kind: 'to', values: [mention.to], origin: 'question' });
  const spans = [...(outlet === undefined ? [] : [outlet]), ...(mention?.spans ?? [])];
  return { filters, topic: withoutSpans(text, spans) };
}

function articleShare({ articles, articleIndex }: Snapshot, word: string, outlets: readonly Publisher[]): number {
  const term = tokenize(word)[0]?.term ?? '';
  const names = new Set(outlets.map(({ name }) => name));
  const isOfOthers = (article: number) => !names.has(articles[article]?.publisher ?? '');
  const documents = articleIndex.firstDocuments(term, articles.length);
  return documents.filter(isOfOthers).length / Math.max(1, articles.length);
}

function withoutSpans(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
  let topic = '';
  let position = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    topic += text.slice(position, Math.max(position, start));
    position = Math.max(position, end);
  }
  return (topic + text.slice(position)).trim();
}

function admittedArticles(articles: readonly Article[], filters: readonly AppliedFilter[]): ReadonlySet<number> {
  const admits = (article: Article) =>
    filters.every(({ kind, values }) => {
      if (kind === 'source') return article.publisher !== undefined && values.includes(article.publisher);
      const day = publishedDay(article);
      // An article without a date can't be shown to lie within the days asked for.
      if (day === undefined || values[0] === undefined) return false;
      return kind === 'from' ? day >= values[0] : day <= values[0];
    });
  return new Set(articles.flatMap((article, number) => (admits(article) ? [number] : [])));
}
