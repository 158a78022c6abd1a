import type { Statement } from '../domain/answer.js';

/** A statement as people read it: who is meant by the pronoun it begins with stands before it in brackets. */
export function statementText({ text, antecedent }: Pick<Statement, 'text' | 'antecedent'>): string {
  return antecedent === undefined ? text : `[${antecedent}] ${text}`;
}
