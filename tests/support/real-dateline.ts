import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { composeReindex, loadCoverage } from '../../src/compose.js';
import { loadConfig } from '../../src/config.js';
import { reindex } from '../../src/indexing/reindex.js';
import type { Dateline } from '../../src/ports/dateline.js';
import { createRecordingLogger } from '../fakes/recording-logger.js';

/** The real engine over a folder of articles, in this process; `close` removes its index. */
export interface RealDateline {
  readonly dateline: Dateline;
  close(): void;
}

/** Indexes `corpusDir` into a temporary folder and opens the result. */
export async function openRealDateline(corpusDir: string): Promise<RealDateline> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'dateline-test-'));
  const config = loadConfig({ CORPUS_DIR: corpusDir, DATA_DIR: dataDir });
  const logger = createRecordingLogger();
  await reindex(await composeReindex(config, logger), {});
  const coverage = await loadCoverage(config, logger);
  if (coverage === null) throw new Error(`nothing was indexed: ${JSON.stringify(logger.lines)}`);
  const dateline: Dateline = {
    ...coverage,
    reindex: async () => ({ kind: 'failed', reason: 'This index is not rebuilt.' }),
  };
  return { dateline, close: () => rmSync(dataDir, { recursive: true, force: true }) };
}
