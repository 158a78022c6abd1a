import { describe, expect, it } from 'vitest';
import type { Neighbour, VectorIndex, VectorTable } from '../../src/ports/vector-index.js';
import { clusteredVectors, seededRandom, tableOf, unit } from '../support/clustered-vectors.js';

/** All similarities computed the plainest way: what an index is compared with. */
function allNeighbours(table: VectorTable, question: Float32Array): Neighbour[] {
  const size = table.values.length / table.dimensions;
  return Array.from({ length: size }, (_, position) => {
    const row = table.values.subarray(position * table.dimensions, (position + 1) * table.dimensions);
    return { position, similarity: row.reduce((sum, element, i) => sum + element * (question[i] ?? 0), 0) };
  }).sort((one, other) => other.similarity - one.similarity || one.position - other.position);
}

/** What every vector index promises. `make` builds one over a table, `recall` is the least share of neighbours found. */
export function describeVectorIndex(
  name: string,
  make: (table: VectorTable) => Promise<VectorIndex>,
  recall: number,
): void {
  const question = (table: VectorTable, seed: number) => {
    const random = seededRandom(seed);
    const size = table.values.length / table.dimensions;
    const start = Math.floor(random() * size) * table.dimensions;
    return unit(Array.from(table.values.subarray(start, start + table.dimensions), (x) => x + 0.2 * (random() - 0.5)));
  };

  describe(`${name}, as a vector index`, () => {
    it('finds the nearest, nearest first, with their cosine similarity', async () => {
      const index = await make(tableOf([1, 0], [0, 1], [0.6, 0.8], [-1, 0]));
      const found = index.search(new Float32Array([2, 0]), 3);
      expect(found.map(({ position }) => position)).toEqual([0, 2, 1]);
      expect(found.map(({ similarity }) => similarity)).toEqual([1, expect.closeTo(0.6), 0]);
      expect(index.size).toBe(4);
    });

    it(`finds at least ${recall} of the true ten among 2,000`, async () => {
      const table = clusteredVectors(2_000, 32);
      const index = await make(table);
      let found = 0;
      for (let seed = 1; seed <= 50; seed++) {
        const asked = question(table, seed);
        const truth = new Set(
          allNeighbours(table, asked)
            .slice(0, 10)
            .map(({ position }) => position),
        );
        found += index.search(asked, 10).filter(({ position }) => truth.has(position)).length;
      }
      expect(found / 500).toBeGreaterThanOrEqual(recall);
    });

    it.each([5, 400, 1_900])('finds only what is allowed, with %i allowed', async (count) => {
      const table = clusteredVectors(2_000, 16);
      const index = await make(table);
      const allowed = Uint32Array.from({ length: count }, (_, i) => Math.floor((i * 2_000) / count));
      const asked = question(table, 7);
      const truth = allNeighbours(table, asked).filter(({ position }) => allowed.includes(position));
      const found = index.search(asked, 10, allowed);
      expect(found.map(({ position }) => position)).toEqual(truth.slice(0, 10).map(({ position }) => position));
      expect(index.search(asked, 10, new Uint32Array())).toEqual([]);
    });

    it('gives all there are when asked for more, and none when asked for none', async () => {
      const index = await make(clusteredVectors(150, 8));
      const asked = question(clusteredVectors(150, 8), 3);
      expect(index.search(asked, 1_000)).toHaveLength(150);
      expect(index.search(asked, 0)).toEqual([]);
    });

    it('never returns a vector of zero norm, and finds nothing for one', async () => {
      const table = clusteredVectors(300, 8);
      for (const position of [0, 7, 299]) table.values.fill(0, position * 8, (position + 1) * 8);
      const index = await make(table);
      const positions = index.search(question(table, 5), 300).map(({ position }) => position);
      expect(positions).toHaveLength(297);
      expect(positions).not.toContain(0);
      expect(index.search(question(table, 5), 3, new Uint32Array([0, 7, 8])).map(({ position }) => position)).toEqual([
        8,
      ]);
      expect(index.search(new Float32Array(8), 5)).toEqual([]);
      expect(index.size).toBe(300);
    });

    it.each([
      ['of another length', new Float32Array(7)],
      ['with NaN', Float32Array.from({ length: 8 }, (_, i) => (i === 3 ? Number.NaN : 1))],
      ['with infinity', Float32Array.from({ length: 8 }, (_, i) => (i === 3 ? Number.POSITIVE_INFINITY : 1))],
    ])('refuses a question %s', async (_case, vector) => {
      const index = await make(clusteredVectors(50, 8));
      expect(() => index.search(vector, 3)).toThrow(RangeError);
    });

    it.each([
      ['NaN', Number.NaN],
      ['infinity', Number.NEGATIVE_INFINITY],
      ['another norm', 3],
    ])('refuses a stored vector with %s', async (_case, element) => {
      const table = clusteredVectors(50, 8);
      table.values[8 * 20 + 2] = element;
      await expect(make(table)).rejects.toThrow(RangeError);
    });

    it('refuses a table whose vectors are not all of one length', async () => {
      await expect(make({ dimensions: 3, values: new Float32Array(7) })).rejects.toThrow(RangeError);
    });

    it('puts the earlier of two equal vectors first', async () => {
      const index = await make(tableOf([0, 1], [1, 0], [1, 0], [1, 0]));
      expect(index.search(new Float32Array([1, 0]), 2).map(({ position }) => position)).toEqual([1, 2]);
    });

    it('answers as before once it is released, twice over', async () => {
      const table = clusteredVectors(500, 8);
      const index = await make(table);
      index.release();
      index.release();
      const truth = allNeighbours(table, question(table, 9)).slice(0, 10);
      const found = index.search(question(table, 9), 10);
      expect(found.map(({ position }) => position)).toEqual(truth.map(({ position }) => position));
    });

    it('works over no vector and over one', async () => {
      expect((await make({ dimensions: 4, values: new Float32Array() })).search(new Float32Array(4), 5)).toEqual([]);
      const one = await make(tableOf([1, 0]));
      expect(one.search(new Float32Array([1, 0]), 5)).toEqual([{ position: 0, similarity: 1 }]);
    });
  });
}
