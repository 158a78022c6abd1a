import type { Article } from '../../src/domain/article.js';
import { loadSnapshot } from '../../src/indexing/load-snapshot.js';
import { reindex } from '../../src/indexing/reindex.js';
import type { Embedder } from '../../src/ports/embedder.js';
import type { NameKnowledge } from '../../src/ports/name-knowledge.js';
import { createHashedEmbedder } from '../../src/retrieval/hashed-embedder.js';
import type { Snapshot } from '../../src/retrieval/snapshot.js';
import { articleList } from '../fakes/article-list.js';
import { exactVectorIndexes } from '../fakes/exact-vector-indexes.js';
import { createInMemorySnapshotStore } from '../fakes/in-memory-snapshot-store.js';

/** Builds and loads a snapshot of the articles, without a disk. */
export async function snapshotOf(
  articles: readonly Article[],
  embedder: Embedder = createHashedEmbedder(),
  nameKnowledge?: () => Promise<NameKnowledge>,
): Promise<Snapshot> {
  const store = createInMemorySnapshotStore();
  const clock = { now: () => 0 };
  await reindex(
    { source: articleList(articles), store, embedder, vectorIndexes: exactVectorIndexes, clock, nameKnowledge },
    {},
  );
  const stored = await store.loadCurrent();
  if (stored === null) throw new Error('nothing was published');
  return loadSnapshot(stored, embedder, exactVectorIndexes);
}
