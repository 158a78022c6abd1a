import type { Answer, Answered as AnsweredAnswer } from '../domain/answer.js';
import type { Answered } from './ask-all.js';
import { isUnanswerable, type JudgedQuestion, satisfies } from './question-set.js';

/** One judged question and its answer. */
export type AnsweredQuestion = Answered<JudgedQuestion>;

/** How one kind of question fared. */
export interface KindResult {
  readonly questions: number;
  /** The statements shown hold what a right answer holds; of questions to refuse: refused. */
  readonly right: number;
  /** The first statement alone does. */
  readonly rightAtOnce: number;
  /** Not answered: `related-only` or `not-covered`. */
  readonly refused: number;
  readonly notCovered: number;
}

/** What a question set says of the answers. */
export interface AnswerEvaluation {
  readonly kinds: ReadonlyMap<string, KindResult>;
  readonly answerable: KindResult;
  /** The answerable ones but those that were reworded until they share few words with the coverage. */
  readonly withoutLowOverlap: KindResult;
  readonly unanswerable: KindResult;
  /** Confidence word → answers called so, and how many of these were right. */
  readonly calibration: ReadonlyMap<AnsweredAnswer['confidence'], { readonly said: number; readonly right: number }>;
}

/** Counts what was right, per kind and in all. */
export function evaluateAnswers(answered: readonly AnsweredQuestion[]): AnswerEvaluation {
  const kinds = [...new Set(answered.map(({ question }) => question.kind))].sort();
  const of = (keep: (question: JudgedQuestion) => boolean) => count(answered.filter(({ question }) => keep(question)));
  return {
    kinds: new Map(kinds.map((kind) => [kind, of((question) => question.kind === kind)])),
    answerable: of((question) => !isUnanswerable(question)),
    withoutLowOverlap: of((question) => !isUnanswerable(question) && question.kind !== 'low-overlap'),
    unanswerable: of(isUnanswerable),
    calibration: new Map((['direct', 'likely'] as const).map((word) => [word, calibrate(answered, word)])),
  };
}

function statementTexts(answer: Answer): readonly string[] {
  return answer.status === 'answered' ? answer.statements.map(({ text }) => text) : [];
}

/** Whether an answer is right: a refusal where there is nothing, the wanted strings where there is something. */
export function isRight({ question, answer }: AnsweredQuestion): boolean {
  if (isUnanswerable(question)) return answer.status !== 'answered';
  return satisfies(statementTexts(answer), question.mustContain);
}

function count(answered: readonly AnsweredQuestion[]): KindResult {
  const number = (keep: (one: AnsweredQuestion) => boolean) => answered.filter(keep).length;
  return {
    questions: answered.length,
    right: number(isRight),
    rightAtOnce: number(
      ({ question, answer }) =>
        !isUnanswerable(question) && satisfies(statementTexts(answer).slice(0, 1), question.mustContain),
    ),
    refused: number(({ answer }) => answer.status !== 'answered'),
    notCovered: number(({ answer }) => answer.status === 'not-covered'),
  };
}

function calibrate(answered: readonly AnsweredQuestion[], word: AnsweredAnswer['confidence']) {
  const said = answered.filter(({ answer }) => answer.status === 'answered' && answer.confidence === word);
  return { said: said.length, right: said.filter(isRight).length };
}
