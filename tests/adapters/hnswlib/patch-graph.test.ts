import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ExactVectorIndex } from '../../../src/adapters/hnswlib/exact-vector-index.js';
import { createHnswVectorIndexFactory } from '../../../src/adapters/hnswlib/hnsw-vector-index-factory.js';
import { loadGraphClass } from '../../../src/adapters/hnswlib/native-graph.js';
import type { VectorIndexReport } from '../../../src/domain/snapshot-manifest.js';
import type { EarlierVectorIndex, VectorTable } from '../../../src/ports/vector-index.js';
import { clusteredVectors } from '../../support/clustered-vectors.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const dimensions = 24;
const factory = createHnswVectorIndexFactory();
const former = clusteredVectors(1_500, dimensions);
const others = clusteredVectors(500, dimensions, 5);

const installed = await loadGraphClass().then(
  () => true,
  () => false,
);

/** The former table without `removed` vectors from position 700 on, and with others added in the middle of it. */
function changedTable(removed: number, added: number): { table: VectorTable; formerPositions: Int32Array } {
  const kept = Array.from({ length: 1_500 }, (_, i) => i).filter((i) => i < 700 || i >= 700 + removed);
  const fresh = Array.from({ length: added }, () => -1);
  const formerPositions = Int32Array.from([...kept.slice(0, 300), ...fresh, ...kept.slice(300)]);
  const values = new Float32Array(formerPositions.length * dimensions);
  formerPositions.forEach((position, i) => {
    const [table, at] = position < 0 ? [others, i - 300] : [former, position];
    values.set(table.values.subarray(at * dimensions, (at + 1) * dimensions), i * dimensions);
  });
  return { table: { dimensions, values }, formerPositions };
}

/** What was built in a folder, to change it. */
function earlierIn(folder: string, report: VectorIndexReport, size: number, formerPositions: Int32Array) {
  const read = async (file: string) => readFileSync(path.join(folder, file));
  return { report, size, formerPositions, read } satisfies EarlierVectorIndex;
}

async function changed(removed: number, added: number) {
  const [before, folder] = [temporaryFolder(), temporaryFolder()];
  const report = await factory.build(former, before);
  const { table, formerPositions } = changedTable(removed, added);
  const told: number[] = [];
  const earlier = earlierIn(before, report, 1_500, formerPositions);
  const after = await factory.build(table, folder, (done) => void told.push(done), earlier);
  return { table, folder, report: after, told };
}

describe.runIf(installed)('a graph of which little has changed', () => {
  it('takes the new vectors in and the old ones out, and counts both', async () => {
    const { table, folder, report, told } = await changed(8, 9);
    expect(report).toEqual({
      kind: 'hnsw',
      recall: expect.any(Number),
      reason: '',
      ef: 100,
      patched: { removed: 8, added: 9 },
    });
    expect(told).toEqual([9]);
    const index = await factory.open(table, report, folder);
    expect(index.report.kind).toBe('hnsw');
    for (let position = 0; position < 1_501; position += 7) {
      const vector = table.values.subarray(position * dimensions, (position + 1) * dimensions);
      expect(index.search(vector, 1)[0]?.position).toBe(position);
    }
  });

  it('finds what exact search finds', async () => {
    const { table, folder, report } = await changed(40, 50);
    const index = await factory.open(table, report, folder);
    const exact = new ExactVectorIndex(table, report);
    let found = 0;
    for (let i = 0; i < 100; i++) {
      const vector = others.values.slice(i * dimensions, (i + 1) * dimensions);
      const wanted = new Set(exact.search(vector, 10).map(({ position }) => position));
      found += index.search(vector, 10).filter(({ position }) => wanted.has(position)).length;
    }
    expect(found / 1_000).toBeGreaterThanOrEqual(0.98);
  });

  it('can be changed again, the counts adding up', async () => {
    const { table, folder, report } = await changed(8, 9);
    const size = table.values.length / dimensions;
    const again = Int32Array.from({ length: size - 5 }, (_, i) => i + 5);
    const smaller = { dimensions, values: table.values.slice(5 * dimensions) };
    const last = temporaryFolder();
    const after = await factory.build(smaller, last, undefined, earlierIn(folder, report, size, again));
    expect(after.patched).toEqual({ removed: 13, added: 9 });
    const index = await factory.open(smaller, after, last);
    expect(index.report.kind).toBe('hnsw');
    expect(index.search(smaller.values.slice(0, dimensions), 1)[0]?.position).toBe(0);
  });

  it('gives the same bytes for the same change', async () => {
    const [one, other] = [await changed(8, 9), await changed(8, 9)];
    const graph = ({ folder }: { folder: string }) => readFileSync(path.join(folder, 'hnswlib.index'));
    expect(graph(one).equals(graph(other))).toBe(true);
  });

  it('is built as a whole where more than a tenth has changed', async () => {
    const { report, told } = await changed(80, 80);
    expect(report).toEqual({ kind: 'hnsw', recall: expect.any(Number), reason: '', ef: 100 });
    expect(told.at(-1)).toBe(1_500);
  });

  it('is built as a whole where the earlier file is of another layout', async () => {
    const { table, formerPositions } = changedTable(8, 9);
    const report: VectorIndexReport = { kind: 'hnsw', recall: 1, reason: '', ef: 100 };
    const earlier = { ...earlierIn('', report, 1_500, formerPositions), read: async () => new Uint8Array(500) };
    expect((await factory.build(table, temporaryFolder(), undefined, earlier)).patched).toBeUndefined();
  });

  it('is built as a whole where the earlier file is missing, or of other vectors', async () => {
    const { table, formerPositions } = changedTable(8, 9);
    const report: VectorIndexReport = { kind: 'hnsw', recall: 1, reason: '', ef: 100 };
    const foreign = temporaryFolder();
    await factory.build(clusteredVectors(1_500, dimensions, 9), foreign);
    const missing = { ...earlierIn('', report, 1_500, formerPositions), read: () => Promise.reject(new Error('gone')) };
    for (const earlier of [missing, earlierIn(foreign, report, 1_500, formerPositions)]) {
      const folder = temporaryFolder();
      const after = await factory.build(table, folder, undefined, earlier);
      expect([after.kind, after.patched]).toEqual(['hnsw', undefined]);
      expect((await factory.open(table, after, folder)).report.kind).toBe('hnsw');
    }
  });

  it('is not tried again where it was found to miss too much', async () => {
    const { table, formerPositions } = changedTable(8, 9);
    const report: VectorIndexReport = {
      kind: 'exact',
      recall: 0.91,
      reason: 'the graph finds only 91.0 % of the nearest',
    };
    const folder = temporaryFolder();
    const after = await factory.build(table, folder, undefined, earlierIn('', report, 1_500, formerPositions));
    expect(after).toEqual({ ...report, patched: { removed: 8, added: 9 } });
    expect(() => readFileSync(path.join(folder, 'hnswlib.index'))).toThrow('ENOENT');
  });
});
