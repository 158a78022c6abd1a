import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readerVersion } from '../../src/corpus/reader-version.js';
import { earlierReadings } from '../../src/indexing/earlier-readings.js';
import { reindex } from '../../src/indexing/reindex.js';
import type { ArticleSource } from '../../src/ports/article-source.js';
import type { StoredSnapshot } from '../../src/ports/snapshot-store.js';
import { createHashedEmbedder } from '../../src/retrieval/hashed-embedder.js';
import { exactVectorIndexes } from '../fakes/exact-vector-indexes.js';
import { createInMemorySnapshotStore } from '../fakes/in-memory-snapshot-store.js';
import { townArticles } from '../fixtures/articles.js';

const originOf = (id: string) => ({
  file: `${id}.md`,
  sha256: createHash('sha256').update(id).digest('hex'),
});

/** A corpus of files that counts the articles it had to make. */
function fileSource() {
  const counted = { made: 0 };
  const source: ArticleSource = {
    async *readArticles(_signal, known = () => undefined) {
      for (const article of townArticles) {
        const origin = originOf(article.id);
        const taken = known(origin);
        if (taken === undefined) counted.made += 1;
        yield { kind: 'article', article: taken ?? article, origin };
      }
    },
  };
  return { source, counted };
}

async function indexed() {
  const store = createInMemorySnapshotStore();
  const { source, counted } = fileSource();
  const rest = { embedder: createHashedEmbedder(), vectorIndexes: exactVectorIndexes, clock: { now: () => 0 } };
  const run = (full = false) => reindex({ source, store, ...rest }, { full });
  await run();
  return { store, run, counted };
}

/** The snapshot with one file of it as other bytes. */
function withFile(stored: StoredSnapshot, name: string, text: string): StoredSnapshot {
  return { ...stored, read: async (file) => (file === name ? Buffer.from(text) : stored.read(file)) };
}

describe('what was read before', () => {
  it('is not read again, but for a full re-index', async () => {
    const { run, counted } = await indexed();
    expect(counted.made).toBe(townArticles.length);
    expect((await run()).kind).toBe('unchanged');
    expect(counted.made).toBe(townArticles.length);
    await run(true);
    expect(counted.made).toBe(2 * townArticles.length);
  });

  it('is found under its name and digest alone, as it was', async () => {
    const { store } = await indexed();
    const known = await earlierReadings(await store.loadCurrent());
    const [first, second] = townArticles;
    expect(known(originOf(first?.id ?? ''))).toEqual(first);
    const { file } = originOf(first?.id ?? '');
    expect(known({ file, sha256: originOf(second?.id ?? '').sha256 })).toBeUndefined();
    expect(known({ ...originOf(first?.id ?? ''), file: `copy-${file}` })).toBeUndefined();
  });

  it.each([
    ['of another version of the reader', JSON.stringify({ reader: readerVersion + 1, origins: [] })],
    ['that is no JSON', '{'],
    ['of another form', JSON.stringify({ reader: readerVersion, origins: [['a', 1]] })],
  ])('is nothing by a list %s', async (_what, text) => {
    const { store } = await indexed();
    const stored = await store.loadCurrent();
    if (stored === null) throw new Error('nothing was published');
    const known = await earlierReadings(withFile(stored, 'origins.json', text));
    expect(townArticles.map(({ id }) => known(originOf(id)))).toEqual(townArticles.map(() => undefined));
  });

  it('is nothing where articles do not parse, as reading them anew mends that', async () => {
    const { store } = await indexed();
    const stored = await store.loadCurrent();
    if (stored === null) throw new Error('nothing was published');
    const known = await earlierReadings(withFile(stored, 'articles.jsonl', '[]\n'));
    expect(known(originOf(townArticles[0]?.id ?? ''))).toBeUndefined();
  });
});
