import type { RankedArticle } from './article-ranking.js';

/** The lines of a TREC run file: question, `Q0`, article, rank from 1, score, name of the run. */
export function trecRunLines(run: ReadonlyMap<string, readonly RankedArticle[]>, name: string): string[] {
  return [...run].flatMap(([question, ranked]) =>
    ranked.map(({ article, score }, index) => `${question} Q0 ${article} ${index + 1} ${score} ${name}`),
  );
}
