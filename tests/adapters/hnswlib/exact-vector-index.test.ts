import { ExactVectorIndex } from '../../../src/adapters/hnswlib/exact-vector-index.js';
import { describeVectorIndex } from '../../contracts/vector-index.contract.js';

const report = { kind: 'exact', recall: undefined, reason: 'chosen by the test' } as const;

describeVectorIndex('exact search', async (table) => new ExactVectorIndex(table, report), 1);
