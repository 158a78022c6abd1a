import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { createAuditFile } from './adapters/filesystem/audit-file.js';
import { createCorpusFiles } from './adapters/filesystem/corpus-files.js';
import { createDirectorySnapshotStore } from './adapters/filesystem/directory-snapshot-store.js';
import { createFileExaminer } from './adapters/node/file-examiner.js';
import { createAttachmentDownload } from './adapters/web/attachment-download.js';
import { createPageFetcher } from './adapters/web/page-fetcher.js';
import { createAdministration } from './administration/create-administration.js';
import { systemClock } from './compose.js';
import type { Config } from './config.js';
import { NoSnapshotError } from './domain/errors.js';
import type { LiveDateline } from './indexing/live-dateline.js';
import { createCorpusIntake } from './intake/create-corpus-intake.js';
import type { Administration } from './ports/administration.js';
import type { AuditLog } from './ports/audit-log.js';
import type { CorpusIntake } from './ports/corpus-intake.js';
import type { Coverage } from './ports/dateline.js';
import type { Logger } from './ports/logger.js';

/** The corpus folder for admins; `coverage` tells which articles are indexed. */
export function composeIntake(config: Config, logger: Logger, coverage: Pick<Coverage, 'sources'>): CorpusIntake {
  const { corpusDir: folder, dataDir, allowedHosts } = config;
  return createCorpusIntake({
    files: createCorpusFiles({ folder, dataDir, clock: systemClock, logger }),
    examiner: createFileExaminer(new URL('./intake-worker.js', import.meta.url)),
    fetcher: createPageFetcher({ allowedHosts }),
    indexed: async () => {
      try {
        return (await coverage.sources()).flatMap(({ articles }) => articles);
      } catch (error) {
        if (error instanceof NoSnapshotError) return [];
        throw error;
      }
    },
    clock: systemClock,
    newDraftId: () => randomBytes(16).toString('hex'),
  });
}

/** All that admins can do in this process, over the Dateline that serves here. */
export function composeAdministration(config: Config, logger: Logger, dateline: LiveDateline): Administration {
  const apiBase = config.discord?.apiBase;
  return createAdministration({
    dateline,
    intake: composeIntake(config, logger, dateline),
    // A stand-in of Discord's servers keeps its attachments itself.
    attachments: createAttachmentDownload({ origins: apiBase === undefined ? [] : [new URL(apiBase).origin] }),
    store: createDirectorySnapshotStore({ folder: path.join(config.dataDir, 'index'), logger }),
    audit: composeAuditLog(config),
    clock: systemClock,
    logger,
  });
}

/** What admins did, in the data folder. */
export function composeAuditLog(config: Config): AuditLog {
  return createAuditFile({ file: path.join(config.dataDir, 'audit.jsonl'), clock: systemClock });
}
