import path from 'node:path';
import { corpusSignature } from './adapters/filesystem/corpus-signature.js';
import { readPointer } from './adapters/filesystem/current-pointer.js';
import { nodeFs } from './adapters/filesystem/snapshot-fs.js';
import { readManifestDigest } from './adapters/filesystem/verify-generation.js';
import { watchFolders } from './adapters/filesystem/watch-folders.js';
import { systemClock, systemTimers } from './compose.js';
import type { Config } from './config.js';
import { actors } from './domain/audit-entry.js';
import { followCurrent } from './indexing/follow-current.js';
import type { LiveDateline } from './indexing/live-dateline.js';
import { createReindexAfterChanges, type ReindexAfterChanges } from './indexing/reindex-after-changes.js';
import type { Administration } from './ports/administration.js';
import type { Logger } from './ports/logger.js';

/** What looks out for changes until it is closed. */
export interface Watching {
  /** Says that the corpus is not indexed as it was at the start: who watches it makes up for that. */
  missed(): void;
  close(): void;
}

/**
 * Takes up what other processes publish; a bot with `watchCorpus` also re-indexes by itself. At the prompt somebody who wants
 * that is there to say so.
 */
export async function watchForChanges(
  config: Config,
  { dateline, administration }: { readonly dateline: LiveDateline; readonly administration: Administration },
  logger: Logger,
): Promise<Watching> {
  const place = { fs: nodeFs, folder: path.join(config.dataDir, 'index'), logger };
  const stopFollowing = followCurrent({
    readCurrent: () => readPointer(place),
    digestOf: (generation) => readManifestDigest(place, generation),
    dateline,
    complete: config.discord === undefined ? undefined : () => completeNewest(administration),
    timers: systemTimers,
    logger,
  });
  const watchesCorpus = config.watchCorpus && config.discord !== undefined;
  const corpus = watchesCorpus ? await watchCorpus(config.corpusDir, administration, logger) : undefined;
  return {
    missed: () => corpus?.missed(),
    close() {
      stopFollowing();
      corpus?.close();
    },
  };
}

/** Brings the index up to date, as at a start; not where somebody has gone back to an older one, which holds until they say otherwise. */
async function completeNewest(administration: Administration): Promise<void> {
  const kept = await administration.generations();
  if (!kept.some(({ isGoneBackTo }, at) => isGoneBackTo && at > 0))
    await administration.reindex(actors.completion, {}, () => {});
}

async function watchCorpus(folder: string, administration: Administration, logger: Logger): Promise<Watching> {
  const notices = watchFolders(folder, () => changes.notice(), { logger });
  const changes: ReindexAfterChanges = createReindexAfterChanges({
    signature: async () => {
      await notices.refresh();
      return corpusSignature(folder);
    },
    // After one that runs already: that may have read the corpus before the change.
    reindex: async () => (await administration.reindex(actors.watch, { afterRunning: true }, () => {})).outcome,
    clock: systemClock,
    timers: systemTimers,
    logger,
  });
  await changes.start();
  return {
    missed: () => changes.forget(),
    close() {
      changes.close();
      notices.close();
    },
  };
}
