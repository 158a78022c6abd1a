import { parseArgs } from 'node:util';
import { config as readDotEnv } from 'dotenv';
import { composeLogger, composeReindex } from '../src/compose.js';
import { loadConfig } from '../src/config.js';
import { runReindex } from '../src/indexing/run-reindex.js';
import { createProgressDisplay } from '../src/terminal/progress-display.js';
import { reindexText } from '../src/wording/reindex-text.js';
import { runCommand, usageOf } from './support/command.js';

const usage = 'Usage: npm run -s index -- [--full] [--dry-run] [--json]';

await runCommand(async () => {
  const { values } = usageOf(usage, () =>
    parseArgs({ options: { full: { type: 'boolean' }, 'dry-run': { type: 'boolean' }, json: { type: 'boolean' } } }),
  );
  readDotEnv();
  const config = loadConfig(process.env);
  const dependencies = await composeReindex(config, composeLogger(config));
  const display = createProgressDisplay(process.stderr, process.stderr.isTTY === true);
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  const options = { full: values.full ?? false, dryRun: values['dry-run'] ?? false };
  const outcome = await runReindex(dependencies, options, (progress) => display.show(progress), stop.signal);
  display.end();
  if (outcome.kind === 'failed') throw new Error(outcome.reason);
  process.stdout.write(values.json ? `${JSON.stringify(outcome)}\n` : `${reindexText(outcome)}\n`);
  if (outcome.kind === 'cancelled') process.exitCode = 1;
});
