import type { Attribution } from './speech-act.js';

/**
 * Of the attributions of a sentence, in its order, those whose statement is the sentence's own. "…, X said" encloses all
 * before it; behind "X said" only clauses beside it count; a source counts where nobody else speaks.
 */
export function chooseAttributions(found: readonly Attribution[]): readonly Attribution[] {
  const asides = found.filter(({ standing }) => standing === 'aside');
  if (asides.length > 0) return asides;
  const clauses = found.filter(({ standing }) => standing === 'clause');
  const first = clauses[0];
  if (first === undefined) return found.filter(({ standing }) => standing === 'source');
  const main = first.beside ? clauses.find(({ beside }) => !beside) : first;
  return clauses.filter((clause) => clause.beside || clause === main);
}
