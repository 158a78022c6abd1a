import type { AnswerJson } from '../../src/answering/answer-json.js';
import { toAnswerJson } from '../../src/answering/answer-json.js';
import type { Table } from '../../src/evaluation/aligned-table.js';
import type { RankedArticle } from '../../src/evaluation/article-ranking.js';
import { evaluateRanking } from '../../src/evaluation/evaluate-ranking.js';
import { percentile } from '../../src/evaluation/ranking-measures.js';
import { rankingTables } from '../../src/evaluation/ranking-tables.js';
import { indexTable, nameTimesTable, statementsTable, timesTable } from '../../src/evaluation/run-tables.js';
import { countStatements, type StatementCount } from '../../src/evaluation/verbatim-statements.js';
import { answerText } from '../../src/wording/answer-text.js';
import { countDisplay } from './count-display.js';
import type { Exam, Sitting } from './exams.js';
import type { MeasuredIndex } from './measured-index.js';
import { timeLookups } from './time-lookups.js';

/** Everything that came of an exam. */
export interface ExamOutcome {
  readonly tables: readonly Table[];
  /** All that the tables say, and more exactly. */
  readonly figures: object;
  /** The fusion's articles by question. */
  readonly run: ReadonlyMap<string, readonly RankedArticle[]>;
  readonly answers: readonly (AnswerJson & { readonly id: string })[];
  readonly statements: StatementCount;
}

/** Ranks the articles for every question, then asks it as the bot does. */
export async function takeExam(exam: Exam, index: MeasuredIndex): Promise<ExamOutcome> {
  const { snapshot, tools, coverage, directory } = index;
  const { questions } = exam;
  const judgements = exam.judgements(snapshot.articles.map(({ id }) => id));
  const onRanked = countDisplay('ranking', questions.length);
  const { run, ...ranking } = await evaluateRanking(snapshot, tools, questions, judgements, onRanked);
  const { answered, figures, tables } = await exam.sit(coverage.ask, countDisplay('answering', questions.length));
  const answers = answered.map(({ answer }) => answer);
  const statements = countStatements(answers, snapshot.articles);
  const times = timesOf(answered);
  const names = await timeLookups(directory, snapshot);
  return {
    tables: [
      indexTable(index.figures),
      ...rankingTables(ranking),
      ...tables,
      statementsTable(statements),
      timesTable(ranking, times),
      nameTimesTable(names),
    ],
    figures: { index: index.figures, ranking, answers: { ...figures, ...times }, statements, names },
    run,
    answers: answered.map(({ question, answer, ms }) => ({
      id: question.id,
      ...toAnswerJson(answer, answerText(answer), ms),
    })),
    statements,
  };
}

function timesOf(answered: Sitting['answered']) {
  const times = answered.map(({ ms }) => ms);
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95) };
}
