import type { Answered } from './ask-all.js';
import type { DatasetQuestion } from './beir-dataset.js';
import { areaUnderRoc } from './ranking-measures.js';

/** How many of some questions were refused, and how many of these as not covered at all. */
export interface RefusalCount {
  readonly questions: number;
  readonly refused: number;
  readonly notCovered: number;
}

/** What a data set that knows answers or unanswerable questions says of the answers. */
export interface DatasetAnswerEvaluation {
  /** Questions whose answer string stands in an article, and those it is shown for in the first statements. */
  readonly answerString: { readonly questions: number; readonly shown: number };
  /** Questions not marked as unanswerable. */
  readonly answerable: RefusalCount;
  readonly unanswerable: RefusalCount;
  /**
   * How often an answerable question's support is above an unanswerable one's; `undefined` where one side is empty.
   */
  readonly auroc: number | undefined;
}

// What a person reads before they give up on an answer.
const STATEMENTS_READ = 3;

/** Counts what was shown and what was refused. */
export function evaluateDatasetAnswers(answered: readonly Answered<DatasetQuestion>[]): DatasetAnswerEvaluation {
  const answerable = answered.filter(({ question }) => question.answerable !== false);
  const unanswerable = answered.filter(({ question }) => question.answerable === false);
  const known = answerable.filter(({ question }) => question.answers.length > 0);
  const supports = (some: typeof answered) => some.map(({ answer }) => answer.support);
  return {
    answerString: { questions: known.length, shown: known.filter(showsAnswer).length },
    answerable: countRefusals(answerable),
    unanswerable: countRefusals(unanswerable),
    auroc: areaUnderRoc(supports(answerable), supports(unanswerable)),
  };
}

function showsAnswer({ question, answer }: Answered<DatasetQuestion>): boolean {
  if (answer.status !== 'answered') return false;
  const read = answer.statements.slice(0, STATEMENTS_READ).map(({ text }) => text.toLowerCase());
  return question.answers.some((wanted) => read.some((text) => text.includes(wanted.toLowerCase())));
}

function countRefusals(answered: readonly Answered<DatasetQuestion>[]): RefusalCount {
  return {
    questions: answered.length,
    refused: answered.filter(({ answer }) => answer.status !== 'answered').length,
    notCovered: answered.filter(({ answer }) => answer.status === 'not-covered').length,
  };
}
