import type { Neighbour, VectorTable } from '../../ports/vector-index.js';
import { unitVector } from './checked-vectors.js';
import { NearestHeap } from './nearest-heap.js';

/**
 * The nearest `limit` of the vectors at `positions` to each of at most four questions whose every other element, from the second
 * on, is zero; none to one that is all zero. Four in one pass, as each stored element is then read and converted once: 13 ms a
 * question at 50,000 vectors of 512, instead of 25.
 */
export function nearestToHalved(
  { dimensions, values }: VectorTable,
  positions: Uint32Array,
  questions: readonly Float32Array[],
  limit: number,
): Neighbour[][] {
  const asked = questions.map((question) => unitVector(question, dimensions)?.elements);
  const zero = new Float64Array(dimensions);
  const [one = zero, two = zero, three = zero, four = zero] = asked;
  const heaps = questions.map(() => new NearestHeap(limit));
  const sums = new Float64Array(4);
  // Counted, as iterating over a typed array makes the whole scan three times slower.
  for (let at = 0; at < positions.length; at++) {
    const position = positions[at] as number;
    const start = position * dimensions;
    let [first, second, third, fourth] = [0, 0, 0, 0];
    for (let i = 0; i < dimensions; i += 2) {
      const value = values[start + i] as number;
      first += (one[i] as number) * value;
      second += (two[i] as number) * value;
      third += (three[i] as number) * value;
      fourth += (four[i] as number) * value;
    }
    sums[0] = first;
    sums[1] = second;
    sums[2] = third;
    sums[3] = fourth;
    for (let i = 0; i < heaps.length; i++) heaps[i]?.offer(position, sums[i] as number);
  }
  return heaps.map((heap, i) => (asked[i] === undefined ? [] : heap.sorted()));
}
