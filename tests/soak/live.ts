import path from 'node:path';
import { openCoverageWorker } from '../../src/adapters/node/open-coverage-worker.js';
import { createReindexProcess } from '../../src/adapters/node/reindex-process.js';
import { systemClock } from '../../src/compose.js';
import { NoSnapshotError } from '../../src/domain/errors.js';
import { createLiveDateline, type LiveDateline } from '../../src/indexing/live-dateline.js';
import type { Logger } from '../../src/ports/logger.js';
import { createRecordingLogger } from '../fakes/recording-logger.js';

/** A live Dateline composed as `main` composes it: a thread that answers, a process that builds. */
export async function openLive(work: string): Promise<{ dateline: LiveDateline; logger: Logger; corpus: string }> {
  const [corpus, data] = [path.join(work, 'corpus'), path.join(work, 'data')];
  // What thread and process read their settings from.
  Object.assign(process.env, { CORPUS_DIR: corpus, DATA_DIR: data, EMBEDDINGS: 'builtin' });
  const logger = createRecordingLogger();
  const source = (script: string) => new URL(`../../src/${script}`, import.meta.url);
  const dateline = createLiveDateline({
    open: () =>
      openCoverageWorker(source('coverage-worker.js')).catch((error: unknown) => {
        if (error instanceof NoSnapshotError) return null;
        throw error;
      }),
    build: createReindexProcess(source('reindex-process.js')),
    logger,
    clock: systemClock,
  });
  return { dateline, logger, corpus };
}
