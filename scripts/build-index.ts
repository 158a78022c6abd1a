import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { config as readDotEnv } from 'dotenv';
import { endSignals } from '../src/adapters/node/end-signals.js';
import { recordReindex } from '../src/administration/recording.js';
import { composeLogger, composeReindex } from '../src/compose.js';
import { composeAuditLog } from '../src/compose-intake.js';
import { type Config, loadConfig } from '../src/config.js';
import { actors } from '../src/domain/audit-entry.js';
import { messageOf } from '../src/domain/errors.js';
import type { ReindexOptions, ReindexOutcome } from '../src/domain/reindex.js';
import { runReindex } from '../src/indexing/run-reindex.js';
import { createProgressDisplay } from '../src/terminal/progress-display.js';
import { unrecordedText } from '../src/wording/administration-text.js';
import { describeDrop, reindexText } from '../src/wording/reindex-text.js';
import { runCommand, usageOf } from './support/command.js';

const usage = 'Usage: npm run -s index -- [--full] [--dry-run] [--json] [--allow-drop]';
const toDrop = 'If that is meant, add --allow-drop.';

await runCommand(async () => {
  const { values } = usageOf(usage, () =>
    parseArgs({
      options: {
        full: { type: 'boolean' },
        'dry-run': { type: 'boolean' },
        json: { type: 'boolean' },
        'allow-drop': { type: 'boolean' },
      },
    }),
  );
  readDotEnv();
  const mayDrop = values['allow-drop'] ? { mayDrop: 'any' as const } : {};
  const options = { full: values.full ?? false, dryRun: values['dry-run'] ?? false, ...mayDrop };
  const mayAsk = !values.json && process.stdin.isTTY === true && process.stderr.isTTY === true;
  // A wrong setting is an outcome too: who reads JSON reads nothing else.
  const outcome = await run(options, mayAsk).catch((error: unknown): ReindexOutcome => {
    return { kind: 'failed', reason: messageOf(error) };
  });
  if (values.json) process.stdout.write(`${JSON.stringify(outcome)}\n`);
  tell(outcome, values.json ?? false);
});

async function run(options: ReindexOptions, mayAsk: boolean): Promise<ReindexOutcome> {
  const config = loadConfig(process.env);
  const first = await reindex(config, options);
  return mayAsk ? unlessDeclined(config, options, first) : first;
}

/** Runs it, shows its progress and records it. */
async function reindex(config: Config, options: ReindexOptions): Promise<ReindexOutcome> {
  const logger = composeLogger(config);
  const display = createProgressDisplay(process.stderr, process.stderr.isTTY === true);
  const stop = new AbortController();
  const interrupt = () => stop.abort();
  for (const signal of endSignals) process.once(signal, interrupt);
  const dependencies = await composeReindex(config, logger);
  const outcome = await runReindex(dependencies, options, (progress) => display.show(progress), stop.signal);
  display.end();
  for (const signal of endSignals) process.removeListener(signal, interrupt);
  const recorded = await recordReindex({ audit: composeAuditLog(config), logger }, outcome, {
    who: actors.shell,
    options,
  });
  for (const line of unrecordedText(recorded)) process.stderr.write(`${line}\n`);
  return outcome;
}

/** Asks whoever sits at the terminal whether so many articles may go. */
async function unlessDeclined(config: Config, options: ReindexOptions, first: ReindexOutcome): Promise<ReindexOutcome> {
  if (first.kind !== 'drop-refused') return first;
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const reply = await lines.question(`${describeDrop(first.report)} Drop them? [y/N] `);
    return /^y(es)?$/i.test(reply.trim()) ? reindex(config, { ...options, mayDrop: first.report.removed }) : first;
  } finally {
    lines.close();
  }
}

/** Says how it ended, with the exit code: 1 where it did not come about, or not all of it, 3 where it would drop too much. */
function tell(outcome: ReindexOutcome, isJson: boolean): void {
  if (outcome.kind === 'failed') throw new Error(outcome.reason);
  if (outcome.kind === 'cancelled' || outcome.kind === 'already-running') process.exitCode = 1;
  if (outcome.kind === 'published' && outcome.report.catalogueBehind !== undefined) process.exitCode = 1;
  if (outcome.kind === 'drop-refused') {
    process.exitCode = 3;
    process.stderr.write(`${reindexText(outcome)}\n${toDrop}\n`);
  } else if (!isJson) process.stdout.write(`${reindexText(outcome)}\n`);
}
