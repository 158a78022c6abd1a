import { statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDirectorySnapshotStore } from '../../src/adapters/filesystem/directory-snapshot-store.js';
import { createHnswVectorIndexFactory } from '../../src/adapters/hnswlib/hnsw-vector-index-factory.js';
import type { Article } from '../../src/domain/article.js';
import type { Entity } from '../../src/domain/entity.js';
import type { ReindexOptions, ReindexOutcome, ReindexProgress } from '../../src/domain/reindex.js';
import { loadSnapshot } from '../../src/indexing/load-snapshot.js';
import type { ReindexDependencies } from '../../src/indexing/reindex.js';
import { runReindex } from '../../src/indexing/run-reindex.js';
import { noNameKnowledge } from '../../src/ports/name-knowledge.js';
import type { SnapshotStore, StoredSnapshot } from '../../src/ports/snapshot-store.js';
import { createHashedEmbedder } from '../../src/retrieval/hashed-embedder.js';
import { articleList } from '../fakes/article-list.js';
import { exactVectorIndexes } from '../fakes/exact-vector-indexes.js';
import { createInMemorySnapshotStore } from '../fakes/in-memory-snapshot-store.js';
import { createRecordingLogger } from '../fakes/recording-logger.js';
import { article } from '../fixtures/articles.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const bridge = article('bridge', 'Mayor Ann Holm opened the bridge with Jonas Berg. "It stands," Holm said.', {
  title: 'Bridge opened',
});
const ferry = article(
  'ferry',
  'Captain Jonas Berg steered the ferry to Lark Island. Ann Holm waved from Lark Island.',
  {
    title: 'Ferry sails',
  },
);
const school = article('school', 'Teacher Signe Dahl left the school in Norrvik. Jonas Berg thanked Signe Dahl.', {
  title: 'Teacher leaves',
});
const coverage = [bridge, ferry, school];
const edited = article('school', 'Pupils in Norrvik miss Ruth Okafor, who wrote to Jonas Berg.', {
  title: 'Teacher leaves',
});
const later = [bridge, ferry, edited];

type World = Pick<ReindexDependencies, 'embedder' | 'vectorIndexes'> & { readonly store: SnapshotStore };

const memoryWorld = (): World => ({
  store: createInMemorySnapshotStore(),
  embedder: createHashedEmbedder(),
  vectorIndexes: exactVectorIndexes,
});
const diskWorld = (): World => ({
  store: createDirectorySnapshotStore({
    folder: path.join(temporaryFolder(), 'index'),
    logger: createRecordingLogger(),
  }),
  embedder: createHashedEmbedder(),
  vectorIndexes: createHnswVectorIndexFactory(),
});

interface Given {
  readonly options?: ReindexOptions;
  readonly onProgress?: (progress: ReindexProgress) => void;
  readonly signal?: AbortSignal;
  readonly change?: Partial<ReindexDependencies>;
}

function run(world: World, articles: readonly Article[], given: Given = {}): Promise<ReindexOutcome> {
  let time = 0;
  const clock = { now: () => (time += 1_000) };
  const dependencies = { ...world, source: articleList(articles), clock, twoStagesFrom: 1, ...given.change };
  return runReindex(dependencies, given.options ?? {}, given.onProgress ?? (() => {}), given.signal);
}

async function currentOf({ store }: World): Promise<StoredSnapshot> {
  const stored = await store.loadCurrent();
  if (stored === null) throw new Error('there is no current snapshot');
  return stored;
}

const behind = async (world: World) => (await currentOf(world)).manifest.catalogue.behind === true;

async function entitiesOf(world: World): Promise<readonly Entity[]> {
  return (await loadSnapshot(await currentOf(world), world.embedder, world.vectorIndexes)).catalogue.entities;
}

const namesOf = async (world: World) => (await entitiesOf(world)).map(({ name }) => name).sort();

/** Re-indexes, and stops between the two publications. */
async function runFirstStage(world: World, articles: readonly Article[]): Promise<ReindexOutcome> {
  const stop = new AbortController();
  const onProgress = ({ phase }: ReindexProgress) => phase === 'published' && stop.abort();
  return run(world, articles, { onProgress, signal: stop.signal });
}

async function filesOfFullBuild(newWorld: () => World, articles: readonly Article[]) {
  const world = newWorld();
  await run(world, articles);
  return (await currentOf(world)).manifest.files;
}

describe.each([
  ['in memory', memoryWorld],
  ['on the disk', diskWorld],
])('a re-index in two stages %s', (_where, newWorld) => {
  it('publishes changed articles first, and again with their names', async () => {
    const world = newWorld();
    await run(world, coverage);
    const seen: ReindexProgress[] = [];
    const first: { names?: Promise<string[]>; behind?: Promise<boolean> } = {};
    const onProgress = (progress: ReindexProgress) => {
      seen.push(progress);
      if (progress.phase !== 'published') return;
      first.names = namesOf(world);
      first.behind = behind(world);
    };
    const outcome = await run(world, later, { onProgress });
    expect(outcome).toMatchObject({ kind: 'published', snapshot: 'gen-000003', report: { changed: ['school'] } });
    const { report } = outcome as Extract<ReindexOutcome, { kind: 'published' }>;
    expect(report.searchableAfter).toBeLessThan(report.milliseconds);
    expect(report.catalogueBehind).toBeUndefined();
    expect(seen.find(({ phase }) => phase === 'published')).toMatchObject({ snapshot: 'gen-000002' });
    const phases = seen.map(({ phase }) => phase).filter((phase, i, all) => phase !== all[i - 1]);
    expect(phases.slice(phases.indexOf('published'))).toEqual(['published', 'cataloguing', 'publishing']);
    expect(await first.behind).toBe(true);
    expect(await first.names).not.toContain('Signe Dahl');
    expect(await behind(world)).toBe(false);
    expect(await namesOf(world)).toContain('Ruth Okafor');
  });

  it('ends with the files of an index built as a whole', async () => {
    const world = newWorld();
    for (const articles of [coverage, later, [bridge, edited], later]) await run(world, articles);
    expect((await currentOf(world)).manifest.files).toEqual(await filesOfFullBuild(newWorld, later));
  });

  it('cites no changed or removed article before their names are catalogued', async () => {
    const world = newWorld();
    await run(world, coverage);
    await runFirstStage(world, [bridge, edited]);
    const cited = (await entitiesOf(world)).flatMap(({ mentions }) => mentions.map(({ article: id }) => id));
    expect([...new Set(cited)]).toEqual(['bridge']);
    expect(await namesOf(world)).toEqual(['Ann Holm', 'Jonas Berg']);
  });

  it('serves the first stage, whole, where the second is stopped, and says why its names are missing', async () => {
    const world = newWorld();
    await run(world, coverage);
    const outcome = await runFirstStage(world, later);
    expect(outcome).toMatchObject({
      kind: 'published',
      snapshot: 'gen-000002',
      report: { catalogueBehind: 'making it was stopped', vectorsMade: 1 },
    });
    expect(await behind(world)).toBe(true);
    const snapshot = await loadSnapshot(await currentOf(world), world.embedder, world.vectorIndexes);
    expect(snapshot.articles).toEqual(later);
  });

  it('serves the first stage where the second fails, and says why', async () => {
    const world = newWorld();
    await run(world, coverage);
    const nameKnowledge = () => Promise.reject(new Error('the word list is gone'));
    const outcome = await run(world, later, { change: { nameKnowledge } });
    expect(outcome).toMatchObject({
      kind: 'published',
      snapshot: 'gen-000002',
      report: { catalogueBehind: 'the word list is gone' },
    });
    expect(await behind(world)).toBe(true);
  });

  it('makes the catalogue at the next run, though nothing else has changed', async () => {
    const world = newWorld();
    await run(world, coverage);
    await runFirstStage(world, later);
    expect(await run(world, later)).toMatchObject({
      kind: 'published',
      snapshot: 'gen-000003',
      report: { changed: [], unchanged: 3, vectorsMade: 0, passages: 3 },
    });
    expect((await currentOf(world)).manifest.files).toEqual(await filesOfFullBuild(newWorld, later));
    expect((await run(world, later)).kind).toBe('unchanged');
  });

  it('goes on from one that is behind where more has changed', async () => {
    const world = newWorld();
    await run(world, coverage);
    await runFirstStage(world, later);
    await runFirstStage(world, [bridge, edited]);
    expect(await namesOf(world)).toEqual(['Ann Holm', 'Jonas Berg']);
    await runFirstStage(world, [edited]);
    expect(await namesOf(world)).toEqual([]);
    await run(world, later);
    expect((await currentOf(world)).manifest.files).toEqual(await filesOfFullBuild(newWorld, later));
  });

  it('does not say of a dry run that all is well where the catalogue is behind, and changes nothing', async () => {
    const world = newWorld();
    await run(world, coverage);
    await runFirstStage(world, later);
    expect((await run(world, later, { options: { dryRun: true } })).kind).toBe('dry-run');
    expect(await behind(world)).toBe(true);
  });

  it('leaves the index as it is where completing it fails', async () => {
    const world = newWorld();
    await run(world, coverage);
    await runFirstStage(world, later);
    const nameKnowledge = () => Promise.reject(new Error('the word list is gone'));
    expect(await run(world, later, { change: { nameKnowledge } })).toEqual({
      kind: 'failed',
      reason: 'the word list is gone',
    });
    expect((await currentOf(world)).manifest.id).toBe('gen-000002');
  });

  it.each<[string, Given]>([
    ['there are few articles', { change: { twoStagesFrom: 4 } }],
    ['everything is to be made anew', { options: { full: true } }],
    ['another embedder is set', { change: { embedder: { ...createHashedEmbedder(), id: 'another' } } }],
  ])('publishes once where %s', async (_why, given) => {
    const world = newWorld();
    await run(world, coverage);
    expect(await run(world, later, given)).toMatchObject({ kind: 'published', snapshot: 'gen-000002' });
    expect(await behind(world)).toBe(false);
  });

  it('publishes a first index, and one of other files set aside, once', async () => {
    const world = newWorld();
    expect(await run(world, coverage)).toMatchObject({ snapshot: 'gen-000001' });
    const source = articleList(coverage, [{ file: 'x.md', reason: 'It is empty.' }]);
    expect(await run(world, coverage, { change: { source } })).toMatchObject({ snapshot: 'gen-000002' });
    expect(await behind(world)).toBe(false);
  });

  it('does not complete what another process has gone beyond', async () => {
    const world = newWorld();
    await run(world, coverage);
    const nameKnowledge = async () => noNameKnowledge;
    const overtaking: SnapshotStore = {
      ...world.store,
      async publish(write, after) {
        if (after !== undefined) await world.store.makeCurrent('gen-000001');
        return world.store.publish(write, after);
      },
    };
    const outcome = await run({ ...world, store: overtaking }, later, { change: { nameKnowledge } });
    expect(outcome).toMatchObject({
      snapshot: 'gen-000002',
      report: { catalogueBehind: expect.stringMatching(/current/) },
    });
    expect((await currentOf(world)).manifest.id).toBe('gen-000001');
  });
});

describe('the files of the second stage', () => {
  it('are those of the first under a second name, but for the entities', async () => {
    const world = diskWorld();
    await run(world, coverage);
    const first: { folder?: Promise<string> } = {};
    const onProgress = ({ phase }: ReindexProgress) => {
      if (phase === 'published') first.folder = currentOf(world).then(({ folder }) => folder);
    };
    await run(world, later, { onProgress });
    const [former, now] = [(await first.folder) ?? '', await currentOf(world)];
    const inode = (folder: string, file: string) => statSync(path.join(folder, file)).ino;
    for (const file of Object.keys(now.manifest.files)) {
      expect(inode(now.folder, file) === inode(former, file), file).toBe(file !== 'entities.jsonl');
    }
    expect(Object.keys(now.manifest.files).length).toBeGreaterThan(5);
  });
});
