import path from 'node:path';
import { expect, it } from 'vitest';
import { createCorpusFolder } from '../../src/adapters/filesystem/corpus-folder.js';
import { createDirectorySnapshotStore } from '../../src/adapters/filesystem/directory-snapshot-store.js';
import { createHnswVectorIndexFactory } from '../../src/adapters/hnswlib/hnsw-vector-index-factory.js';
import { readArticle } from '../../src/corpus/read-article.js';
import type { SnapshotManifest } from '../../src/domain/snapshot-manifest.js';
import { loadSnapshot } from '../../src/indexing/load-snapshot.js';
import { reindex } from '../../src/indexing/reindex.js';
import { createHashedEmbedder } from '../../src/retrieval/hashed-embedder.js';
import { createRecordingLogger } from '../fakes/recording-logger.js';
import { temporaryFolder } from '../support/temporary-folder.js';

/** Builds an index of the project's own corpus in a new folder and loads it again. */
async function buildAndLoad(now: number): Promise<SnapshotManifest> {
  const folder = path.join(temporaryFolder(), 'index');
  const store = createDirectorySnapshotStore({ folder, logger: createRecordingLogger() });
  const [embedder, vectorIndexes] = [createHashedEmbedder(), createHnswVectorIndexFactory()];
  const source = createCorpusFolder('corpus', readArticle);
  await reindex({ source, store, embedder, vectorIndexes, clock: { now: () => now } }, {});
  const stored = await store.loadCurrent();
  if (stored === null) throw new Error('nothing was published');
  const snapshot = await loadSnapshot(stored, embedder, vectorIndexes);
  expect(snapshot.vectorIndex.size).toBe(snapshot.passages.length);
  return stored.manifest;
}

it('makes the same bytes of the same corpus, whenever it is built', async () => {
  const [one, other] = [await buildAndLoad(0), await buildAndLoad(Date.parse('2026-01-20T08:00:00Z'))];
  expect(other.files).toEqual(one.files);
  expect({ ...other, created: one.created }).toEqual(one);
  expect([one.counts.articles > 50, one.created, other.created]).toEqual([
    true,
    '1970-01-01T00:00:00.000Z',
    '2026-01-20T08:00:00.000Z',
  ]);
});
