import path from 'node:path';
import { parseArgs } from 'node:util';
import { config as readDotEnv } from 'dotenv';
import { temporaryFolder } from '../src/adapters/filesystem/temporary-folder.js';
import { writeLines } from '../src/adapters/filesystem/write-lines.js';
import { alignedTable } from '../src/evaluation/aligned-table.js';
import { type BenchOutcome, benchTable } from '../src/evaluation/bench-table.js';
import { baseName, contenderNames, isContenderName } from './bench/contenders.js';
import { runContender } from './bench/run-contender.js';
import { examOf } from './bench/task.js';
import { runCommand, usageOf } from './support/command.js';

const usage = `Usage: npm run -s bench -- [--dataset DIR] [--articles N] [--only NAME,...] [--minutes N] [--json FILE]
       NAME is one of ${contenderNames.join(', ')}; --minutes is what each of them has (10).`;

function readWords() {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { dataset: text, articles: text, only: text, minutes: text, json: text } });
  const { dataset, articles, only, minutes, json } = values;
  const empty = Object.entries(values).find(([, value]) => value === '');
  if (empty !== undefined) throw new Error(`--${empty[0]} has no value.`);
  if (articles !== undefined && !/^[1-9]\d{0,8}$/.test(articles)) throw new Error('--articles is a whole number.');
  if (minutes !== undefined && !(Number(minutes) > 0 && Number(minutes) < 10_000))
    throw new Error('--minutes is a number above 0.');
  const wanted = only?.split(',') ?? contenderNames;
  const unknown = wanted.find((name) => !isContenderName(name));
  if (unknown !== undefined) throw new Error(`There is no contender "${unknown}".`);
  return {
    names: contenderNames.filter((name) => wanted.includes(name)),
    task: { dataset, articles: articles === undefined ? undefined : Number(articles) },
    minutes: Number(minutes ?? 10),
    json,
  };
}

await runCommand(async () => {
  const { names, task, minutes, json } = usageOf(usage, readWords);
  readDotEnv();
  // Before anybody starts: what can't be read is told once.
  const { questions } = await examOf(task);
  const folder = temporaryFolder('dateline-bench-');
  const outcomes: BenchOutcome[] = [];
  for (const name of names)
    outcomes.push(await runContender(name, { ...task, folder: path.join(folder, name) }, minutes));
  process.stdout.write(`${alignedTable(benchTable(outcomes, baseName))}\n`);
  if (json !== undefined)
    await writeLines(json, [JSON.stringify({ ...task, questions: questions.length, outcomes }, undefined, 2)]);
  const failed = outcomes.flatMap((one) => (one.kind === 'failed' ? [`${one.name} failed (${one.reason})`] : []));
  if (failed.length > 0) throw new Error(`${failed.join(', ')}.`);
});
