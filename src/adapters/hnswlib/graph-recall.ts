import type { VectorIndex, VectorTable } from '../../ports/vector-index.js';
import { rowOf } from './checked-vectors.js';
import { evenlySpread } from './native-graph.js';

// A hundred questions of ten neighbours: one per mille is one neighbour, and the exact side takes 1.4 s at 53,000 vectors.
const questions = 100;
const neighbours = 10;

// Two of equal similarity are equally good; sums in another order differ by less than this.
const sameSimilarity = 1e-6;

/**
 * Recall@10, 0 to 1: of the ten truly nearest of stored vectors, how many an index finds. The vectors asked for are
 * spread evenly over `positions` and don't count as their own neighbours.
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
    const others = nearestOthers(exact, table, position);
    const floor = Math.min(...others) - sameSimilarity;
    wanted += others.length;
    found += nearestOthers(index, table, position).filter((similarity) => similarity >= floor).length;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return wanted === 0 ? 1 : found / wanted;
}

function nearestOthers(index: VectorIndex, table: VectorTable, position: number): readonly number[] {
  return index
    .search(rowOf(table, position), neighbours + 1)
    .filter((neighbour) => neighbour.position !== position)
    .slice(0, neighbours)
    .map((neighbour) => neighbour.similarity);
}
