import type { VectorIndex, VectorTable } from '../../ports/vector-index.js';
import { rowOf } from './checked-vectors.js';
import { evenlySpread } from './native-graph.js';

// A hundred questions of ten neighbours: one per mille is one neighbour, and the exact side takes 1.4 s at 53,000 vectors.
const questions = 100;
const neighbours = 10;

// Two of equal similarity are equally good; sums in another order differ by less than this.
const sameSimilarity = 1e-6;

/**
 * Recall@10, 0 to 1: of the ten truly nearest, how many an index finds. Asked for are halved stored vectors, spread
 * evenly over `positions`.
 */
export async function recallAgainst(
  exact: VectorIndex,
  index: VectorIndex,
  table: VectorTable,
  positions: Uint32Array,
): Promise<number> {
  let wanted = 0;
  let found = 0;
  for (const position of evenlySpread(positions, questions)) {
    const question = halved(rowOf(table, position));
    const nearest = exact.search(question, neighbours);
    const floor = (nearest.at(-1)?.similarity ?? 1) - sameSimilarity;
    wanted += nearest.length;
    found += index.search(question, neighbours).filter(({ similarity }) => similarity >= floor).length;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return wanted === 0 ? 1 : found / wanted;
}

/**
 * Every other element: a question says a part of what its passage says. On 20,861 passages of SciFact, 384 hashed
 * dimensions, recall at ef 100, 200, 400 was .923, .968, .992 for 200 real questions, .912, .962, .985 for halved vectors,
 * and .961, .981, .995 for whole ones, which flatter the graph: it was built by searching for them.
 */
function halved(vector: Float32Array): Float32Array {
  return vector.map((element, i) => (i % 2 === 0 ? element : 0));
}
