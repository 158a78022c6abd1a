import type { Answered, Statement } from '../domain/answer.js';

/** The statements one outlet, or one group of outlets, stands for. */
export interface OutletStatements {
  readonly outlet: string;
  readonly statements: readonly Statement[];
}

/** Statements under the outlets of their citations, in order of first appearance. */
export function statementsByOutlet(answer: Answered): OutletStatements[] {
  const groups = new Map<string, Statement[]>();
  for (const statement of answer.statements) {
    const outlet = outletsOf(answer, statement);
    groups.set(outlet, [...(groups.get(outlet) ?? []), statement]);
  }
  return [...groups].map(([outlet, statements]) => ({ outlet, statements }));
}

function outletsOf(answer: Answered, statement: Statement): string {
  const cited = answer.citations.filter((citation) => statement.citations.includes(citation.marker));
  return [...new Set(cited.map(({ article }) => article.publisher ?? 'Outlet unknown'))].join(', ') || 'Outlet unknown';
}
