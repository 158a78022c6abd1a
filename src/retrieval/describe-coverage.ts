import type { CoverageSpan } from '../domain/answer.js';
import { type Article, publishedDay } from '../domain/article.js';

/** What a set of articles spans. */
export function describeCoverage(articles: readonly Article[]): CoverageSpan {
  const days = articles.flatMap((article) => publishedDay(article) ?? []).sort();
  const [from, to] = [days[0], days.at(-1)];
  return {
    articles: articles.length,
    publishers: new Set(articles.flatMap(({ publisher }) => publisher ?? [])).size,
    dates: from === undefined || to === undefined ? undefined : { from, to },
  };
}
