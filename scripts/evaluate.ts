import { parseArgs } from 'node:util';
import { config as readDotEnv } from 'dotenv';
import { temporaryFolder } from '../src/adapters/filesystem/temporary-folder.js';
import { writeLines } from '../src/adapters/filesystem/write-lines.js';
import { loadConfig } from '../src/config.js';
import { alignedTable } from '../src/evaluation/aligned-table.js';
import { trecRunLines } from '../src/evaluation/trec-run.js';
import { runCommand, usageOf } from './support/command.js';
import { datasetExam, questionsExam } from './support/exams.js';
import { openMeasuredIndex } from './support/measured-index.js';
import { takeExam } from './support/take-exam.js';

const usage = `Usage: npm run -s evaluate -- --dataset DIR [--reuse FOLDER] [--run FILE] [--answers FILE] [--json FILE]
       npm run -s evaluate -- --questions FILE [--run FILE] [--answers FILE] [--json FILE]`;

function readWords() {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: { dataset: text, questions: text, reuse: text, run: text, answers: text, json: text },
  });
  const { dataset, questions, reuse } = values;
  const empty = Object.entries(values).find(([, value]) => value === '');
  if (empty !== undefined) throw new Error(`--${empty[0]} has no value.`);
  if (dataset === undefined && reuse !== undefined) throw new Error('--reuse goes with --dataset.');
  if (dataset !== undefined && questions === undefined) return { ...values, kind: 'dataset', dataset } as const;
  if (questions !== undefined && dataset === undefined) return { ...values, kind: 'questions', questions } as const;
  throw new Error('Either --dataset or --questions is needed, and not both.');
}

/** The exam and the settings it is taken with: a data set is indexed apart from the corpus. */
async function prepare(words: ReturnType<typeof readWords>) {
  if (words.kind === 'questions')
    return { exam: await questionsExam(words.questions), config: loadConfig(process.env) };
  const exam = await datasetExam(words.dataset);
  const dataDir = words.reuse ?? temporaryFolder('dateline-evaluate-');
  return { exam, config: loadConfig({ ...process.env, DATA_DIR: dataDir }) };
}

await runCommand(async () => {
  const words = usageOf(usage, readWords);
  readDotEnv();
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
});
