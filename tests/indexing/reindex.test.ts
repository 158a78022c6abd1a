import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDirectorySnapshotStore } from '../../src/adapters/filesystem/directory-snapshot-store.js';
import { createHnswVectorIndexFactory } from '../../src/adapters/hnswlib/hnsw-vector-index-factory.js';
import type { Article, SetAsideFile } from '../../src/domain/article.js';
import { UnavailableError } from '../../src/domain/errors.js';
import type { ReindexOptions, ReindexProgress } from '../../src/domain/reindex.js';
import type { SnapshotManifest } from '../../src/domain/snapshot-manifest.js';
import { type ReindexDependencies, reindex } from '../../src/indexing/reindex.js';
import { runReindex } from '../../src/indexing/run-reindex.js';
import type { Embedder } from '../../src/ports/embedder.js';
import type { SnapshotStore } from '../../src/ports/snapshot-store.js';
import { createHashedEmbedder } from '../../src/retrieval/hashed-embedder.js';
import { articleList } from '../fakes/article-list.js';
import { exactVectorIndexes } from '../fakes/exact-vector-indexes.js';
import { createInMemorySnapshotStore } from '../fakes/in-memory-snapshot-store.js';
import { createRecordingLogger } from '../fakes/recording-logger.js';
import { article, townArticles } from '../fixtures/articles.js';
import { temporaryFolder } from '../support/temporary-folder.js';

/** An embedder that counts the texts it is given. */
function countingEmbedder(real: Embedder = createHashedEmbedder()) {
  const counted = { texts: 0 };
  const embedder: Embedder = {
    ...real,
    embedPassages(texts, signal) {
      counted.texts += texts.length;
      return real.embedPassages(texts, signal);
    },
  };
  return { embedder, counted };
}

interface World {
  readonly store: SnapshotStore;
  readonly embedder: Embedder;
  readonly vectorIndexes?: ReindexDependencies['vectorIndexes'];
}

const memoryWorld = (): World => ({ store: createInMemorySnapshotStore(), embedder: createHashedEmbedder() });

/** A world on the disk, with a graph of the vectors where the package for it is installed. */
function diskWorld(): World {
  const folder = path.join(temporaryFolder(), 'index');
  const store = createDirectorySnapshotStore({ folder, logger: createRecordingLogger() });
  return { store, embedder: createHashedEmbedder(), vectorIndexes: createHnswVectorIndexFactory() };
}

function dependenciesOf(
  world: World,
  articles: readonly Article[],
  setAside?: readonly SetAsideFile[],
): ReindexDependencies {
  let time = Date.parse('2026-01-20T08:00:00Z');
  return {
    vectorIndexes: exactVectorIndexes,
    ...world,
    source: articleList(articles, setAside),
    clock: { now: () => (time += 1_000) },
  };
}

const run = (
  world: World,
  articles: readonly Article[],
  options: ReindexOptions = {},
  setAside?: readonly SetAsideFile[],
) => reindex(dependenciesOf(world, articles, setAside), options);

async function manifestOf({ store }: World): Promise<SnapshotManifest | undefined> {
  return (await store.loadCurrent())?.manifest;
}

const changedTown = townArticles.map((one) =>
  one.id === '04-bridge-plan' ? article(one.id, 'The council no longer wants a bridge.', { title: one.title }) : one,
);

describe.each([
  ['in memory', memoryWorld],
  ['on the disk', diskWorld],
])('a re-index %s', (_where, newWorld) => {
  it('publishes a first snapshot and reports what it did', async () => {
    const world = newWorld();
    const outcome = await run(world, townArticles);
    const ids = townArticles.map(({ id }) => id);
    expect(outcome).toMatchObject({
      kind: 'published',
      snapshot: 'gen-000001',
      report: { added: ids, changed: [], removed: [], unchanged: 0, passages: 12, vectorsReused: 0, vectorsMade: 12 },
    });
    expect(await manifestOf(world)).toMatchObject({
      id: 'gen-000001',
      embedderId: world.embedder.id,
      dimensions: world.embedder.dimensions,
      counts: { articles: 12, passages: 12, publishers: 5 },
      articleHashes: Object.fromEntries(townArticles.map(({ id, contentHash }) => [id, contentHash])),
      setAside: [],
    });
  });

  it('publishes nothing and embeds nothing where nothing has changed', async () => {
    const world = newWorld();
    await run(world, townArticles);
    const { embedder, counted } = countingEmbedder();
    const outcome = await run({ ...world, embedder }, townArticles);
    expect(outcome).toMatchObject({
      kind: 'unchanged',
      snapshot: 'gen-000001',
      report: { unchanged: 12, vectorsMade: 0 },
    });
    expect(counted.texts).toBe(0);
    expect((await manifestOf(world))?.id).toBe('gen-000001');
  });

  it('has what stopped runs left behind removed where nothing has changed, but not on a dry run', async () => {
    const world = newWorld();
    await run(world, townArticles);
    let asked = 0;
    const removeLeftovers = async () => void asked++;
    const watched = { ...world, store: { ...world.store, removeLeftovers } };
    await run(watched, townArticles, { dryRun: true });
    expect(asked).toBe(0);
    await run(watched, townArticles);
    expect(asked).toBe(1);
  });

  it('embeds only what was added or changed', async () => {
    const world = newWorld();
    await run(world, townArticles.slice(0, 10));
    const { embedder, counted } = countingEmbedder();
    const outcome = await run({ ...world, embedder }, changedTown.slice(1));
    expect(outcome).toMatchObject({
      kind: 'published',
      snapshot: 'gen-000002',
      report: {
        added: ['11-chinese', '12-undated'],
        changed: ['04-bridge-plan'],
        removed: ['01-ferry-cancelled'],
        unchanged: 8,
        passages: 11,
        vectorsReused: 8,
        vectorsMade: 3,
      },
    });
    expect(counted.texts).toBe(3);
  });

  it('ends, step by step, with the same files as a full build', async () => {
    const [stepwise, whole] = [newWorld(), newWorld()];
    for (const articles of [townArticles.slice(3), townArticles.slice(0, 7), townArticles, changedTown]) {
      expect((await run(stepwise, articles)).kind).toBe('published');
    }
    await run(whole, changedTown);
    const [one, other] = [await manifestOf(stepwise), await manifestOf(whole)];
    expect(one?.files).toEqual(other?.files);
    expect(Object.keys(one?.files ?? {}).length).toBeGreaterThanOrEqual(5);
    expect({ ...one, id: '', created: '' }).toEqual({ ...other, id: '', created: '' });
  });

  it('embeds everything anew when that is asked for', async () => {
    const world = newWorld();
    await run(world, townArticles);
    const { embedder, counted } = countingEmbedder();
    const outcome = await run({ ...world, embedder }, townArticles, { full: true });
    expect(outcome).toMatchObject({
      kind: 'published',
      snapshot: 'gen-000002',
      report: { vectorsReused: 0, vectorsMade: 12 },
    });
    expect(counted.texts).toBe(12);
  });

  it('writes nothing on a dry run, which says what would change', async () => {
    const world = newWorld();
    expect((await run(world, townArticles, { dryRun: true })).kind).toBe('dry-run');
    expect(await manifestOf(world)).toBeUndefined();
    await run(world, townArticles);
    const { embedder, counted } = countingEmbedder();
    const outcome = await run({ ...world, embedder }, changedTown.slice(1), { dryRun: true });
    expect(outcome).toMatchObject({
      kind: 'dry-run',
      report: { changed: ['04-bridge-plan'], removed: ['01-ferry-cancelled'], vectorsMade: 0 },
    });
    expect([counted.texts, (await manifestOf(world))?.id]).toEqual([0, 'gen-000001']);
  });

  it('publishes anew where other files were set aside, without embedding', async () => {
    const world = newWorld();
    const broken = { file: 'broken.md', reason: 'it is empty' };
    await run(world, townArticles);
    const { embedder, counted } = countingEmbedder();
    const outcome = await run({ ...world, embedder }, townArticles, {}, [broken]);
    expect(outcome).toMatchObject({
      kind: 'published',
      report: { setAside: [broken], vectorsReused: 12, vectorsMade: 0 },
    });
    expect([counted.texts, (await manifestOf(world))?.setAside]).toEqual([0, [broken]]);
    expect((await run(world, townArticles, {}, [broken])).kind).toBe('unchanged');
    expect((await run(world, townArticles, {}, [{ ...broken, reason: 'it is no text' }])).kind).toBe('published');
  });

  it('reuses no vector of another embedder', async () => {
    const world = newWorld();
    await run(world, townArticles);
    const outcome = await run({ ...world, embedder: createHashedEmbedder(128) }, townArticles);
    expect(outcome).toMatchObject({ kind: 'published', report: { unchanged: 12, vectorsReused: 0, vectorsMade: 12 } });
    expect((await manifestOf(world))?.dimensions).toBe(128);
  });

  it('publishes an empty corpus as one', async () => {
    const world = newWorld();
    await run(world, townArticles);
    expect(await run(world, [])).toMatchObject({ kind: 'published', report: { passages: 0, unchanged: 0 } });
    expect((await manifestOf(world))?.counts).toEqual({ articles: 0, passages: 0, publishers: 0, entities: 0 });
  });

  it('publishes nothing where the embedder fails midway', async () => {
    const world = newWorld();
    await run(world, townArticles);
    const embedPassages = () => Promise.reject(new UnavailableError('model', 'it is asleep'));
    const failing = dependenciesOf({ ...world, embedder: { ...world.embedder, embedPassages } }, changedTown);
    const reason = 'model: it is asleep';
    expect(await runReindex(failing, {}, () => {})).toEqual({ kind: 'failed', reason });
    await expect(reindex(failing, {})).rejects.toThrow(reason);
    expect((await manifestOf(world))?.id).toBe('gen-000001');
    expect(await run(world, changedTown)).toMatchObject({ kind: 'published', snapshot: 'gen-000002' });
  });

  it.each<ReindexProgress['phase']>(['reading', 'comparing', 'splitting', 'embedding', 'indexing', 'cataloguing'])(
    'publishes nothing where it is stopped while %s',
    async (phase) => {
      const world = newWorld();
      await run(world, townArticles);
      const stop = new AbortController();
      const onProgress = (progress: ReindexProgress) => {
        if (progress.phase === phase) stop.abort();
      };
      const dependencies = dependenciesOf(world, changedTown);
      expect(await runReindex(dependencies, { full: true }, onProgress, stop.signal)).toEqual({ kind: 'cancelled' });
      expect((await manifestOf(world))?.id).toBe('gen-000001');
    },
  );

  it('tells its phases in order', async () => {
    const world = newWorld();
    const heard: ReindexProgress[] = [];
    await reindex(dependenciesOf(world, townArticles), {}, (progress) => void heard.push(progress));
    const phases = heard.map(({ phase }) => phase).filter((phase, i, all) => phase !== all[i - 1]);
    expect(phases).toEqual(['reading', 'comparing', 'splitting', 'embedding', 'indexing', 'cataloguing', 'publishing']);
    expect(heard.filter(({ phase }) => phase === 'reading').at(-1)?.done).toBe(12);
  });
});

describe('vectors made earlier', () => {
  it('are not reused for a passage that is cut otherwise now', async () => {
    // A snapshot of a version of this program that cut later: its first passage ended elsewhere.
    const long = article('long', 'The ferry sails to the island every day. '.repeat(120));
    const world = memoryWorld();
    await run(world, [long]);
    const stored = await world.store.loadCurrent();
    if (stored === null) throw new Error('nothing was published');
    const shifted: SnapshotStore = {
      ...world.store,
      loadCurrent: async () => ({
        ...stored,
        manifest: { ...stored.manifest, splitter: undefined },
        read: async (file) => {
          const content = Buffer.from(await stored.read(file));
          if (file !== 'passages.jsonl') return content;
          return Buffer.from(content.toString().replace('"passages":[[0,', '"passages":[[4,'));
        },
      }),
    };
    const other = article('other', 'A gull stole a sandwich.');
    const outcome = await run({ ...world, store: shifted }, [long, other]);
    expect(outcome).toMatchObject({ kind: 'published', report: { unchanged: 1, vectorsMade: 2 } });
  });
});

describe('a re-index that would drop articles', () => {
  const all = townArticles.length;
  const world = async () => {
    const made = memoryWorld();
    await run(made, townArticles);
    return made;
  };
  const dropping = (made: World, left: number, options: ReindexOptions = {}, dropShare: number | undefined = 0.2) =>
    reindex({ ...dependenciesOf(made, townArticles.slice(0, left)), dropShare }, options);
  const gone = (left: number) => townArticles.slice(left).map(({ id }) => id);
  const most = Math.ceil(all * 0.8);

  it('drops up to the share that is set', async () => {
    expect((await dropping(await world(), most)).kind).toBe('published');
  });

  it.each([most - 1, 0])('writes nothing where %i articles would be left, and says which would go', async (left) => {
    const made = await world();
    const outcome = await dropping(made, left);
    expect(outcome).toMatchObject({ kind: 'drop-refused', report: { removed: gone(left).toSorted() } });
    expect((await manifestOf(made))?.id).toBe('gen-000001');
  });

  it('drops them where any may be dropped, or these have been confirmed', async () => {
    expect((await dropping(await world(), 1, { mayDrop: 'any' })).kind).toBe('published');
    expect((await dropping(await world(), 1, { mayDrop: gone(1) })).kind).toBe('published');
  });

  it('asks again where more would go than were confirmed', async () => {
    expect((await dropping(await world(), 1, { mayDrop: gone(all - 1) })).kind).toBe('drop-refused');
  });

  it('asks at every drop with a share of 0, and never without one', async () => {
    expect((await dropping(await world(), all - 1, {}, 0)).kind).toBe('drop-refused');
    const made = await world();
    expect((await reindex(dependenciesOf(made, []), {})).kind).toBe('published');
  });

  it('says in a dry run what would go', async () => {
    expect((await dropping(await world(), 0, { dryRun: true })).kind).toBe('dry-run');
  });
});

describe('a re-index while another process writes', () => {
  it('is not run, and says which process it is', async () => {
    const folder = path.join(temporaryFolder(), 'index');
    const store = createDirectorySnapshotStore({ folder, logger: createRecordingLogger() });
    const world = { store, embedder: createHashedEmbedder() };
    await run(world, townArticles.slice(1));
    const boot = process.platform === 'linux' ? readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim() : '';
    writeFileSync(path.join(folder, 'LOCK'), JSON.stringify({ pid: process.ppid, boot }));
    const outcome = await runReindex(dependenciesOf(world, townArticles), {}, () => {});
    expect(outcome).toEqual({ kind: 'already-running', process: process.ppid });
  });

  it('does not put what it has read in the place of what another has read and published since', async () => {
    const world = diskWorld();
    await run(world, townArticles.slice(2));
    const slow = dependenciesOf(world, townArticles.slice(1));
    const source: ReindexDependencies['source'] = {
      async *readArticles(...args) {
        yield* slow.source.readArticles(...args);
        await run(world, townArticles);
      },
    };
    const outcome = await runReindex({ ...slow, source }, {}, () => {});
    expect(outcome).toEqual({ kind: 'already-running', process: undefined });
    expect((await manifestOf(world))?.counts.articles).toBe(townArticles.length);
  });

  it('does not take the place of an index that somebody has gone back to since it has read', async () => {
    const world = diskWorld();
    for (const articles of [townArticles.slice(2), townArticles.slice(1)]) await run(world, articles);
    const slow = dependenciesOf(world, townArticles);
    const source: ReindexDependencies['source'] = {
      async *readArticles(...args) {
        yield* slow.source.readArticles(...args);
        await world.store.makeCurrent('gen-000001');
      },
    };
    expect((await runReindex({ ...slow, source }, {}, () => {})).kind).toBe('already-running');
    expect((await manifestOf(world))?.id).toBe('gen-000001');
  });
});

describe('what a re-index tells', () => {
  it('is what will change, before it does anything, and the sizes before and after', async () => {
    const made = memoryWorld();
    const first = await run(made, townArticles);
    const heard: ReindexProgress[] = [];
    const setAside = [{ file: 'empty.md', reason: 'It is empty.' }];
    const dependencies = dependenciesOf(made, changedTown, setAside);
    const second = await reindex(dependencies, {}, (progress) => void heard.push(progress));
    const told = heard.find(({ phase }) => phase === 'comparing');
    const changes = {
      added: [],
      changed: ['04-bridge-plan'],
      removed: [],
      unchanged: townArticles.length - 1,
      setAside,
    };
    expect(told?.changes).toEqual(changes);
    if (first.kind !== 'published' || second.kind !== 'published') throw new Error('nothing was published');
    expect(first.report.bytesBefore).toBeUndefined();
    expect(first.report.bytesAfter).toBeGreaterThan(1_000);
    expect(second.report.bytesBefore).toBe(first.report.bytesAfter);
  });
});
