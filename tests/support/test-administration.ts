import {
  type AdministrationDependencies,
  createAdministration,
} from '../../src/administration/create-administration.js';
import { createSharedReindex } from '../../src/indexing/shared-reindex.js';
import { createCorpusIntake } from '../../src/intake/create-corpus-intake.js';
import { examineFile } from '../../src/intake/examine-file.js';
import type { Administration } from '../../src/ports/administration.js';
import type { Clock } from '../../src/ports/clock.js';
import type { Dateline } from '../../src/ports/dateline.js';
import { type InMemoryAuditLog, inMemoryAuditLog } from '../fakes/in-memory-audit-log.js';
import { type InMemoryCorpusFiles, inMemoryCorpusFiles } from '../fakes/in-memory-corpus-files.js';
import { createInMemorySnapshotStore } from '../fakes/in-memory-snapshot-store.js';
import { createRecordingLogger } from '../fakes/recording-logger.js';

/** Administration over a Dateline, with all else in memory. */
export interface TestAdministration {
  readonly administration: Administration;
  readonly audit: InMemoryAuditLog;
  readonly files: InMemoryCorpusFiles;
}

interface Parts extends Partial<Omit<AdministrationDependencies, 'audit'>> {
  readonly audit?: InMemoryAuditLog;
  readonly files?: InMemoryCorpusFiles;
}

const stillClock: Clock = { now: () => Date.parse('2026-01-20T08:30:00Z') };

/** An intake over files in memory; drafts are named draft0, draft1, … */
export function memoryIntake(files: InMemoryCorpusFiles, clock: Clock = stillClock) {
  let drafts = 0;
  return createCorpusIntake({
    files,
    examiner: { examine: async (file) => examineFile(file) },
    fetcher: { fetch: async () => ({ kind: 'refused', reason: 'There is no host of that name.' }) },
    indexed: async () => [],
    clock,
    newDraftId: () => `draft${drafts++}`,
  });
}

/** Joins, stops and records as the program does; attachments are refused unless another source is given. */
export function administrationOver(dateline: Dateline, parts: Parts = {}): TestAdministration {
  const { audit = inMemoryAuditLog(), files = inMemoryCorpusFiles(), clock = stillClock } = parts;
  const shared = createSharedReindex((...args) => dateline.reindex(...args), clock);
  const administration = createAdministration({
    dateline: {
      reindex: shared.reindex,
      get running() {
        return shared.running;
      },
      stopReindex: (by) => shared.stop(by),
      sources: (publisher) => dateline.sources(publisher),
      status: () => dateline.status(),
      open: async () => true,
    },
    intake: memoryIntake(files, clock),
    attachments: { download: async () => ({ kind: 'refused', reason: 'Nothing is attached here.' }) },
    store: createInMemorySnapshotStore(),
    logger: createRecordingLogger(),
    ...parts,
    clock,
    audit,
  });
  return { administration, audit, files };
}
