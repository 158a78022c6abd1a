import path from 'node:path';
import { createDirectorySnapshotStore } from '../../src/adapters/filesystem/directory-snapshot-store.js';
import { nodeFs, type SnapshotFs } from '../../src/adapters/filesystem/snapshot-fs.js';
import { createHnswVectorIndexFactory } from '../../src/adapters/hnswlib/hnsw-vector-index-factory.js';
import { type GraphClass, loadGraphClass } from '../../src/adapters/hnswlib/native-graph.js';
import { createCoverage } from '../../src/answering/coverage.js';
import { composeReindex } from '../../src/compose.js';
import { loadConfig } from '../../src/config.js';
import type { Answer } from '../../src/domain/answer.js';
import type { Article } from '../../src/domain/article.js';
import type { ReindexOutcome, ReindexProgress } from '../../src/domain/reindex.js';
import { createEntityDirectory } from '../../src/entities/lookup/create-entity-directory.js';
import { loadSnapshot } from '../../src/indexing/load-snapshot.js';
import { runReindex } from '../../src/indexing/run-reindex.js';
import type { ArticleSource } from '../../src/ports/article-source.js';
import type { Coverage } from '../../src/ports/dateline.js';
import type { Logger } from '../../src/ports/logger.js';
import { noThesaurus } from '../../src/ports/thesaurus.js';
import { articleList } from '../fakes/article-list.js';
import { createRecordingLogger } from '../fakes/recording-logger.js';

/** What a snapshot says: its id, and its answers without it. */
export interface Said {
  readonly snapshot: string;
  readonly answers: readonly string[];
}

/** What a run stands on instead of the real disk and the real graphs. */
export interface Ground {
  readonly fs?: SnapshotFs;
  readonly loadGraphs?: () => Promise<GraphClass>;
}

/** How a run is made. */
export interface Manner {
  readonly full?: boolean;
  /** See `ReindexDependencies`. */
  readonly twoStagesFrom?: number | undefined;
  readonly onProgress?: (progress: ReindexProgress) => void;
}

const configOf = (dataDir: string) => loadConfig({ DATA_DIR: dataDir });

/** The folder of the generations. */
export function indexFolder(dataDir: string): string {
  return path.join(dataDir, 'index');
}

/** Re-indexes as the program does, but for the ground it stands on and where the articles come from: a list, or any source. */
export async function reindexOver(
  dataDir: string,
  articles: readonly Article[] | ArticleSource,
  given: Ground & Manner = {},
): Promise<ReindexOutcome> {
  const { full = false, twoStagesFrom, onProgress = () => {}, fs = nodeFs, loadGraphs = loadGraphClass } = given;
  const logger = createRecordingLogger();
  const dependencies = {
    ...(await composeReindex(configOf(dataDir), logger, 'readArticles' in articles ? articles : articleList(articles))),
    store: createDirectorySnapshotStore({ folder: indexFolder(dataDir), logger, fs }),
    vectorIndexes: createHnswVectorIndexFactory(loadGraphs, (file, bytes) => writeThrough(fs, file, bytes)),
    twoStagesFrom,
  };
  return runReindex(dependencies, { full }, onProgress);
}

async function writeThrough(fs: SnapshotFs, file: string, bytes: Uint8Array): Promise<void> {
  const handle = await fs.open(file, 'w');
  try {
    await handle.writeFile(bytes);
  } finally {
    await handle.close();
  }
}

/** Opens the current snapshot as `loadCoverage` does, but without the dictionary, which takes longer to read than all the rest. */
export async function openIndex(dataDir: string, logger: Logger): Promise<Coverage | null> {
  const { store, embedder, vectorIndexes } = await composeReindex(configOf(dataDir), logger, articleList([]));
  const stored = await store.loadCurrent();
  if (stored === null) return null;
  const snapshot = await loadSnapshot(stored, embedder, vectorIndexes);
  const directory = createEntityDirectory(snapshot.catalogue, snapshot.articles, snapshot.passages);
  return createCoverage(snapshot, { embedder, thesaurus: noThesaurus }, directory);
}

/** Asks every question of what has been opened. */
export async function interview(coverage: Coverage, questions: readonly string[]): Promise<Said> {
  const answers: Answer[] = [];
  for (const text of questions) answers.push(await coverage.ask({ text }));
  return { snapshot: (await coverage.status()).snapshot, answers: answers.map(withoutSnapshot) };
}

/** What the current snapshot says; `null` where there is none. */
export async function heard(dataDir: string, questions: readonly string[]): Promise<Said | null> {
  const coverage = await openIndex(dataDir, createRecordingLogger());
  return coverage === null ? null : interview(coverage, questions);
}

function withoutSnapshot({ snapshot: _snapshot, ...rest }: Answer): string {
  return JSON.stringify(rest);
}
