import { createCoverage } from '../../src/answering/coverage.js';
import { composeLogger, composeQueryTools, composeReindex } from '../../src/compose.js';
import type { Config } from '../../src/config.js';
import { NoSnapshotError } from '../../src/domain/errors.js';
import type { ReindexOutcome } from '../../src/domain/reindex.js';
import type { IndexFigures } from '../../src/evaluation/run-tables.js';
import { loadSnapshot } from '../../src/indexing/load-snapshot.js';
import { type ReindexDependencies, reindex } from '../../src/indexing/reindex.js';
import type { ArticleSource } from '../../src/ports/article-source.js';
import type { Coverage, EntityDirectory } from '../../src/ports/dateline.js';
import type { QueryTools } from '../../src/retrieval/prepare-query.js';
import type { Snapshot } from '../../src/retrieval/snapshot.js';
import { createProgressDisplay } from '../../src/terminal/progress-display.js';

/** An index in memory, and what it took to get it there. */
export interface MeasuredIndex {
  readonly snapshot: Snapshot;
  readonly tools: QueryTools;
  readonly coverage: Coverage;
  readonly directory: EntityDirectory;
  readonly figures: IndexFigures;
}

/** Brings the index of the settings up to `source` (none: their corpus folder) in this process, and opens it. */
export async function openMeasuredIndex(config: Config, source: ArticleSource | undefined): Promise<MeasuredIndex> {
  const dependencies = await composeReindex(config, composeLogger(config), source);
  const indexed = await timed(() => build(dependencies));
  const peakMegabytes = process.resourceUsage().maxRSS / 1_000;
  const loaded = await timed(async () => {
    const snapshot = await load(dependencies);
    return { snapshot, ...composeQueryTools(snapshot, dependencies.embedder) };
  });
  const { snapshot, tools, directory } = loaded.value;
  const figures = {
    built: indexed.value.outcome.kind === 'published',
    articles: snapshot.articles.length,
    passages: snapshot.passages.length,
    entities: snapshot.catalogue.entities.length,
    indexSeconds: indexed.seconds,
    cataloguingSeconds: indexed.value.cataloguingSeconds,
    peakMegabytes,
    loadSeconds: loaded.seconds,
    vectorIndex: snapshot.vectorIndex.report,
  };
  return {
    snapshot,
    tools,
    coverage: createCoverage(snapshot, tools, directory),
    directory,
    figures,
  };
}

async function build(
  dependencies: ReindexDependencies,
): Promise<{ readonly outcome: ReindexOutcome; readonly cataloguingSeconds: number }> {
  const display = createProgressDisplay(process.stderr, process.stderr.isTTY === true);
  try {
    // Another set than the one before shares few of its articles or none.
    const seen = { from: 0, to: 0 };
    const outcome = await reindex(dependencies, { mayDrop: 'any' }, (progress) => {
      display.show(progress);
      if (progress.phase !== 'cataloguing' && progress.phase !== 'publishing') seen.from = performance.now();
      if (progress.phase === 'publishing') seen.to = performance.now();
    });
    return { outcome, cataloguingSeconds: Math.max(0, seen.to - seen.from) / 1_000 };
  } finally {
    display.end();
  }
}

async function load({ store, embedder, vectorIndexes }: ReindexDependencies): Promise<Snapshot> {
  const stored = await store.loadCurrent();
  if (stored === null) throw new NoSnapshotError('Nothing could be indexed.');
  return loadSnapshot(stored, embedder, vectorIndexes);
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly seconds: number }> {
  const started = performance.now();
  const value = await work();
  return { value, seconds: (performance.now() - started) / 1_000 };
}
