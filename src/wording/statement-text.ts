import type { Statement } from '../domain/answer.js';

/** A statement as people read it: who speaks stands before it in brackets, where the text does not say it. */
export function statementText({ text, antecedent }: Pick<Statement, 'text' | 'antecedent'>): string {
  return antecedent === undefined ? text : `[${antecedent}] ${text}`;
}
