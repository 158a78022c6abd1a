import path from 'node:path';
import { createAuditFile } from '../../src/adapters/filesystem/audit-file.js';
import { createCorpusFiles } from '../../src/adapters/filesystem/corpus-files.js';
import { createDirectorySnapshotStore } from '../../src/adapters/filesystem/directory-snapshot-store.js';
import { createAttachmentDownload } from '../../src/adapters/web/attachment-download.js';
import { createAdministration } from '../../src/administration/create-administration.js';
import { composeReindex, loadCoverage } from '../../src/compose.js';
import { loadConfig } from '../../src/config.js';
import { createLiveDateline, type LiveDateline } from '../../src/indexing/live-dateline.js';
import { runReindex } from '../../src/indexing/run-reindex.js';
import { createCorpusIntake } from '../../src/intake/create-corpus-intake.js';
import { examineFile } from '../../src/intake/examine-file.js';
import type { Administration } from '../../src/ports/administration.js';
import type { Clock } from '../../src/ports/clock.js';
import { createRecordingLogger } from '../fakes/recording-logger.js';
import { type SmallPlace, smallPlace } from './small-corpus.js';

/** The small corpus in a folder of its own, indexed and served as the program does it, in this process. */
export interface RealPlace extends SmallPlace {
  readonly dateline: LiveDateline;
  readonly administration: Administration;
}

interface Circumstances {
  /** Where attachments may come from. */
  readonly origins?: readonly string[];
  readonly clock?: Clock;
  readonly settings?: Readonly<Record<string, string>>;
}

/** Indexes it and opens the result; all of it is removed after the test. */
export async function openRealPlace(circumstances: Circumstances = {}): Promise<RealPlace> {
  const { origins = [], clock = { now: () => Date.now() }, settings = {} } = circumstances;
  const place = smallPlace();
  const config = loadConfig({ ...place.settings, ...settings });
  const { corpusDir: folder, dataDir } = config;
  const logger = createRecordingLogger();
  const dateline = createLiveDateline({
    open: async () => {
      const coverage = await loadCoverage(config, logger);
      return coverage && { ...coverage, dead: false, close: async () => {} };
    },
    build: async (...args) => runReindex(await composeReindex(config, logger), ...args),
    logger,
    clock,
  });
  let drafts = 0;
  const administration = createAdministration({
    dateline,
    intake: createCorpusIntake({
      files: createCorpusFiles({ folder, dataDir, clock, logger }),
      examiner: { examine: async (file) => examineFile(file) },
      fetcher: { fetch: async () => ({ kind: 'refused', reason: 'No host is allowed.' }) },
      indexed: async () => (await dateline.sources()).flatMap(({ articles }) => articles),
      clock,
      newDraftId: () => `draft${drafts++}`,
    }),
    attachments: createAttachmentDownload({ origins }),
    store: createDirectorySnapshotStore({ folder: place.indexDir, logger }),
    audit: createAuditFile({ file: path.join(dataDir, 'audit.jsonl'), clock }),
    clock,
    logger,
  });
  await dateline.reindex({}, () => {});
  return { ...place, dateline, administration };
}
