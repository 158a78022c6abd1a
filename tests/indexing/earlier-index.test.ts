import { describe, expect, it } from 'vitest';
import { reindex } from '../../src/indexing/reindex.js';
import type { SnapshotStore, StoredSnapshot } from '../../src/ports/snapshot-store.js';
import { createHashedEmbedder } from '../../src/retrieval/hashed-embedder.js';
import { articleList } from '../fakes/article-list.js';
import { exactVectorIndexes } from '../fakes/exact-vector-indexes.js';
import { createInMemorySnapshotStore } from '../fakes/in-memory-snapshot-store.js';
import { article, townArticles } from '../fixtures/articles.js';

const changedTown = [...townArticles.slice(1), article('13-gulls', 'Gulls gathered at the quay on Friday.')];

async function run(store: SnapshotStore, articles: typeof townArticles) {
  const rest = { embedder: createHashedEmbedder(), vectorIndexes: exactVectorIndexes, clock: { now: () => 0 } };
  return reindex({ source: articleList(articles), store, ...rest }, {});
}

/** The digests of an index of the changed town, made over one whose word counts `damage` has changed. */
async function filesOver(damage: (counts: Uint8Array) => Uint8Array) {
  const store = createInMemorySnapshotStore();
  await run(store, townArticles);
  const damaged = (stored: StoredSnapshot): StoredSnapshot => ({
    ...stored,
    read: async (file) => (file === 'words.counts' ? damage(await stored.read(file)) : stored.read(file)),
  });
  const loadCurrent = async () => {
    const stored = await store.loadCurrent();
    return stored && damaged(stored);
  };
  expect((await run({ ...store, loadCurrent }, changedTown)).kind).toBe('published');
  return (await store.loadCurrent())?.manifest.files;
}

describe('what a re-index takes over', () => {
  it.each<[string, (counts: Uint8Array) => Uint8Array]>([
    ['as they are', (counts) => counts],
    ['cut short', (counts) => counts.slice(0, counts.length >> 1)],
    ['empty', () => new Uint8Array()],
    ['wrong in the numbers', (counts) => counts.map((byte, i) => (i > 40 && i < 60 ? 0xff : byte))],
  ])('gives the word indexes of a whole build, the counts of words being %s', async (_what, damage) => {
    const whole = createInMemorySnapshotStore();
    await run(whole, changedTown);
    const expected = (await whole.loadCurrent())?.manifest.files;
    const files = await filesOver(damage);
    for (const name of ['words-of-passages.bm25', 'words-of-articles.bm25', 'passages.jsonl', 'vectors.f32']) {
      expect(files?.[name], name).toEqual(expected?.[name]);
    }
  });
});
