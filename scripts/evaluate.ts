import { config as readDotEnv } from 'dotenv';
import { createCorpusFolder } from '../src/adapters/filesystem/corpus-folder.js';
import { temporaryFolder } from '../src/adapters/filesystem/temporary-folder.js';
import { writeLines } from '../src/adapters/filesystem/write-lines.js';
import { loadConfig } from '../src/config.js';
import { readArticle } from '../src/corpus/read-article.js';
import { alignedTable } from '../src/evaluation/aligned-table.js';
import { trecRunLines } from '../src/evaluation/trec-run.js';
import { runCommand, usageOf } from './support/command.js';
import { takeEntitiesExam } from './support/entities-exam.js';
import { type EvaluateWords, evaluateUsage, readEvaluateWords } from './support/evaluate-words.js';
import { datasetExam, questionsExam } from './support/exams.js';
import { openMeasuredIndex } from './support/measured-index.js';
import { isTaggedFile, takeTaggedExam } from './support/tagged-exam.js';
import { takeExam } from './support/take-exam.js';

type ExamWords = Exclude<EvaluateWords, { readonly kind: 'entities' }>;

/** The exam and the settings it is taken with: a data set is indexed apart from the corpus. */
async function prepare(words: ExamWords) {
  if (words.kind === 'questions')
    return { exam: await questionsExam(words.questions), config: loadConfig(process.env) };
  const exam = await datasetExam(words.dataset);
  const dataDir = words.reuse ?? temporaryFolder('dateline-evaluate-');
  return { exam, config: loadConfig({ ...process.env, DATA_DIR: dataDir }) };
}

async function evaluateEntityFile(file: string, { misses, json }: EvaluateWords): Promise<void> {
  if (isTaggedFile(file)) {
    process.stdout.write(`${await takeTaggedExam(file)}\n`);
    return;
  }
  const { corpusDir } = loadConfig(process.env);
  const outcome = await takeEntitiesExam(file, createCorpusFolder(corpusDir, readArticle));
  process.stdout.write(`${outcome.tables.map(alignedTable).join('\n\n')}\n`);
  if (misses === true) process.stdout.write(`\n${outcome.misses.join('\n')}\n`);
  if (json !== undefined) await writeLines(json, [JSON.stringify(outcome.figures, undefined, 2)]);
}

async function evaluateAnswersTo(words: ExamWords): Promise<void> {
  const { exam, config } = await prepare(words);
  const outcome = await takeExam(exam, await openMeasuredIndex(config, exam.source));
  process.stdout.write(`${outcome.tables.map(alignedTable).join('\n\n')}\n`);
  const { run, answers, json } = words;
  if (run !== undefined) await writeLines(run, trecRunLines(outcome.run, 'dateline'));
  if (answers !== undefined)
    await writeLines(
      answers,
      outcome.answers.map((answer) => JSON.stringify(answer)),
    );
  if (json !== undefined) await writeLines(json, [JSON.stringify(outcome.figures, undefined, 2)]);
  const { shown, verbatim } = outcome.statements;
  if (verbatim < shown) throw new Error(`${shown - verbatim} of ${shown} statements do not stand so in their article.`);
}

await runCommand(async () => {
  const words = usageOf(evaluateUsage, readEvaluateWords);
  readDotEnv();
  return words.kind === 'entities' ? evaluateEntityFile(words.entities, words) : evaluateAnswersTo(words);
});
