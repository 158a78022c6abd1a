import { z } from 'zod';
import { UsageError } from '../domain/errors.js';

/** A question over the corpus and what a right answer shows. */
export interface JudgedQuestion {
  readonly id: string;
  readonly question: string;
  readonly kind: string;
  /** A right answer's statements contain at least one string of every group, whatever its case; empty: to be refused. */
  readonly mustContain: readonly (readonly string[])[];
  /** Ids of articles (or their first characters) that support the answer; empty: to be refused. */
  readonly articles: readonly string[];
}

const questionLine = z
  .object({
    id: z.string().min(1),
    question: z.string().min(1),
    kind: z.string().min(1),
    must_contain: z.array(z.array(z.string().min(1)).min(1)).default([]),
    articles: z.array(z.string()).default([]),
  })
  .transform(({ must_contain, ...rest }): JudgedQuestion => ({ ...rest, mustContain: must_contain }));

/** One line of a question file. `place` names the line in the error. */
export function parseQuestionLine(line: string, place: string): JudgedQuestion {
  try {
    return questionLine.parse(JSON.parse(line));
  } catch (error) {
    throw new UsageError(`${place} is not a question with id, question, kind, must_contain and articles`, {
      cause: error,
    });
  }
}

/** Whether a question is one to refuse. */
export function isUnanswerable(question: JudgedQuestion): boolean {
  return question.mustContain.length === 0;
}

/** Whether the texts together hold at least one string of every group, whatever its case. */
export function satisfies(texts: readonly string[], mustContain: JudgedQuestion['mustContain']): boolean {
  const shown = texts.join('\n').toLowerCase();
  return mustContain.every((group) => group.some((wanted) => shown.includes(wanted.toLowerCase())));
}
