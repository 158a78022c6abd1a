import type { Statement } from '../domain/answer.js';

/**
 * A statement as people read it: who is meant stands before it in brackets, where the text does not say it; with a colon whose
 * words it is, as a pronoun in there means somebody else.
 */
export function statementText({
  text,
  antecedent,
  speaker,
}: Pick<Statement, 'text' | 'antecedent' | 'speaker'>): string {
  if (speaker !== undefined) return `[${speaker}:] ${text}`;
  return antecedent === undefined ? text : `[${antecedent}] ${text}`;
}
