import { describe, expect, it } from 'vitest';
import { splitArticle } from '../../src/corpus/split-article.js';
import { UnavailableError } from '../../src/domain/errors.js';
import { makeVectorRows } from '../../src/indexing/vector-rows.js';
import type { Embedder } from '../../src/ports/embedder.js';
import { createHashEmbedder } from '../fakes/hash-embedder.js';
import { article, townArticles } from '../fixtures/articles.js';

const many = Array.from({ length: 150 }, (_, i) =>
  article(`article-${i}`, `Sentence number ${i}.`, { title: `T${i}` }),
);
const sourceOf = (articles: readonly (typeof many)[number][]) => ({
  articles,
  passages: articles.flatMap((one) => splitArticle(one)),
});

/** An embedder that keeps the texts it is given, and answers with what `change` makes of its vectors. */
function recording(change: (vectors: readonly Float32Array[]) => readonly Float32Array[] = (vectors) => vectors) {
  const real = createHashEmbedder();
  const texts: string[] = [];
  const embedder: Embedder = {
    ...real,
    async embedPassages(given, signal) {
      texts.push(...given);
      return change(await real.embedPassages(given, signal));
    },
  };
  return { embedder, texts };
}

const make = (
  embedder: Embedder,
  articles = many,
  onBatch: (done: number, total: number) => void = () => {},
  signal?: AbortSignal,
) => makeVectorRows(sourceOf(articles), embedder, () => undefined, onBatch, signal);

describe('makeVectorRows', () => {
  it('embeds every passage under its title, in order', async () => {
    const { embedder, texts } = recording();
    const rows = await make(embedder);
    expect(texts).toEqual(many.map(({ title, body }) => `${title}\n${body}`));
    expect([rows.made, rows.reused, rows.table.dimensions]).toEqual([150, 0, 64]);
    const all = await createHashEmbedder().embedPassages(texts);
    expect(rows.table.values).toEqual(Float32Array.from(all.flatMap((vector) => [...vector])));
  });

  it('reuses what there is and embeds the rest only', async () => {
    const { embedder, texts } = recording();
    const kept = new Float32Array(64).fill(0.125);
    const rows = await makeVectorRows(
      sourceOf(many),
      embedder,
      ({ id }) => (id.endsWith('7') ? { vector: kept, position: Number(id.slice(8)) + 1_000 } : undefined),
      () => {},
      undefined,
    );
    expect([rows.made, rows.reused, texts.length]).toEqual([135, 15, 135]);
    expect(rows.table.values.subarray(7 * 64, 8 * 64)).toEqual(kept);
    expect([...rows.formerPositions.subarray(6, 9)]).toEqual([-1, 1_007, -1]);
    expect(texts).not.toContain('T7\nSentence number 7.');
  });

  it('asks for no vector where all are reused, or where there is no passage', async () => {
    const { embedder, texts } = recording();
    const one = new Float32Array(64);
    await makeVectorRows(
      sourceOf(many),
      embedder,
      () => ({ vector: one, position: 0 }),
      () => {},
      undefined,
    );
    const rows = await make(embedder, []);
    expect([rows.table.values.length, rows.table.dimensions, texts.length]).toEqual([0, 64, 0]);
  });

  it('tells how far it is, up to the end', async () => {
    const heard: [number, number][] = [];
    await make(createHashEmbedder(), many, (done, total) => void heard.push([done, total]));
    expect(heard.length).toBeGreaterThan(1);
    expect(heard.at(-1)).toEqual([150, 150]);
    expect(heard.map(([done]) => done)).toEqual(heard.map(([done]) => done).toSorted((a, b) => a - b));
  });

  it.each<[string, (vectors: readonly Float32Array[]) => readonly Float32Array[]]>([
    ['too few vectors', (vectors) => vectors.slice(1)],
    ['none', () => []],
    ['too many vectors', (vectors) => [...vectors, new Float32Array(64)]],
    ['a vector of another length', (vectors) => [...vectors.slice(1), new Float32Array(63)]],
    ['an empty vector', (vectors) => [...vectors.slice(1), new Float32Array()]],
  ])('refuses an embedder that gives %s', async (_case, change) => {
    await expect(make(recording(change).embedder)).rejects.toThrow(UnavailableError);
  });

  it('refuses vectors that don’t fit those made earlier', async () => {
    const earlier = new Float32Array(32);
    const mixed = makeVectorRows(
      sourceOf(many),
      createHashEmbedder(),
      ({ id }) => (id.endsWith('7') ? { vector: earlier, position: 0 } : undefined),
      () => {},
      undefined,
    );
    await expect(mixed).rejects.toThrow('made vectors of 64 and of 32 numbers');
  });

  it('passes on the embedder’s own error', async () => {
    const failing: Embedder = {
      ...createHashEmbedder(),
      embedPassages: () => Promise.reject(new UnavailableError('model', 'it is asleep')),
    };
    await expect(make(failing)).rejects.toThrow('model: it is asleep');
  });

  it('stops between two batches', async () => {
    const { embedder, texts } = recording();
    const stop = new AbortController();
    const deaf: Embedder = { ...embedder, embedPassages: (given) => embedder.embedPassages(given) };
    const stopped = make(deaf, many, () => stop.abort(new Error('enough')), stop.signal);
    await expect(stopped).rejects.toThrow('enough');
    expect(texts.length).toBeLessThan(many.length);
  });

  it('learns the length of the vectors from the first where the embedder does not know it', async () => {
    const { dimensions: _, ...rest } = createHashEmbedder();
    const rows = await make({ ...rest, dimensions: undefined }, townArticles.slice(0, 2));
    expect(rows.table.dimensions).toBe(64);
  });
});
