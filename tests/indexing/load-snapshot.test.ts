import { describe, expect, it } from 'vitest';
import { SnapshotMismatchError } from '../../src/domain/errors.js';
import type { SnapshotManifest } from '../../src/domain/snapshot-manifest.js';
import { decodeVectors, loadSnapshot } from '../../src/indexing/load-snapshot.js';
import { reindex } from '../../src/indexing/reindex.js';
import { snapshotFiles } from '../../src/indexing/snapshot-files.js';
import type { StoredSnapshot } from '../../src/ports/snapshot-store.js';
import { createHashedEmbedder } from '../../src/retrieval/hashed-embedder.js';
import { passageText } from '../../src/retrieval/snapshot.js';
import { articleList } from '../fakes/article-list.js';
import { exactVectorIndexes } from '../fakes/exact-vector-indexes.js';
import { createInMemorySnapshotStore } from '../fakes/in-memory-snapshot-store.js';
import { townArticles } from '../fixtures/articles.js';

const embedder = createHashedEmbedder();

async function storedTown(articles = townArticles): Promise<StoredSnapshot> {
  const store = createInMemorySnapshotStore();
  const clock = { now: () => 0 };
  await reindex({ source: articleList(articles), store, embedder, vectorIndexes: exactVectorIndexes, clock }, {});
  const stored = await store.loadCurrent();
  if (stored === null) throw new Error('nothing was published');
  return stored;
}

const load = (stored: StoredSnapshot, by = embedder) => loadSnapshot(stored, by, exactVectorIndexes);

/** The stored snapshot with one file's content changed. */
function withFile(stored: StoredSnapshot, name: string, change: (content: Uint8Array) => Uint8Array): StoredSnapshot {
  return { ...stored, read: async (file) => (file === name ? change(await stored.read(file)) : stored.read(file)) };
}

function withManifest(stored: StoredSnapshot, change: Partial<SnapshotManifest>): StoredSnapshot {
  return { ...stored, manifest: { ...stored.manifest, ...change } };
}

describe('loadSnapshot', () => {
  it('brings back the articles, their passages and vectors', async () => {
    const snapshot = await load(await storedTown());
    expect(snapshot.articles).toEqual(townArticles);
    expect(snapshot.passages).toHaveLength(12);
    expect(snapshot.vectorIndex.size).toBe(12);
    const texts = snapshot.passages.map((_, position) => passageText(snapshot, position));
    expect(texts).toEqual(townArticles.map(({ body }) => body));
    const [vector = new Float32Array()] = await embedder.embedPassages([`${townArticles[4]?.title}\n${texts[4]}`]);
    expect(snapshot.vectorIndex.search(vector, 1)).toEqual([{ position: 4, similarity: expect.closeTo(1) }]);
  });

  it('has no text for a position there is not', async () => {
    expect(passageText(await load(await storedTown()), 99)).toBe('');
  });

  it('loads a corpus without an article', async () => {
    const snapshot = await load(await storedTown([]));
    expect([snapshot.articles, snapshot.passages, snapshot.passageIndex.documentCount]).toEqual([[], [], 0]);
  });

  it.each([
    ['another embedder', { ...embedder, id: 'other' }],
    ['the same embedder with longer vectors', { ...embedder, dimensions: 1_024 }],
  ])('refuses the index for %s, and says what to run', async (_case, other) => {
    const loading = load(await storedTown(), other);
    await expect(loading).rejects.toThrow(SnapshotMismatchError);
    await expect(loading).rejects.toThrow(/npm run index -- --full$/);
  });

  it('takes the word of an embedder that does not know its dimensions yet', async () => {
    expect((await load(await storedTown(), { ...embedder, dimensions: undefined })).passages).toHaveLength(12);
  });

  it.each<[string, (stored: StoredSnapshot, other: StoredSnapshot) => StoredSnapshot]>([
    [
      'counts another number of articles',
      (stored) => withManifest(stored, { counts: { ...stored.manifest.counts, articles: 11 } }),
    ],
    [
      'counts another number of passages',
      (stored) => withManifest(stored, { counts: { ...stored.manifest.counts, passages: 13 } }),
    ],
    ['counts other dimensions', (stored) => withManifest(stored, { dimensions: 256, embedderId: embedder.id })],
    [
      'lacks an article',
      (stored) => withFile(stored, snapshotFiles.articles, (content) => content.slice(content.indexOf(10) + 1)),
    ],
    [
      'lacks a passage',
      (stored) => withFile(stored, snapshotFiles.passages, (content) => content.slice(content.indexOf(10) + 1)),
    ],
    [
      'has a vector of another norm',
      (stored) =>
        withFile(stored, snapshotFiles.vectors, (content) => content.map((byte, i) => (i < 2_048 ? 63 : byte))),
    ],
    ['lacks a vector', (stored) => withFile(stored, snapshotFiles.vectors, (content) => content.slice(2_048))],
    [
      'has half a word index',
      (stored) => withFile(stored, snapshotFiles.passageWords, (content) => content.slice(0, -9)),
    ],
    [
      'has another’s word index of passages',
      (stored, other) => ({
        ...stored,
        read: (file) => (file === snapshotFiles.passageWords ? other : stored).read(file),
      }),
    ],
    [
      'has another’s word index of articles',
      (stored, other) => ({
        ...stored,
        read: (file) => (file === snapshotFiles.articleWords ? other : stored).read(file),
      }),
    ],
  ])('refuses an index that %s', async (_case, damage) => {
    const other = await storedTown(townArticles.slice(1));
    await expect(load(damage(await storedTown(), other))).rejects.toThrow(SnapshotMismatchError);
  });

  it('reads files whose bytes are not aligned', async () => {
    const stored = await storedTown();
    const shifted: StoredSnapshot = {
      ...stored,
      read: async (file) => Buffer.concat([Buffer.of(0), await stored.read(file)]).subarray(1),
    };
    const [one, other] = [await load(stored), await load(shifted)];
    expect(other.vectors).toEqual(one.vectors);
    expect(other.passageIndex.tables).toEqual(one.passageIndex.tables);
  });
});

it('names the file whose vectors are too few', async () => {
  const { manifest } = await storedTown();
  expect(() => decodeVectors(manifest, new Uint8Array(4))).toThrow('vectors.f32 has 4 bytes');
});
