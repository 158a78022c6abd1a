import type { Answer, Answered, Question } from '../domain/answer.js';
import { isUnanswerable, type JudgedQuestion, satisfies } from './question-set.js';

/** One question, its answer and how long it took. */
export interface AnsweredQuestion {
  readonly question: JudgedQuestion;
  readonly answer: Answer;
  readonly ms: number;
}

/** How one kind of question fared. */
export interface KindResult {
  readonly questions: number;
  /** The statements shown hold what a right answer holds. */
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
  readonly unanswerable: KindResult;
  /** Confidence word → answers called so, and how many of these were right. */
  readonly calibration: ReadonlyMap<Answered['confidence'], { readonly said: number; readonly right: number }>;
  /** Statements shown in all, and those that are verbatim in the passage of each of their citations. */
  readonly statements: { readonly shown: number; readonly verbatim: number };
}

/** Asks every question in turn; `onAnswer` hears the number done. */
export async function askAll(
  questions: readonly JudgedQuestion[],
  ask: (question: Question) => Promise<Answer>,
  onAnswer: (done: number) => void = () => {},
): Promise<AnsweredQuestion[]> {
  const answered: AnsweredQuestion[] = [];
  for (const question of questions) {
    const started = performance.now();
    const answer = await ask({ text: question.question });
    answered.push({ question, answer, ms: performance.now() - started });
    onAnswer(answered.length);
  }
  return answered;
}

/** Counts what was right, per kind and in all. */
export function evaluateAnswers(answered: readonly AnsweredQuestion[]): AnswerEvaluation {
  const kinds = [...new Set(answered.map(({ question }) => question.kind))];
  const of = (keep: (question: JudgedQuestion) => boolean) => count(answered.filter(({ question }) => keep(question)));
  return {
    kinds: new Map(kinds.map((kind) => [kind, of((question) => question.kind === kind)])),
    answerable: of((question) => !isUnanswerable(question)),
    unanswerable: of(isUnanswerable),
    calibration: new Map((['direct', 'likely'] as const).map((word) => [word, calibrate(answered, word)])),
    statements: countStatements(answered),
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

function calibrate(answered: readonly AnsweredQuestion[], word: Answered['confidence']) {
  const said = answered.filter(({ answer }) => answer.status === 'answered' && answer.confidence === word);
  return { said: said.length, right: said.filter(isRight).length };
}

function countStatements(answered: readonly AnsweredQuestion[]) {
  let shown = 0;
  let verbatim = 0;
  for (const { answer } of answered) {
    if (answer.status !== 'answered') continue;
    for (const statement of answer.statements) {
      shown++;
      if (isVerbatim(answer, statement)) verbatim++;
    }
  }
  return { shown, verbatim };
}

/** Whether a statement has a citation, is the first one's quote, and every quote stands in its passage. */
export function isVerbatim(answer: Answered, { text, citations }: Answered['statements'][number]): boolean {
  const cited = citations.map((marker) => answer.citations.find((citation) => citation.marker === marker));
  return (
    cited.length > 0 &&
    cited[0]?.quote === text &&
    cited.every((citation) => citation?.passageText.includes(citation.quote) === true)
  );
}
