import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createVectorScratchFile } from '../../src/adapters/filesystem/vector-scratch-file.js';
import { UnavailableError } from '../../src/domain/errors.js';
import { runReindex } from '../../src/indexing/run-reindex.js';
import type { Embedder } from '../../src/ports/embedder.js';
import type { SnapshotStore } from '../../src/ports/snapshot-store.js';
import { articleList } from '../fakes/article-list.js';
import { exactVectorIndexes } from '../fakes/exact-vector-indexes.js';
import { createHashEmbedder } from '../fakes/hash-embedder.js';
import { createInMemorySnapshotStore } from '../fakes/in-memory-snapshot-store.js';
import { createRecordingLogger } from '../fakes/recording-logger.js';
import { generatedArticles } from '../support/generated-corpus.js';
import { temporaryFolder } from '../support/temporary-folder.js';

// Two hundred passages: four batches.
const articles = generatedArticles(200, 1, 1);
const clock = { now: () => Date.parse('2026-01-20T08:30:00Z') };

type Mishap = (vectors: readonly Float32Array[], texts: readonly string[]) => readonly Float32Array[];

/** A model that does something wrong from its n-th call on, and counts the texts it is given. */
function model(from = Number.POSITIVE_INFINITY, mishap: Mishap = (vectors) => vectors) {
  const real = createHashEmbedder();
  const seen = { calls: 0, texts: 0 };
  const embedder: Embedder = {
    ...real,
    async embedPassages(texts, signal) {
      seen.calls += 1;
      seen.texts += texts.length;
      const vectors = await real.embedPassages(texts, signal);
      return seen.calls < from ? vectors : mishap(vectors, texts);
    },
  };
  return { embedder, seen };
}

function world() {
  const file = path.join(temporaryFolder(), 'embedding-scratch');
  const store: SnapshotStore = createInMemorySnapshotStore();
  /** A re-index as a new process would run it. */
  const run = (embedder: Embedder, signal?: AbortSignal, onProgress: () => void = () => {}) => {
    const scratch = createVectorScratchFile({ file, clock, logger: createRecordingLogger() });
    const source = articleList(articles);
    const dependencies = { source, store, embedder, vectorIndexes: exactVectorIndexes, clock, scratch };
    return runReindex(dependencies, {}, onProgress, signal);
  };
  return { store, run };
}

const down: Mishap = () => {
  throw new UnavailableError('Ollama', 'connect ECONNREFUSED 127.0.0.1:11434');
};

describe('a re-index whose model fails in the middle', () => {
  it.each<[string, Mishap]>([
    ['is gone', down],
    [
      'is out of quota',
      () => {
        throw new UnavailableError('OpenAI', '429 You exceeded your current quota');
      },
    ],
    ['makes too few vectors', (vectors) => vectors.slice(1)],
    ['makes vectors of different lengths', (vectors) => [...vectors.slice(1), new Float32Array(63)]],
  ])('ends with a reason where it %s, and publishes nothing', async (_what, mishap) => {
    const { store, run } = world();
    const outcome = await run(model(3, mishap).embedder);
    expect(outcome).toMatchObject({ kind: 'failed', reason: expect.stringMatching(/^(Ollama|OpenAI|hash)\S*: ./) });
    expect(await store.loadCurrent()).toBeNull();
  });

  it('goes on where it stopped: no text is given to the model twice, and the index is the same', async () => {
    const { store, run } = world();
    const first = model(3, down);
    expect((await run(first.embedder)).kind).toBe('failed');
    const second = model();
    expect(await run(second.embedder)).toMatchObject({
      kind: 'published',
      report: { passages: 200, vectorsReused: 128, vectorsMade: 72 },
    });
    expect(second.seen.texts).toBe(72);
    const other = world();
    await other.run(model().embedder);
    const [resumed, whole] = [await store.loadCurrent(), await other.store.loadCurrent()];
    expect(resumed?.manifest.files).toEqual(whole?.manifest.files);
  });

  it('goes on where it was stopped by hand', async () => {
    const { run } = world();
    const stop = new AbortController();
    const first = model();
    const embedPassages: Embedder['embedPassages'] = async (...given) => {
      const vectors = await first.embedder.embedPassages(...given);
      if (first.seen.calls === 2) stop.abort();
      return vectors;
    };
    expect((await run({ ...first.embedder, embedPassages }, stop.signal)).kind).toBe('cancelled');
    const second = model();
    await run(second.embedder);
    expect(second.seen.texts).toBe(72);
  });

  it('keeps nothing beyond a publication, and nothing for another model', async () => {
    const { run } = world();
    await run(model(3, down).embedder);
    const other = model();
    expect((await run({ ...other.embedder, id: 'another' })).kind).toBe('published');
    expect(other.seen.texts).toBe(200);
    const again = model();
    await run(again.embedder);
    expect(again.seen.texts).toBe(200);
  });

  it('begins anew where the model has become one of another length', async () => {
    const { run } = world();
    await run(model(3, down).embedder);
    const shorter = () =>
      model(1, (vectors) => vectors.map((vector) => Float32Array.from(vector.subarray(0, 1), () => 1)));
    expect(await run(shorter().embedder)).toMatchObject({
      kind: 'failed',
      reason: expect.stringContaining('another length than a while ago'),
    });
    const second = shorter();
    expect((await run({ ...second.embedder, dimensions: undefined })).kind).toBe('published');
    expect(second.seen.texts).toBe(200);
  });
});
