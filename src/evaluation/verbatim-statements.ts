import type { Answer, Citation, Statement } from '../domain/answer.js';
import type { Article, ArticleId } from '../domain/article.js';

/** Statements shown in all, and those that stand word for word in the articles they cite. */
export interface StatementCount {
  readonly shown: number;
  readonly verbatim: number;
}

/** Holds every statement of the answers against the bodies of the articles, not only against what it is cited with. */
export function countStatements(
  answers: readonly Answer[],
  articles: readonly Pick<Article, 'id' | 'body'>[],
): StatementCount {
  const bodies = new Map(articles.map(({ id, body }) => [id, body]));
  const verdicts = answers.flatMap((answer) =>
    answer.status === 'answered'
      ? answer.statements.map((statement) => isVerbatim(statement, answer.citations, bodies))
      : [],
  );
  return { shown: verdicts.length, verbatim: verdicts.filter((verbatim) => verbatim).length };
}

/** Whether a statement is its first citation's quote, and every quote and passage it cites stands in the article's body. */
function isVerbatim(
  { text, citations }: Statement,
  known: readonly Citation[],
  bodies: ReadonlyMap<ArticleId, string>,
): boolean {
  const cited = citations.map((marker) => known.find((citation) => citation.marker === marker));
  return (
    cited[0]?.quote === text && text !== '' && cited.every((one) => one !== undefined && standsInArticle(one, bodies))
  );
}

function standsInArticle({ article, quote, passageText }: Citation, bodies: ReadonlyMap<ArticleId, string>): boolean {
  return passageText.includes(quote) && bodies.get(article.id)?.includes(passageText) === true;
}
