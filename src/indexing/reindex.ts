import { IndexBusyError, messageOf } from '../domain/errors.js';
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
import type { SnapshotStore, StoredSnapshot } from '../ports/snapshot-store.js';
import { completeCatalogue, type SnapshotTexts } from './complete-catalogue.js';
import { earlierIndex, noEarlierIndex } from './earlier-index.js';
import { earlierReadings } from './earlier-readings.js';
import { dropsTooMuch, isUnchanged, planReindex, type ReindexPlan } from './plan-reindex.js';
import { type CorpusReading, readCorpus } from './read-corpus.js';
import { decodeArticles, decodePassages, snapshotFiles } from './snapshot-files.js';
import { type BuildTools, writeSnapshot } from './write-snapshot.js';

/** What a re-index needs from outside. */
export interface ReindexDependencies extends BuildTools {
  readonly source: ArticleSource;
  readonly store: Pick<SnapshotStore, 'currentId' | 'loadCurrent' | 'publish' | 'removeLeftovers'>;
  /** The share of the articles, 0 to 1, beyond which none is dropped unless somebody has said so; `undefined`: 1. */
  readonly dropShare?: number | undefined;
  /** From so many articles on, changed articles can be searched before their names are catalogued; `undefined`: 500. */
  readonly twoStagesFrom?: number | undefined;
}

// Names are told apart and joined in the light of all articles, 6 to 10 ms of CPU each. One of 500 articles changed: .8 s until it
// can be searched, 5.8 with the names, and .7 to open each of the two; of 250: .6, 3.7 and .4; of 3,750: 6.5, 35 and 4.
const defaultTwoStagesFrom = 500;

/**
 * Reads the corpus, and where it differs from the current snapshot builds and publishes a new one. Of a large corpus the changed
 * articles are published first with the former catalogue of names, and once more when that has been made anew.
 * Rejects on a fault or an aborted signal before the first publication, and with `IndexBusyError` where another process has made another
 * snapshot current since this one began to read; what was current then still is.
 */
export async function reindex(
  dependencies: ReindexDependencies,
  options: ReindexOptions,
  onProgress: (progress: ReindexProgress) => void = () => {},
  signal?: AbortSignal,
): Promise<ReindexOutcome> {
  const { store, source, clock } = dependencies;
  const started = clock.now();
  const named = await store.currentId();
  const current = await store.loadCurrent();
  const reading = await readCorpus(source, await earlierReadings(options.full ? null : current), onProgress, signal);
  const plan = planReindex(current?.manifest.articleHashes, reading.articles);
  const changes: ReindexChanges = { ...plan, unchanged: plan.unchanged.length, setAside: reading.setAside };
  onProgress({ phase: 'comparing', done: 0, total: undefined, changes });
  const before = current === null ? {} : { bytesBefore: snapshotBytes(current.manifest) };
  const milliseconds = () => Math.round(clock.now() - started);
  const report = (work: Work): ReindexReport => ({ ...changes, ...work, ...before, milliseconds: milliseconds() });
  const idle = report(noWork(current));
  if (options.dryRun) return { kind: 'dry-run', report: idle };
  const run: Run = { dependencies, named, reading, onProgress, signal, milliseconds, report };
  if (current !== null && !options.full && isSame(current.manifest, plan, reading, dependencies.embedder)) {
    if (current.manifest.catalogue.behind) return completeStored(run, current);
    await store.removeLeftovers();
    return { kind: 'unchanged', snapshot: current.manifest.id, report: idle };
  }
  if (dropsTooMuch(plan, dependencies.dropShare, options.mayDrop)) return { kind: 'drop-refused', report: idle };
  const first = await publishFirst(run, plan, options.full ? null : current);
  return first.manifest.catalogue.behind ? completeFirst(run, first) : published(run, first.manifest, first.work);
}

type Work = Pick<
  ReindexReport,
  'passages' | 'entities' | 'vectorsReused' | 'vectorsMade' | 'searchableAfter' | 'catalogueBehind'
>;

/** One re-index under way. */
interface Run {
  readonly dependencies: ReindexDependencies;
  /** What was current when it began. */
  readonly named: string | undefined;
  readonly reading: CorpusReading;
  readonly onProgress: (progress: ReindexProgress) => void;
  readonly signal: AbortSignal | undefined;
  /** Since it began. */
  readonly milliseconds: () => number;
  readonly report: (work: Work & Pick<ReindexReport, 'bytesAfter'>) => ReindexReport;
}

/** A publication, what it took, and the texts it is of. */
interface Published extends SnapshotTexts {
  readonly manifest: SnapshotManifest;
  readonly work: Work;
}

function noWork(current: StoredSnapshot | null): Work {
  const { passages = 0, entities = 0 } = current?.manifest.counts ?? {};
  return { passages, entities, vectorsReused: 0, vectorsMade: 0 };
}

function published({ report }: Run, manifest: SnapshotManifest, work: Work): ReindexOutcome {
  const { entities } = manifest.counts;
  const bytesAfter = snapshotBytes(manifest);
  return { kind: 'published', snapshot: manifest.id, report: report({ ...work, entities, bytesAfter }) };
}

/** Publishes the articles as they are now: whole, or with the catalogue of before where making it anew takes long. */
async function publishFirst(run: Run, plan: ReindexPlan, current: StoredSnapshot | null): Promise<Published> {
  const { dependencies, reading, onProgress, signal } = run;
  const earlier = current === null ? noEarlierIndex : await earlierIndex(current, dependencies.embedder);
  const behind = mayLag(earlier.stored?.manifest, plan, run) ? plan : undefined;
  let written: Omit<Published, 'manifest' | 'articles'> = { passages: [], work: noWork(null) };
  const manifest = await dependencies.store.publish(async (draft) => {
    await refuseOvertaken(run);
    const { description, ...rest } = await writeSnapshot(
      draft,
      reading,
      earlier,
      dependencies,
      onProgress,
      signal,
      behind,
    );
    written = rest;
    return description;
  });
  await dependencies.scratch?.clear();
  return { ...written, articles: reading.articles, manifest };
}

/** What was read before another published may be older than what that one read; and who has gone back means it. */
async function refuseOvertaken({ dependencies: { store }, named }: Run): Promise<void> {
  if ((await store.currentId()) === named) return;
  throw new IndexBusyError('another index has been made current since the articles were read');
}

/** A catalogue of other rules is no former state of the one that will be made; nor is one that the same articles gave. */
function mayLag(
  manifest: SnapshotManifest | undefined,
  plan: ReindexPlan,
  { dependencies, reading }: Pick<Run, 'dependencies' | 'reading'>,
): boolean {
  const isLarge = reading.articles.length >= (dependencies.twoStagesFrom ?? defaultTwoStagesFrom);
  return isLarge && manifest?.catalogue.version === catalogueVersion && !isUnchanged(plan);
}

/** The second publication. Where it fails or is stopped, the first goes on serving, and the outcome tells why. */
async function completeFirst(run: Run, { manifest, work, ...texts }: Published): Promise<ReindexOutcome> {
  const searchable = { ...work, searchableAfter: run.milliseconds() };
  run.onProgress({ phase: 'published', done: 1, total: 1, snapshot: manifest.id });
  try {
    return published(run, await complete(run, manifest, texts, manifest.id), searchable);
  } catch (error) {
    const catalogueBehind = run.signal?.aborted ? 'making it was stopped' : messageOf(error);
    return published(run, manifest, { ...searchable, catalogueBehind });
  }
}

/** Completes what an earlier run left behind. */
async function completeStored(run: Run, current: StoredSnapshot): Promise<ReindexOutcome> {
  const articles = decodeArticles(await current.read(snapshotFiles.articles));
  const passages = decodePassages(await current.read(snapshotFiles.passages));
  return published(run, await complete(run, current.manifest, { articles, passages }, run.named), noWork(current));
}

function complete(
  { dependencies, reading, onProgress, signal }: Run,
  behind: SnapshotManifest,
  texts: SnapshotTexts,
  after?: string,
): Promise<SnapshotManifest> {
  return completeCatalogue(dependencies.store, behind, texts, reading, dependencies, onProgress, signal, after);
}

/** Whether a new snapshot would say the same, down to the files set aside; a catalogue that is behind left out of account. */
function isSame(manifest: SnapshotManifest, plan: ReindexPlan, reading: CorpusReading, embedder: Embedder): boolean {
  return (
    isUnchanged(plan) &&
    manifest.embedderId === embedder.id &&
    manifest.catalogue.version === catalogueVersion &&
    (manifest.catalogue.behind || manifest.catalogue.pins === reading.pinsHash) &&
    JSON.stringify(manifest.setAside) === JSON.stringify(reading.setAside)
  );
}
