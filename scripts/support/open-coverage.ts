import { composeLogger, composeReindex, loadCoverage } from '../../src/compose.js';
import type { Config } from '../../src/config.js';
import { NoSnapshotError } from '../../src/domain/errors.js';
import { reindex } from '../../src/indexing/reindex.js';
import type { Coverage } from '../../src/ports/dateline.js';
import { createProgressDisplay } from '../../src/terminal/progress-display.js';

/** The current index; where there is none yet, it is built first. */
export async function openCoverage(config: Config): Promise<Coverage> {
  const logger = composeLogger(config);
  const existing = await loadCoverage(config, logger);
  if (existing !== null) return existing;
  const display = createProgressDisplay(process.stderr, process.stderr.isTTY === true);
  await reindex(await composeReindex(config, logger), {}, (progress) => display.show(progress));
  display.end();
  const built = await loadCoverage(config, logger);
  if (built === null) throw new NoSnapshotError('Nothing could be indexed. Run: npm run index');
  return built;
}
