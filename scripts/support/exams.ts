import path from 'node:path';
import { createBeirCorpus, parseLines, readQrels } from '../../src/adapters/filesystem/beir-folder.js';
import type { Answer, Question } from '../../src/domain/answer.js';
import type { Table } from '../../src/evaluation/aligned-table.js';
import { answerTables, datasetAnswerTables } from '../../src/evaluation/answer-tables.js';
import { type Answered, askAll } from '../../src/evaluation/ask-all.js';
import { parseCorpusLine, parseJudgements, parseQueryLine } from '../../src/evaluation/beir-dataset.js';
import { evaluateAnswers } from '../../src/evaluation/evaluate-answers.js';
import { evaluateDatasetAnswers } from '../../src/evaluation/evaluate-dataset-answers.js';
import { questionJudgements } from '../../src/evaluation/question-judgements.js';
import { parseQuestionLine } from '../../src/evaluation/question-set.js';
import type { Judgements } from '../../src/evaluation/ranking-measures.js';
import type { ArticleSource } from '../../src/ports/article-source.js';

/** Questions, and what is known of their answers. */
export interface Exam {
  /** Where the articles come from; `undefined`: from the corpus folder. */
  readonly source: ArticleSource | undefined;
  readonly questions: readonly { readonly id: string; readonly text: string }[];
  /** Relevant articles by question, of those whose ids are given. */
  judgements(articles: readonly string[]): ReadonlyMap<string, Judgements>;
  /** Asks all of them, in order. */
  sit(ask: (question: Question) => Promise<Answer>, onAnswer: (done: number) => Promise<void>): Promise<Sitting>;
}

/** The answers and what they are worth. */
export interface Sitting {
  readonly answered: readonly Answered<{ readonly id: string }>[];
  readonly figures: object;
  readonly tables: readonly Table[];
}

/** The exam of a BEIR folder. */
export async function datasetExam(folder: string): Promise<Exam> {
  const questions = await parseLines(path.join(folder, 'queries.jsonl'), parseQueryLine);
  const judgements = parseJudgements(await readQrels(folder));
  return {
    source: createBeirCorpus(folder, parseCorpusLine),
    questions,
    judgements: () => judgements,
    async sit(ask, onAnswer) {
      const answered = await askAll(questions, ({ text }) => ask({ text }), onAnswer);
      const figures = evaluateDatasetAnswers(answered);
      return { answered, figures, tables: datasetAnswerTables(figures) };
    },
  };
}

/** The exam of a file of judged questions over the corpus folder. */
export async function questionsExam(file: string): Promise<Exam> {
  const questions = await parseLines(file, parseQuestionLine);
  return {
    source: undefined,
    questions: questions.map(({ id, question }) => ({ id, text: question })),
    judgements: (articles) => questionJudgements(questions, articles),
    async sit(ask, onAnswer) {
      const answered = await askAll(questions, ({ question }) => ask({ text: question }), onAnswer);
      const { kinds, calibration, ...inAll } = evaluateAnswers(answered);
      const figures = { kinds: Object.fromEntries(kinds), ...inAll, calibration: Object.fromEntries(calibration) };
      return { answered, figures, tables: answerTables({ kinds, calibration, ...inAll }) };
    },
  };
}
