import type {
  ReindexChanges,
  ReindexOptions,
  ReindexOutcome,
  ReindexProgress,
  ReindexReport,
} from '../domain/reindex.js';
import { type SnapshotManifest, snapshotBytes } from '../domain/snapshot-manifest.js';
import { catalogueVersion } from '../entities/build-catalogue.js';
import type { ArticleSource } from '../ports/article-source.js';
import type { Embedder } from '../ports/embedder.js';
import type { SnapshotDraft, SnapshotStore, StoredSnapshot } from '../ports/snapshot-store.js';
import { earlierIndex, noEarlierIndex } from './earlier-index.js';
import { earlierReadings } from './earlier-readings.js';
import { dropsTooMuch, isUnchanged, planReindex, type ReindexPlan } from './plan-reindex.js';
import { type CorpusReading, readCorpus } from './read-corpus.js';
import { type BuildTools, writeSnapshot } from './write-snapshot.js';

/** What a re-index needs from outside. */
export interface ReindexDependencies extends BuildTools {
  readonly source: ArticleSource;
  readonly store: Pick<SnapshotStore, 'loadCurrent' | 'publish' | 'removeLeftovers'>;
  /** The share of the articles, 0 to 1, beyond which none is dropped unless somebody has said so; `undefined`: 1. */
  readonly dropShare?: number | undefined;
}

/**
 * Reads the corpus, and where it differs from the current snapshot builds and publishes a new one.
 * Rejects on a fault or an aborted signal; the former snapshot is then still current.
 */
export async function reindex(
  dependencies: ReindexDependencies,
  options: ReindexOptions,
  onProgress: (progress: ReindexProgress) => void = () => {},
  signal?: AbortSignal,
): Promise<ReindexOutcome> {
  const started = dependencies.clock.now();
  const current = await dependencies.store.loadCurrent();
  const known = await earlierReadings(options.full ? null : current);
  const reading = await readCorpus(dependencies.source, known, onProgress, signal);
  const plan = planReindex(current?.manifest.articleHashes, reading.articles);
  const changes: ReindexChanges = { ...plan, unchanged: plan.unchanged.length, setAside: reading.setAside };
  onProgress({ phase: 'comparing', done: 0, total: undefined, changes });
  const before = current === null ? {} : { bytesBefore: snapshotBytes(current.manifest) };
  const milliseconds = () => Math.round(dependencies.clock.now() - started);
  const report = (work: Work): ReindexReport => ({ ...changes, ...work, ...before, milliseconds: milliseconds() });
  const idle = report(noWork(current));
  if (options.dryRun) return { kind: 'dry-run', report: idle };
  if (current !== null && !options.full && isSame(current.manifest, plan, reading, dependencies.embedder)) {
    await dependencies.store.removeLeftovers();
    return { kind: 'unchanged', snapshot: current.manifest.id, report: idle };
  }
  if (dropsTooMuch(plan, dependencies.dropShare, options.mayDrop)) return { kind: 'drop-refused', report: idle };
  const earlier = options.full ? noEarlierIndex : await earlierIndex(current, dependencies.embedder);
  let work: Work = noWork(null);
  const manifest = await dependencies.store.publish(async (draft: SnapshotDraft) => {
    const written = await writeSnapshot(draft, reading, earlier, dependencies, onProgress, signal);
    work = written.work;
    return written.description;
  });
  await dependencies.scratch?.clear();
  return { kind: 'published', snapshot: manifest.id, report: report({ ...work, bytesAfter: snapshotBytes(manifest) }) };
}

type Work = Pick<ReindexReport, 'passages' | 'entities' | 'vectorsReused' | 'vectorsMade' | 'bytesAfter'>;

function noWork(current: StoredSnapshot | null): Work {
  const { passages = 0, entities = 0 } = current?.manifest.counts ?? {};
  return { passages, entities, vectorsReused: 0, vectorsMade: 0 };
}

/** Whether a new snapshot would say the same, down to the files set aside. */
function isSame(manifest: SnapshotManifest, plan: ReindexPlan, reading: CorpusReading, embedder: Embedder): boolean {
  return (
    isUnchanged(plan) &&
    manifest.embedderId === embedder.id &&
    manifest.catalogue.version === catalogueVersion &&
    manifest.catalogue.pins === reading.pinsHash &&
    JSON.stringify(manifest.setAside) === JSON.stringify(reading.setAside)
  );
}
