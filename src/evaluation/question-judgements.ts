import type { JudgedQuestion } from './question-set.js';
import type { Judgements } from './ranking-measures.js';

/**
 * The articles each question names, by id or the id's first characters, as judgements of grade 1; questions that name none
 * are left out. A name that fits no article stays: it is one that could not be found.
 */
export function questionJudgements(
  questions: readonly Pick<JudgedQuestion, 'id' | 'articles'>[],
  articles: readonly string[],
): ReadonlyMap<string, Judgements> {
  const naming = questions.filter((question) => question.articles.length > 0);
  return new Map(
    naming.map(({ id, articles: names }) => {
      const named = names.flatMap((name) => articlesNamed(name, articles));
      return [id, new Map(named.map((article) => [article, 1]))];
    }),
  );
}

function articlesNamed(name: string, articles: readonly string[]): readonly string[] {
  if (articles.includes(name)) return [name];
  const found = articles.filter((article) => article.startsWith(name));
  return found.length === 0 ? [name] : found;
}
