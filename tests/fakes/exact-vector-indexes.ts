import { ExactVectorIndex } from '../../src/adapters/hnswlib/exact-vector-index.js';
import type { VectorIndexReport } from '../../src/domain/snapshot-manifest.js';
import type { VectorIndexFactory } from '../../src/ports/vector-index.js';

const report: VectorIndexReport = { kind: 'exact', recall: undefined, reason: 'a test' };

/** Vector indexes without a graph and without a file. */
export const exactVectorIndexes: VectorIndexFactory = {
  build: async () => report,
  open: async (table) => new ExactVectorIndex(table, report),
};
