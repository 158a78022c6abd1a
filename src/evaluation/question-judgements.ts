import { UsageError } from '../domain/errors.js';
import type { JudgedQuestion } from './question-set.js';
import type { Judgements } from './ranking-measures.js';

/**
 * The articles each question names, as judgements of grade 1; questions that name none are left out.
 * @throws UsageError for a name that no article's id begins with: the set is for another corpus then.
 */
export function questionJudgements(
  questions: readonly Pick<JudgedQuestion, 'id' | 'articles'>[],
  articles: readonly string[],
): ReadonlyMap<string, Judgements> {
  const judgements = new Map<string, Judgements>();
  for (const { id, articles: names } of questions) {
    if (names.length > 0) judgements.set(id, new Map(names.flatMap((name) => named(name, id, articles))));
  }
  return judgements;
}

function named(name: string, question: string, articles: readonly string[]): [string, number][] {
  const found = articles.includes(name) ? [name] : articles.filter((article) => article.startsWith(name));
  if (found.length === 0) throw new UsageError(`Question ${question} names the article ${name}, which is not indexed.`);
  return found.map((article) => [article, 1]);
}
