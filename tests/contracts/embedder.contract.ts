import { describe, expect, it } from 'vitest';
import type { Embedder } from '../../src/ports/embedder.js';

const ferry = 'The ferry to the island was cancelled because of the storm.';
const storm = 'Because of the storm no ferry sailed to the island.';
const bakery = 'A bakery sells bread and cakes near our school.';

const dot = (one: Float32Array | undefined, other: Float32Array | undefined) =>
  one === undefined || other === undefined ? Number.NaN : one.reduce((sum, x, i) => sum + x * (other[i] ?? 0), 0);

/** What every embedder promises. */
export function describeEmbedder(name: string, make: () => Promise<Embedder>): void {
  describe(`${name}, as an embedder`, () => {
    it('gives one vector a text, all of the length it then names', async () => {
      const embedder = await make();
      const vectors = await embedder.embedPassages([ferry, storm, bakery]);
      expect(vectors).toHaveLength(3);
      expect(vectors.map((vector) => vector.length)).toEqual(new Array(3).fill(embedder.dimensions));
      expect(embedder.id).not.toBe('');
    });

    it('gives vectors of norm 1', async () => {
      const embedder = await make();
      for (const vector of await embedder.embedPassages([ferry, bakery])) expect(dot(vector, vector)).toBeCloseTo(1, 4);
      const question = await embedder.embedQuestion(ferry);
      expect(dot(question, question)).toBeCloseTo(1, 4);
    });

    it('gives the same vector for the same text, wherever it stands', async () => {
      const embedder = await make();
      const [first] = await embedder.embedPassages([ferry, bakery]);
      const [, , third] = await embedder.embedPassages([bakery, storm, ferry]);
      expect(third).toEqual(first);
    });

    it('puts texts that are alike nearer than others, and a question near its answer', async () => {
      const embedder = await make();
      const [one, alike, other] = await embedder.embedPassages([ferry, storm, bakery]);
      expect(dot(one, alike)).toBeGreaterThan(dot(one, other));
      const question = await embedder.embedQuestion('Was the ferry cancelled?');
      expect(dot(question, one)).toBeGreaterThan(dot(question, other));
    });

    it('gives no vectors for no texts', async () => {
      expect(await (await make()).embedPassages([])).toEqual([]);
    });

    it('rejects with the reason of a signal that is aborted', async () => {
      const embedder = await make();
      const reason = new Error('enough');
      await expect(embedder.embedPassages([ferry], AbortSignal.abort(reason))).rejects.toBe(reason);
      await expect(embedder.embedQuestion(ferry, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    });
  });
}
