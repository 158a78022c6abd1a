import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { config as readDotEnv } from 'dotenv';
import { createDirectorySnapshotStore } from './adapters/filesystem/directory-snapshot-store.js';
import { createNoteFile } from './adapters/filesystem/note-file.js';
import { openCoverageWorker } from './adapters/node/open-coverage-worker.js';
import { createReindexProcess } from './adapters/node/reindex-process.js';
import { composeLogger, systemClock } from './compose.js';
import { composeAdministration } from './compose-intake.js';
import { type Config, type DiscordConfig, loadConfig } from './config.js';
import { startBot } from './discord/bot.js';
import { actors } from './domain/audit-entry.js';
import { messageOf, NoSnapshotError, UsageError } from './domain/errors.js';
import type { ReindexProgress } from './domain/reindex.js';
import { createLiveDateline, type LiveDateline } from './indexing/live-dateline.js';
import type { Administration } from './ports/administration.js';
import type { Logger } from './ports/logger.js';
import { createProgressDisplay } from './terminal/progress-display.js';
import { openPrompt } from './terminal/prompt.js';
import { type Watching, watchForChanges } from './watching.js';
import { describeOutcome, howToDrop } from './wording/reindex-text.js';

/** Ends the process with one plain line on stderr. */
function fail(reason: string): never {
  process.stderr.write(`${reason}\n`);
  process.exit(1);
}

function createDateline(config: Config, logger: Logger): LiveDateline {
  const store = createDirectorySnapshotStore({ folder: path.join(config.dataDir, 'index'), logger });
  return createLiveDateline({
    open: () =>
      openCoverageWorker(new URL('./coverage-worker.js', import.meta.url)).catch((error: unknown) => {
        if (error instanceof NoSnapshotError) return null;
        throw error;
      }),
    build: createReindexProcess(new URL('./reindex-process.js', import.meta.url)),
    discard: (snapshot) => store.discard(snapshot),
    logger,
    clock: systemClock,
  });
}

/** Brings the index up to the corpus, showing the progress; what serves already goes on serving where that fails. */
async function bringUpToDate({ administration, watching, logger }: Running, full: boolean): Promise<void> {
  const display = createProgressDisplay(process.stderr, process.stderr.isTTY === true);
  const show = (progress: ReindexProgress) => display.show(progress);
  const { outcome } = await administration.reindex(actors.start, { full }, show);
  display.end();
  if (outcome.kind === 'published') process.stderr.write(`${describeOutcome(outcome)}\n`);
  const reason = 'reason' in outcome ? outcome.reason : describeOutcome(outcome);
  if (outcome.kind === 'drop-refused') logger.warn('the index was not brought up to date', { reason, how: howToDrop });
  if (outcome.kind === 'failed' || outcome.kind === 'already-running') {
    logger.error('the index could not be brought up to date', { reason });
    watching.missed();
  }
}

/** Whether somebody has gone back to an index before the newest: that holds until somebody says otherwise. */
async function hasGoneBack({ administration, logger }: Running): Promise<boolean> {
  const kept = (await administration.generations()).filter(({ contents }) => contents !== undefined);
  const [newest] = kept;
  // One that is newer than the current, without anybody having gone back, is what a crash has left before it was named.
  const current = kept.find(({ isGoneBackTo }) => isGoneBackTo);
  if (newest === undefined || current === undefined || current === newest) return false;
  const ids = { current: current.id, newest: newest.id };
  logger.warn('an index before the newest is current; it is not brought up to date by itself, /reindex does that', ids);
  return true;
}

/**
 * Whether an index serves now; one that can't be used (another embedder made it) is built anew.
 * @throws UsageError for a wrong setting, which a new index would not mend.
 */
async function openOrExplain(dateline: LiveDateline, logger: Logger): Promise<boolean> {
  try {
    return await dateline.open();
  } catch (error) {
    if (error instanceof UsageError) throw error;
    logger.warn('the stored index can not be used and is built anew', { reason: messageOf(error) });
    return false;
  }
}

async function runPrompt({ dateline, administration, watching }: Running): Promise<void> {
  const isTerminal = process.stdin.isTTY === true && process.stdout.isTTY === true;
  await openPrompt({ dateline, administration, input: process.stdin, output: process.stdout, isTerminal });
  watching.close();
  await dateline.close();
}

/** What both ways of running need. */
interface Running {
  readonly dateline: LiveDateline;
  readonly administration: Administration;
  readonly watching: Watching;
  readonly config: Config;
  readonly logger: Logger;
}

// Supervisors kill 10 s after SIGTERM (Docker). Where Discord has not answered by then, nobody can have asked anything.
const loginGraceMs = 3_000;

async function runBot(
  { dateline, administration, watching, config, logger }: Running,
  settings: DiscordConfig,
): Promise<void> {
  const deploymentNote = createNoteFile(path.join(config.dataDir, 'deployed-commands'));
  const surroundings = { logger, clock: systemClock, deploymentNote, onClosedForGood: fail };
  const starting = startBot({ dateline, administration, settings, ...surroundings });
  // Before it is online: a signal that comes meanwhile must not leave questions open either.
  const stop = async () => {
    watching.close();
    const bot = await Promise.race([starting, setTimeout(loginGraceMs, undefined, { ref: false })]);
    await bot?.stop();
    await dateline.close();
    // What still tries to reach Discord would keep the process for ever.
    if (bot === undefined) process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void stop().catch((error: unknown) => fail(messageOf(error))));
  }
  await starting;
}

async function main(): Promise<void> {
  readDotEnv();
  const config = loadConfig(process.env);
  const logger = composeLogger(config);
  const dateline = createDateline(config, logger);
  const administration = composeAdministration(config, logger, dateline);
  const serves = await openOrExplain(dateline, logger);
  // Before the re-index: what changes after it has read the corpus is then found.
  const watching = await watchForChanges(config, { dateline, administration }, logger);
  const running = { dateline, administration, watching, config, logger };
  const staysAsItIs = serves && (await hasGoneBack(running));
  const upToDate = staysAsItIs ? Promise.resolve() : bringUpToDate(running, !serves);
  // With something to serve, a bot need not wait; a prompt does, so that its first answer is from the corpus as it is.
  if (!serves || config.discord === undefined) await upToDate;
  if (config.discord === undefined) await runPrompt(running);
  else await runBot(running, config.discord);
}

await main().catch((error: unknown) => fail(messageOf(error)));
