import { parentPort } from 'node:worker_threads';
import { serveCoverage } from './adapters/node/serve-coverage.js';
import { composeLogger, loadCoverage } from './compose.js';
import { loadConfig } from './config.js';
import { NoSnapshotError } from './domain/errors.js';

// The thread that holds the snapshot and answers from it.
if (parentPort !== null) {
  await serveCoverage(parentPort, async () => {
    const config = loadConfig(process.env);
    const coverage = await loadCoverage(config, composeLogger(config));
    if (coverage === null) throw new NoSnapshotError('Nothing is indexed yet.');
    return coverage;
  });
}
