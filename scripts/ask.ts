import { parseArgs } from 'node:util';
import { config as readDotEnv } from 'dotenv';
import { z } from 'zod';
import { toAnswerJson } from '../src/answering/answer-json.js';
import { loadConfig } from '../src/config.js';
import { answerText } from '../src/wording/answer-text.js';
import { runCommand, usageOf } from './support/command.js';
import { openCoverage } from './support/open-coverage.js';

const usage = 'Usage: npm run -s ask -- "question" [--source S] [--from D] [--to D] [--json]';

function readWords() {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { source: text, from: text, to: text, json: { type: 'boolean' } },
  });
  const question = positionals.join(' ').trim();
  if (question === '') throw new Error('There is no question.');
  for (const name of ['from', 'to'] as const) {
    const day = values[name];
    if (day !== undefined && !z.iso.date().safeParse(day).success)
      throw new Error(`"${day}" is no day for --${name}. Write it as 2026-01-05.`);
  }
  return { ...values, text: question };
}

await runCommand(async () => {
  const { json, ...question } = usageOf(usage, readWords);
  readDotEnv();
  const coverage = await openCoverage(loadConfig(process.env));
  const started = performance.now();
  const answer = await coverage.ask(question);
  const ms = performance.now() - started;
  const text = answerText(answer);
  process.stdout.write(json ? `${JSON.stringify(toAnswerJson(answer, text, ms))}\n` : `${text}\n`);
});
